import { Message } from '#src/web/ui/message.tsx'
import { app } from '#src/web/words/app.ts'

/** What stands in for the whole page when its code could not be loaded. `at`: the address to load again. */
export const NotStarted = ({ at }: { readonly at: Pick<Location, 'pathname' | 'search'> }) => (
  <Message
    alert
    title={app.broken.title}
    actions={
      <a href={`${at.pathname}${at.search}`} className="text-accent underline underline-offset-2">
        {app.broken.action}
      </a>
    }
  >
    {app.broken.text}
  </Message>
)
