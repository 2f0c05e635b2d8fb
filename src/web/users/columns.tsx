import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { columnSizingFeature, columnVisibilityFeature } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { Capabilities } from '#src/domain/environment.ts'
import type { User } from '#src/domain/user.ts'
import { Middle } from '#src/web/ui/middle.tsx'
import { Instant, Nothing, Person, Plain, reachInWords, ReachSigns } from './cells.tsx'

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

const helper = createColumnHelper<typeof userTableFeatures, Slot>()

/** What a column is called, how wide it is in pixels (never less than `min`), and what it holds. */
type Definition = {
  readonly id: string
  readonly header: string
  readonly size: number
  readonly min: number
  /** The value itself, whole, as it is copied; null for none. */
  readonly text: (user: User) => string | null
  readonly cell: (text: string, user: User, meta: Meta) => ReactNode
}

const define = ({ id, header, size, min, text, cell }: Definition) =>
  helper.accessor(({ user }) => (user === null ? null : text(user)), {
    id,
    header,
    size,
    minSize: min,
    cell: ({ getValue, row, table: { options } }) => {
      const [value, { user }] = [getValue(), row.original]
      if (user === null) return null
      return value === null ? <Nothing /> : cell(value, user, options.meta ?? utc)
    },
  })

const plain = (text: string) => <Plain text={text} />
const instant =
  (relative: boolean) =>
  (iso: string, _user: User, { zone, now }: Meta) => (
    <Instant iso={iso} zone={zone} now={now} relative={relative} />
  )

export const userColumns = helper.columns([
  define({
    id: 'user',
    header: 'User',
    size: 280,
    min: 112,
    text: ({ id }) => id,
    cell: (id, user, { linkTo }) => <Person user={user} href={linkTo(id)} />,
  }),
  define({
    id: 'email',
    header: 'Email',
    size: 250,
    min: 150,
    text: ({ email }) => email,
    cell: (email) => <Middle text={email} />,
  }),
  define({
    id: 'phone',
    header: 'Phone',
    size: 150,
    min: 130,
    text: ({ phone }) => phone,
    cell: plain,
  }),
  define({
    id: 'reach',
    header: 'Reach',
    size: 132,
    min: 128,
    text: reachInWords,
    cell: (_words, user) => <ReachSigns user={user} />,
  }),
  define({
    id: 'created',
    header: 'Created',
    size: 124,
    min: 112,
    text: ({ createdAt }) => createdAt,
    cell: instant(false),
  }),
  define({
    id: 'lastSeen',
    header: 'Last seen',
    size: 104,
    min: 90,
    text: ({ lastSeenAt }) => lastSeenAt,
    cell: instant(true),
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
