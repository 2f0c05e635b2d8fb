import type { ReactNode } from 'react'
import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { widest } from '#src/web/ui/fit-middle.ts'
import { Middle } from '#src/web/ui/middle.tsx'
import { Verbatim, verbatimAlone } from '#src/web/ui/verbatim.tsx'
import { channelLabels, reachLabels } from './reach-labels.ts'

/** What the platform gave no value for. */
export const nothing = <span className="text-absent">–</span>

/** An id, in the face of ids. `room`: how wide its cell is, in pixels. */
export const Id = ({ text, room }: { readonly text: string; readonly room: number }) => (
  <div className="font-mono text-small/(--line)">
    <Middle text={text} room={room} mono />
  </div>
)

/** The same before there is time to measure it: cut at its end. */
export const GlancedId = ({ text }: { readonly text: string }) => (
  <div className="truncate font-mono text-small/(--line)">{verbatimAlone(text)}</div>
)

/** A name before there is time for more: cut at its own end, which may be on either side. */
export const GlancedName = ({ text }: { readonly text: string }) => (
  <Verbatim
    text={text}
    className="inline-block max-w-full overflow-hidden align-top font-medium text-ellipsis"
  />
)

// Between a name and an id, in pixels.
const gap = 8

/** Who it is. The id is a link, so that it can be opened in another tab and its address copied. `room`: as for an id. */
export function Person(props: {
  readonly user: User
  readonly href: string
  readonly room: number
}) {
  const { user, href, room } = props
  const { name, id } = user
  if (name === null)
    return (
      <a href={href} tabIndex={-1} className="block font-mono text-small/(--line)">
        <Middle text={id} room={room} mono />
      </a>
    )
  const link = (className: string, shown: ReactNode) => (
    <a
      href={href}
      tabIndex={-1}
      className={`font-mono text-small text-muted max-sm:hidden ${className}`}
    >
      {shown}
    </a>
  )
  if (widest(name, false) + gap + widest(id, true) <= room)
    return (
      <>
        <Verbatim text={name} className="font-medium" /> {link('ms-1', verbatimAlone(id))}
      </>
    )
  return (
    <div className="flex items-baseline gap-2">
      <Verbatim
        text={name}
        className="max-w-[60%] shrink-0 truncate font-medium max-sm:max-w-full"
      />{' '}
      {link('min-w-0', <Middle text={id} />)}
    </div>
  )
}

/** A user's reach in a few words: "Email reachable, SMS absent, …". Its reasons are the card's to tell. */
export const reachInWords = (user: User): string =>
  channelNames
    .map((name) => `${channelLabels[name]} ${reachLabels[user.channels[name].reach]}`)
    .join(', ')
