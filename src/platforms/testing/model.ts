import fc from 'fast-check'
import type { UserFacts } from '#src/domain/user.ts'
import type { ListRequest, Platform } from '#src/platforms/platform.ts'
import { listRequest } from '#src/platforms/testing/deps.ts'

// A platform in memory whose users come, go and change while somebody reads them (checks F10).

export type Person = {
  readonly id: string
  readonly created: number
  email: string
  hidden: boolean
}

/** What happens to the users between two pages. Numbers pick somebody, whoever is there then. */
export type Change =
  | { readonly kind: 'insert'; readonly created: number; readonly hidden: boolean }
  | { readonly kind: 'remove'; readonly pick: number }
  | { readonly kind: 'edit'; readonly pick: number }

// Few instants, so that many users share one.
const instant = fc.integer({ min: 0, max: 6 })
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), created: instant, hidden: fc.boolean() }),
  fc.record({ kind: fc.constant('remove' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('edit' as const), pick: fc.nat() }),
)

export type Story = {
  readonly people: readonly { readonly created: number; readonly hidden: boolean }[]
  /** What happens after each answer; after the last of them nothing does. */
  readonly changes: readonly (readonly Change[])[]
  readonly limit: number
  /** The most records that the platform puts on a page, in turn, whatever was asked for. */
  readonly sizes: readonly number[]
  readonly range: { readonly after: number | null; readonly before: number | null }
  /**
   * What is asked of users, call after call in turn: one in so many is wanted, or everybody (null).
   * With none of them nothing is asked.
   */
  readonly wanted: readonly (number | null)[]
}

export const story: fc.Arbitrary<Story> = fc.record({
  people: fc.array(fc.record({ created: instant, hidden: fc.boolean() }), { maxLength: 40 }),
  changes: fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 12 }),
  limit: fc.integer({ min: 1, max: 12 }),
  sizes: fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 4 }),
  range: fc.record({
    after: fc.option(instant, { nil: null }),
    before: fc.option(instant, { nil: null }),
  }),
  wanted: fc.array(fc.constantFrom(null, 1, 2, 3, 7), { minLength: 1, maxLength: 3 }),
})

const isWanted = (id: string, oneIn: number | null): boolean =>
  oneIn === null || Number(id.slice(1)) % oneIn === 0

/** The users, and who of them was there from `open` to now. `late`: new ones are the newest. */
export function createPeople(given: Story['people'], { late }: { late: boolean }) {
  const there = new Map<string, Person>()
  let throughout = new Set<string>()
  let count = 0
  const add = (created: number, hidden: boolean) => {
    count += 1
    const newest = Math.max(0, ...[...there.values()].map((person) => person.created))
    // Zero-padded, so that the order of ids is the order of creation where it matters.
    const id = `u${String(count).padStart(6, '0')}`
    // Some are there and are never shown: what makes pages short and empty.
    const person = {
      id,
      created: late ? Math.max(created, newest) : created,
      email: `${id}@a.test`,
      hidden,
    }
    there.set(id, person)
  }
  for (const { created, hidden } of late ? given.toSorted((a, b) => a.created - b.created) : given)
    add(created, hidden && count % 3 === 0)
  return {
    all: () => [...there.values()],
    /** From now on is "throughout". */
    open: () => {
      throughout = new Set(there.keys())
    },
    apply: (changes: readonly Change[]) => {
      for (const each of changes) {
        const ids = [...there.keys()]
        if (each.kind === 'insert') {
          add(each.created, each.hidden)
          continue
        }
        const id = ids[each.pick % Math.max(1, ids.length)]
        const person = id === undefined ? undefined : there.get(id)
        if (person === undefined) continue
        if (each.kind === 'edit') person.email = `edited-${person.email}`
        else {
          there.delete(person.id)
          throughout.delete(person.id)
        }
      }
    },
    /** Who must have been seen: there all the time, shown, in the range, and wanted by every call. */
    expected: ({ after, before }: Story['range'], wanted: Story['wanted']): readonly string[] =>
      [...there.values()]
        .filter(({ id, hidden }) => throughout.has(id) && !hidden)
        .filter(({ id }) => wanted.every((oneIn) => isWanted(id, oneIn)))
        .filter(
          ({ created }) =>
            (after === null || created >= after) && (before === null || created < before),
        )
        .map(({ id }) => id),
  }
}

export type People = ReturnType<typeof createPeople>

const epoch = Date.parse('2026-03-01T00:00:00Z')
export const instantOf = (created: number): number => epoch + created * 1000
export const isoOf = (created: number): string =>
  `${new Date(instantOf(created)).toISOString().slice(0, 19)}Z`

/**
 * Reads in one direction to the end, as the app does: it stops when a position comes back. `between` is
 * called after each answer. Gives every id in the order in which it was shown, the last position of
 * the other direction, and whether anybody came who was not wanted.
 */
export async function walk(
  platform: Platform,
  { limit, range, wanted }: Pick<Story, 'limit' | 'range' | 'wanted'>,
  direction: 'after' | 'before',
  start: string | null,
  between: (turn: number) => void,
) {
  const ids: string[] = []
  const used = new Set<string>()
  const created: ListRequest['created'] = {
    after: range.after === null ? null : instantOf(range.after),
    before: range.before === null ? null : instantOf(range.before),
  }
  let position = start
  let back: string | null = null
  let longest = 0
  let isUnwanted = false
  for (let turn = 0; turn < 2000; turn += 1) {
    const from = position === null ? null : { direction, position }
    const oneIn = wanted[turn % wanted.length] ?? null
    const match = oneIn === null ? undefined : ({ id }: UserFacts) => isWanted(id, oneIn)
    const { users, page } = await platform.listUsers(listRequest({ limit, created, from, match }))
    isUnwanted ||= users.some(({ id }) => !isWanted(id, oneIn))
    ids.push(...users.map(({ id }) => id))
    longest = Math.max(longest, users.length)
    back = page[direction === 'after' ? 'before' : 'after'] ?? back
    position = page[direction]
    between(turn)
    if (position === null) return { ids, back, longest, isUnwanted, isLoop: false }
    if (used.has(position)) return { ids, back, longest, isUnwanted, isLoop: true }
    used.add(position)
  }
  throw new Error('The walk does not end')
}
