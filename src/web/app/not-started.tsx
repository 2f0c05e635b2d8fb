import { app } from '#src/web/words/app.ts'
import { Broken, messageLink } from './broken.tsx'

/** What stands in for the whole page when its code could not be loaded. `at`: the address to load again. */
export const NotStarted = ({ at }: { readonly at: Pick<Location, 'pathname' | 'search'> }) => (
  <Broken
    again={
      <a href={`${at.pathname}${at.search}`} className={messageLink}>
        {app.broken.action}
      </a>
    }
  />
)
