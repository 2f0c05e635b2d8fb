import type { ReactNode } from 'react'
import { Message } from '#src/web/ui/message.tsx'
import { app } from '#src/web/words/app.ts'

/** How a link in a message looks. */
export const messageLink = 'inline-flex h-7 items-center text-accent underline underline-offset-2'

/** What stands in for the whole page when it broke, or could not begin. `again`: what loads it again. */
export const Broken = ({ again }: { readonly again: ReactNode }) => (
  <Message alert title={app.broken.title} actions={again}>
    {app.broken.text}
  </Message>
)
