import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { formatRelative, formatShort } from '#src/web/lib/time.ts'
import { Middle } from '#src/web/ui/middle.tsx'
import { Verbatim } from '#src/web/ui/verbatim.tsx'
import { ReachSigns } from './reach-glyph.tsx'
import { channelLabels, reachLabels } from './reach-labels.ts'

/** What the platform gave no value for. */
export const Nothing = () => <span className="text-absent">–</span>

/** A value as it stands, cut at its end when there is no room. */
export const Plain = ({ text }: { readonly text: string }) => (
  <Verbatim text={text} className="truncate" />
)

/** An id, in the face of ids. */
export const Id = ({ text }: { readonly text: string }) => (
  <span className="min-w-0 font-mono text-small">
    <Middle text={text} />
  </span>
)

/** Who it is. The id is a link, so that it can be opened in another tab and its address copied. */
export function Person({ user, href }: { readonly user: User; readonly href: string }) {
  return (
    <span className="flex min-w-0 items-baseline gap-2 overflow-hidden">
      {user.name !== null && (
        <Verbatim
          text={user.name}
          className="max-w-[60%] shrink-0 truncate max-sm:max-w-full font-medium"
        />
      )}
      <a
        href={href}
        tabIndex={-1}
        className={`min-w-0 font-mono text-small ${user.name === null ? '' : 'text-muted max-sm:hidden'}`}
      >
        <Middle text={user.id} />
      </a>
    </span>
  )
}

/** A user's reach in a few words: "Email reachable, SMS absent, …". Its reasons are the card's to tell. */
export const reachInWords = (user: User): string =>
  channelNames
    .map((name) => `${channelLabels[name]} ${reachLabels[user.channels[name].reach]}`)
    .join(', ')

/** The five glyphs, always in the same order, and the same in words for those who do not see them. */
export const ReachOfAll = ({ user }: { readonly user: User }) => (
  <span className="flex items-center" data-reach={user.id}>
    <ReachSigns channels={user.channels} />
    <span className="sr-only">{reachInWords(user)}</span>
  </span>
)

/** An instant, either how long ago or on which day; its card tells it exactly, on hover and focus (`tips/`). */
export function Instant(props: {
  readonly iso: string
  readonly zone: string
  readonly now: number
  readonly relative: boolean
}) {
  const { iso, zone, now, relative } = props
  return (
    <time dateTime={iso} className="truncate">
      {relative ? formatRelative(iso, now) : formatShort(iso, zone, now)}
    </time>
  )
}
