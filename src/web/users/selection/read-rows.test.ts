import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import type { UsersAnswer } from '#src/gateway/api.ts'
import { userNamed } from '#src/web/users/fakes.ts'
import type { ListKey } from '#src/web/users/queries.ts'
import { userQueries } from '#src/web/users/queries.ts'
import type { Place } from '#src/web/users/trail.ts'
import { newTrail } from '#src/web/users/trail.ts'
import { readRows, rowsHere } from './read-rows.ts'

const list: ListKey = {
  environment: 'test',
  narrowing: {
    createdAfter: null,
    createdBefore: null,
    seenAfter: null,
    seenBefore: null,
    reach: null,
    device: null,
    email: null,
    phone: null,
  },
}
const places: readonly Place[] = [0, 1, 2].map((page) => ({
  cursor: page === 0 ? null : `c${page}`,
  start: page * 3,
  count: 3,
  pin: null,
  dropped: [],
}))
const trail = { ...newTrail(), places, rows: 9, next: 'c3' }
const pageAt = (start: number): UsersAnswer => ({
  users: [0, 1, 2].map((index) => userNamed(`user-${start + index}`)),
  page: { after: null, before: null },
  coverage: { scanned: 3, matched: 3, complete: false },
  warnings: [],
})

/** A client in which the pages that begin at these rows are loaded. */
const clientWith = (...starts: readonly number[]) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  for (const place of places.filter(({ start }) => starts.includes(start)))
    client.setQueryData(userQueries.page(list, place).queryKey, pageAt(place.start))
  return client
}
const read = async (client: QueryClient, stretch: { first: number; last: number }) => {
  const rows: number[] = []
  for await (const found of readRows(client, list, trail, stretch))
    rows.push(...found.map(({ row }) => row))
  return rows
}

test('rows that are loaded are there at once, and a stretch with a gap is not', () => {
  const client = clientWith(0, 3)
  const rows = rowsHere(client, list, trail, { first: 2, last: 4 })
  expect(rows?.map(({ row, user }) => [row, user.id])).toEqual([
    [2, 'user-2'],
    [3, 'user-3'],
    [4, 'user-4'],
  ])
  expect(rowsHere(client, list, trail, { first: 2, last: 6 })).toBeNull()
})

test('what scrolled away is read again', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(pageAt(3)))
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  expect(await read(clientWith(0, 6), { first: 1, last: 7 })).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(fetch).toHaveBeenCalledTimes(1)
  vi.unstubAllGlobals()
})

test('once a page cannot be read nobody is asked any more, and those who are loaded still come', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('', { status: 502 }))
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  expect(await read(clientWith(6), { first: 0, last: 8 })).toEqual([6, 7, 8])
  expect(fetch).toHaveBeenCalledTimes(1)
  vi.unstubAllGlobals()
})
