import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { columnSizingFeature, columnVisibilityFeature } from '@tanstack/react-table'
import { channelNames } from '#src/domain/reach.ts'
import type { Capabilities } from '#src/domain/environment.ts'
import type { User } from '#src/domain/user.ts'
import { formatExact, formatRelative, formatShort } from '#src/web/lib/time.ts'
import { Middle } from '#src/web/ui/middle.tsx'
import { Verbatim } from '#src/web/ui/verbatim.tsx'
import { ReachGlyph } from './reach-glyph.tsx'
import { verdictInWords } from './reach-words.ts'

/**
 * One row of the list. `user` is null while its page is not here, or when the page was read again and
 * nobody stands there any more: `gone`.
 */
export type Slot = { readonly index: number; readonly user: User | null; readonly gone: boolean }

/** What cells need besides the user; the same for all rows. `now`: milliseconds since the epoch. */
export type Meta = {
  readonly zone: string
  readonly now: number
  /** The address at which a user is open. */
  readonly linkTo: (id: string) => string
}

const utc: Meta = { zone: 'UTC', now: 0, linkTo: () => '' }

export const userTableFeatures = tableFeatures({
  columnSizingFeature,
  columnVisibilityFeature,
  tableMeta: utc,
})

const column = createColumnHelper<typeof userTableFeatures, Slot>()

const nothing = <span className="text-absent">–</span>

function Instant({ iso, meta, relative }: { iso: string | null; meta: Meta; relative: boolean }) {
  if (iso === null) return nothing
  return (
    <time dateTime={iso} title={formatExact(iso, meta.zone)} className="truncate">
      {relative ? formatRelative(iso, meta.now) : formatShort(iso, meta.zone, meta.now)}
    </time>
  )
}

/** Who it is. The id is a link, so that it can be opened in another tab and its address copied. */
function Person({ user, href }: { user: User; href: string }) {
  return (
    <span className="flex min-w-0 items-baseline gap-2">
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

/** The five glyphs, always in the same order, and the same in words for those who do not see them. */
function ReachSigns({ user, zone }: { user: User; zone: string }) {
  return (
    <span className="flex items-center gap-1.5" data-reach={user.id}>
      {channelNames.map((name) => (
        <ReachGlyph key={name} channel={name} reach={user.channels[name].reach} />
      ))}
      <span className="sr-only">
        {channelNames.map((name) => verdictInWords(name, user.channels[name], zone)).join('. ')}
      </span>
    </span>
  )
}

export const userColumns = column.columns([
  column.display({
    id: 'user',
    header: 'User',
    size: 280,
    minSize: 112,
    cell: ({ row, table: { options } }) =>
      row.original.user && (
        <Person
          user={row.original.user}
          href={(options.meta ?? utc).linkTo(row.original.user.id)}
        />
      ),
  }),
  column.display({
    id: 'email',
    header: 'Email',
    size: 250,
    minSize: 150,
    cell: ({ row }) =>
      row.original.user &&
      (row.original.user.email === null ? nothing : <Middle text={row.original.user.email} />),
  }),
  column.display({
    id: 'phone',
    header: 'Phone',
    size: 150,
    minSize: 130,
    cell: ({ row }) =>
      row.original.user &&
      (row.original.user.phone === null ? (
        nothing
      ) : (
        <Verbatim text={row.original.user.phone} className="truncate" />
      )),
  }),
  column.display({
    id: 'reach',
    header: 'Reach',
    size: 132,
    minSize: 128,
    cell: ({ row, table: { options } }) =>
      row.original.user && (
        <ReachSigns user={row.original.user} zone={(options.meta ?? utc).zone} />
      ),
  }),
  column.display({
    id: 'created',
    header: 'Created',
    size: 124,
    minSize: 112,
    cell: ({ row, table: { options } }) =>
      row.original.user && (
        <Instant iso={row.original.user.createdAt} meta={options.meta ?? utc} relative={false} />
      ),
  }),
  column.display({
    id: 'lastSeen',
    header: 'Last seen',
    size: 104,
    minSize: 90,
    cell: ({ row, table: { options } }) => {
      const { user } = row.original
      if (user === null) return null
      return <Instant iso={user.lastSeenAt} meta={options.meta ?? utc} relative />
    },
  }),
])

/**
 * Which columns are shown in a list of a width in pixels, and how wide they are: what identifies a
 * person and says how to reach them stays longest, and what the platform never tells has no column.
 */
export function columnsFor(width: number, { names, lastSeen }: Capabilities) {
  return {
    columnVisibility: {
      email: width >= 620,
      phone: width >= 860,
      lastSeen: lastSeen && width >= 760,
    },
    columnSizing: { user: names ? 280 : 170 },
  }
}
