import type { MouseEvent, ReactNode } from 'react'
import { isOwnClick } from '#src/web/ui/link.tsx'

/** How to go to another user from here: the address to show, and what a plain click does. */
export type UserLinks = {
  readonly to: (id: string) => string
  readonly open: (id: string) => void
}

/** A link to a user of the same environment. A click with a modifier is the browser's own. */
export function UserLink(props: {
  readonly id: string
  readonly links: UserLinks
  readonly children: ReactNode
}) {
  const { id, links } = props
  const onClick = (event: MouseEvent) => {
    if (isOwnClick(event)) return
    event.preventDefault()
    links.open(id)
  }
  return (
    <a
      href={links.to(id)}
      onClick={onClick}
      className="rounded-sm text-accent underline-offset-2 hover:underline"
    >
      {props.children}
    </a>
  )
}
