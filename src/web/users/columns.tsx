import type { ReactNode } from 'react'
import type { builtInIds } from '#src/domain/columns.ts'
import { attributeOf } from '#src/domain/columns.ts'
import type { User } from '#src/domain/user.ts'
import { Middle } from '#src/web/ui/middle.tsx'
import { verbatimAlone } from '#src/web/ui/verbatim.tsx'
import { attributeText } from './attributes.ts'
import { GlancedId, GlancedName, Id, nothing, Person, reachInWords } from './cells.tsx'
import { formatRelative, formatShort } from '#src/web/lib/time.ts'
import { ReachSigns } from './reach-glyph.tsx'
import { columns as words } from '#src/web/words/columns.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import { language } from '#src/web/words/language.ts'

/**
 * One row of the list. `user` is null while its page is not here, or when the page was read again and
 * nobody stands there any more: `gone`.
 */
export type Slot = { readonly index: number; readonly user: User | null; readonly gone: boolean }

/** What cells need besides the user; the same for all rows. `now`: milliseconds since the epoch. */
export type Meta = {
  readonly zone: string
  readonly now: number
  /** Times as dates, instead of as how long ago. */
  readonly dates: boolean
  /** The address at which a user is open. */
  readonly linkTo: (id: string) => string
  /** How wide what a column holds may be, in pixels. */
  readonly rooms: ReadonlyMap<string, number>
}

/** How wide a column is it is in pixels (never less than `min`), and what it holds. */
type Definition = {
  readonly size: number
  readonly min: number
  /** The value itself, whole, as it is copied; null for none. */
  readonly text: (user: User) => string | null
  readonly cell: (text: string, user: User, meta: Meta, room: number) => ReactNode
  /** The same as one text, cut at its end. Null for what is no text, and takes longer to draw than all else. */
  readonly glance: ((text: string, user: User, meta: Meta) => ReactNode) | null
}

type Look = Pick<Definition, 'cell' | 'glance'>

// A value as it stands: the cell cuts it at its end when there is no room.
const plain: Look = { cell: verbatimAlone, glance: verbatimAlone }
const id: Look = {
  cell: (text, _user, _meta, room) => <Id text={text} room={room} />,
  glance: (text) => <GlancedId text={text} />,
}
// Either how long ago or on which day; the card tells it exactly, on hover and focus (`tips/`).
const when = (iso: string, _user: User, { zone, now, dates }: Meta) =>
  dates ? formatShort(iso, zone, now) : formatRelative(iso, now)
const instant: Look = {
  cell: (iso, user, meta) => <time dateTime={iso}>{when(iso, user, meta)}</time>,
  glance: when,
}

const builtIn: Readonly<Record<(typeof builtInIds)[number], Definition>> = {
  user: {
    size: 280,
    min: 112,
    text: (user) => user.id,
    cell: (text, user, { linkTo }, room) => <Person user={user} href={linkTo(text)} room={room} />,
    glance: (text, { name }) =>
      name === null ? <GlancedId text={text} /> : <GlancedName text={name} />,
  },
  email: {
    size: 250,
    min: 150,
    text: ({ email }) => email,
    cell: (email, _user, _meta, room) => <Middle text={email} room={room} />,
    glance: verbatimAlone,
  },
  phone: { size: 150, min: 138, text: ({ phone }) => phone, ...plain },
  reach: {
    size: 132,
    min: 128,
    text: reachInWords,
    cell: (text, user) => <ReachSigns user={user} words={text} />,
    glance: null,
  },
  created: {
    size: 124,
    min: 112,
    text: ({ createdAt }) => createdAt,
    ...instant,
  },
  lastSeen: {
    // English is short: "5mo ago".
    size: language === 'en' ? 104 : 124,
    min: language === 'en' ? 90 : 112,
    text: ({ lastSeenAt }) => lastSeenAt,
    ...instant,
  },
  id: { size: 170, min: 112, text: (user) => user.id, ...id },
  platformId: {
    size: 170,
    min: 112,
    text: ({ platformId }) => platformId,
    ...id,
  },
  locale: { size: 90, min: 72, text: ({ locale }) => locale, ...plain },
  timezone: {
    size: 150,
    min: 112,
    text: ({ timezone }) => timezone,
    ...plain,
  },
  updated: {
    size: 124,
    min: 90,
    text: ({ updatedAt }) => updatedAt,
    ...instant,
  },
}

const attribute = (key: string): Definition => ({
  size: 150,
  min: 96,
  text: ({ attributes }) => attributeText(attributes, key),
  ...plain,
})

const known = new Map<string, Definition>(Object.entries(builtIn))

/** The definition of a built-in column or of an attribute's. */
const definitionOf = (column: string): Definition =>
  known.get(column) ?? attribute(attributeOf(column) ?? column)

/** What a user has in a column, whole, as it is copied; null for nothing. */
export const cellText = (column: string, user: User): string | null =>
  definitionOf(column).text(user)

/**
 * How much of a row is drawn. `first`, before the app is here: all but the signs and what one would have to aim at.
 * `glance`, while the list flies by: of that only what can be read, each cell as one text.
 */
export type Detail = 'whole' | 'first' | 'glance'

/** What a user has in a column, as it is shown. */
export function shownIn(column: string, user: User, meta: Meta, detail: Detail): ReactNode {
  const { text, cell, glance } = definitionOf(column)
  if (detail !== 'whole' && glance === null) return null
  const value = text(user)
  if (value === null) return nothing
  if (detail === 'glance' && glance !== null) return glance(value, user, meta)
  return cell(value, user, meta, meta.rooms.get(column) ?? 0)
}

/** What a column is called. */
export const columnLabel = (column: string): string =>
  ownWord(words.names, column) ?? attributeOf(column) ?? column

/** The room that a column asks for and the least it can do with, in pixels. `names`: the platform tells names. */
export const roomOf = (column: string, names: boolean) => {
  const { size, min } = definitionOf(column)
  return { size: column === 'user' && !names ? 170 : size, min }
}
