import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { formatRelative, formatShort } from '#src/web/lib/time.ts'
import { Middle } from '#src/web/ui/middle.tsx'
import { Verbatim } from '#src/web/ui/verbatim.tsx'
import { channelLabels, reachLabels } from './reach-labels.ts'

/** What the platform gave no value for. */
export const nothing = <span className="text-absent">–</span>

/** An id, in the face of ids. `room`: how wide its cell is, in pixels. */
export const Id = ({ text, room }: { readonly text: string; readonly room: number }) => (
  <div className="font-mono text-small/(--line)">
    <Middle text={text} room={room} mono />
  </div>
)

/** Who it is. The id is a link, so that it can be opened in another tab and its address copied. `room`: as for an id. */
export function Person(props: {
  readonly user: User
  readonly href: string
  readonly room: number
}) {
  const { user, href, room } = props
  if (user.name === null)
    return (
      <a href={href} tabIndex={-1} className="block font-mono text-small/(--line)">
        <Middle text={user.id} room={room} mono />
      </a>
    )
  return (
    <div className="flex items-baseline gap-2">
      <Verbatim
        text={user.name}
        className="max-w-[60%] shrink-0 truncate font-medium max-sm:max-w-full"
      />
      <a
        href={href}
        tabIndex={-1}
        className="min-w-0 font-mono text-small text-muted max-sm:hidden"
      >
        <Middle text={user.id} />
      </a>
    </div>
  )
}

/** A user's reach in a few words: "Email reachable, SMS absent, …". Its reasons are the card's to tell. */
export const reachInWords = (user: User): string =>
  channelNames
    .map((name) => `${channelLabels[name]} ${reachLabels[user.channels[name].reach]}`)
    .join(', ')

/** An instant, either how long ago or on which day; its card tells it exactly, on hover and focus (`tips/`). */
export function Instant(props: {
  readonly iso: string
  readonly zone: string
  readonly now: number
  readonly relative: boolean
}) {
  const { iso, zone, now, relative } = props
  return (
    <time dateTime={iso}>{relative ? formatRelative(iso, now) : formatShort(iso, zone, now)}</time>
  )
}
