import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import { readCursor, type Cursor } from './cursor.ts'
import { badParam } from './failures.ts'
import { readInstant } from './instant.ts'

const filterNames = ['created_after', 'created_before', 'channel_id', 'status', 'topic'] as const

/** The filters of a list as they were written, each only where it was given. */
export type Filters = { readonly [Name in (typeof filterNames)[number]]?: string }

/** Every parameter of a list (§2). */
export const listParams: ReadonlySet<string> = new Set(['limit', 'after', 'before', ...filterNames])

export type ListQuery = {
  readonly limit: number
  /** What the page begins after (towards older items), or null. */
  readonly after: Cursor | null
  /** What the page ends before (towards newer items), or null. */
  readonly before: Cursor | null
  /** Ends of the creation filter, epoch ms, possibly with a fraction. */
  readonly createdAfter: number | null
  readonly createdBefore: number | null
  readonly filters: Filters
  /** The cursors as they were sent. */
  readonly sent: { readonly after: string | null; readonly before: string | null }
}

/** A list from its newest item on, unfiltered. */
export const fromTheTop = (limit: number): ListQuery => ({
  limit,
  after: null,
  before: null,
  createdAfter: null,
  createdBefore: null,
  filters: {},
  sent: { after: null, before: null },
})

const defaultLimit = 25
const maxLimit = 1000

type Query = (name: string) => string | undefined

/**
 * Reads the parameters of a list (§4). Fails with 400 naming the first that cannot be used; unknown
 * ones are ignored (§9).
 */
export const readListQuery = (query: Query, switches: NotiflowsSwitches): ListQuery => {
  const sent = { after: query('after') ?? null, before: query('before') ?? null }
  const both = sent.after !== null && sent.before !== null
  if (both && switches.bothCursors === 'refuse') {
    throw badParam('before', 'after and before exclude each other')
  }
  const limit = readLimit(query('limit'), switches)
  const after = cursorIn('after', sent.after, switches)
  const before = both ? null : cursorIn('before', sent.before, switches)
  const filters = filtersFor(given(query), { after, before }, switches)
  const createdAfter = readInstant('created_after', filters.created_after, switches)
  const createdBefore = readInstant('created_before', filters.created_before, switches)
  const isInverted = createdAfter !== null && createdBefore !== null && createdAfter > createdBefore
  if (isInverted && switches.invertedRange === 'refuse') {
    throw badParam('created_after', 'created_after is later than created_before')
  }
  return { limit, after, before, createdAfter, createdBefore, filters, sent }
}

const given = (query: Query): Filters =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = query(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** Filters as a text that tells them from others. */
export const writeFilters = (filters: Filters): string =>
  new URLSearchParams(Object.entries(filters)).toString()

/** The filters that hold for a page: those sent with it, or by the switch those that its cursor was made for. */
const filtersFor = (
  filters: Filters,
  { after, before }: Pick<ListQuery, 'after' | 'before'>,
  { changedFilters }: Pick<NotiflowsSwitches, 'changedFilters'>,
): Filters => {
  const cursor = after ?? before
  if (cursor === null || changedFilters === 'apply') return filters
  const made = cursor.filters ?? ''
  if (changedFilters === 'remember') {
    const remembered = new URLSearchParams(made)
    return given((name) => remembered.get(name) ?? undefined)
  }
  if (made === writeFilters(filters)) return filters
  throw badParam(after === null ? 'before' : 'after', 'the cursor is for other filters')
}

const cursorIn = (
  param: 'after' | 'before',
  text: string | null,
  { badCursor, emptyCursor }: Pick<NotiflowsSwitches, 'badCursor' | 'emptyCursor'>,
): Cursor | null => {
  if (text === null) return null
  try {
    return readCursor(param, text)
  } catch (error) {
    if ((text === '' ? emptyCursor : badCursor) === 'refuse') throw error
    return null
  }
}

const readLimit = (
  limit: string | undefined,
  { badLimit, lowLimit, overMaxLimit }: NotiflowsSwitches,
): number => {
  if (limit === undefined) return defaultLimit
  if (!/^-?\d+$/.test(limit)) {
    if (badLimit === 'default') return defaultLimit
    throw badParam('limit', 'limit is not a whole number')
  }
  const number = Number(limit)
  if (number >= 1 && number <= maxLimit) return number
  if ((number < 1 ? lowLimit : overMaxLimit) === 'refuse') {
    throw badParam('limit', 'limit is out of range')
  }
  return number < 1 ? 1 : maxLimit
}
