import { expect, test } from 'vitest'
import { userNamed } from '#src/web/users/fakes.ts'
import type { ListKey } from '#src/web/users/queries.ts'
import { countNewer, newerInWords, newerList } from './newer.ts'

const list: ListKey = {
  environment: 'test',
  narrowing: {
    createdAfter: '2026-11-01T00:00:00.000Z',
    createdBefore: '2026-11-23T00:00:00.000Z',
    seenAfter: null,
    seenBefore: null,
    reach: null,
    device: null,
    email: null,
    phone: null,
  },
}
const newest = '2026-11-22T10:00:00.000Z'
const now = Date.parse('2026-11-22T12:00:00Z')

const answer = (instants: readonly string[], after: string | null = null) => ({
  users: instants.map((createdAt, index) => userNamed(`u${index}`, { createdAt })),
  page: { after, before: null },
  coverage: { scanned: instants.length, matched: instants.length, complete: after === null },
  warnings: [],
})
const at = (second: number) => new Date(Date.parse(newest) + second * 1000).toISOString()

test('the same filters are asked, from the newest that is shown on', () => {
  expect(newerList(list, newest, now)?.narrowing).toEqual({
    ...list.narrowing,
    createdAfter: newest,
  })
  expect(newerList(list, null, now)).toEqual(list)
})

test('of a list that ends before now nobody is asked', () => {
  expect(newerList(list, newest, Date.parse('2026-11-23T00:00:00Z'))).toBeNull()
})

test.each([
  [[], null, '0 new'],
  [[at(0)], null, '0 new'],
  [[at(2), at(1), at(0)], null, '2 new'],
  [Array.from({ length: 25 }, () => at(1)), null, '25 new'],
  [Array.from({ length: 26 }, () => at(1)), 'more', '25+ new'],
] as const)('of %j that came (more: %s) is said: %s', (instants, after, words) => {
  expect(newerInWords(countNewer(answer(instants, after), newest))).toBe(words)
})

test('where nobody was, everybody is new', () => {
  expect(countNewer(answer([at(-1)]), null)).toEqual({ count: 1, isMore: false })
})
