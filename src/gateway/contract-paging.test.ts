import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { keep } from './contract-statement.ts'
import { contractTables } from './contract-table.ts'
import { createWorld, type World } from './contract-world.ts'

const pageSchema = z.object({
  items: z.array(z.looseObject({ id: z.string().optional(), created_at: z.string() })),
  page: z.object({
    limit: z.number(),
    after: z.string().nullable(),
    before: z.string().nullable(),
  }),
})

/** How each parameter of a list is seen to have its effect. `all`: the list without it, newest first. */
const effects: Readonly<
  Record<
    string,
    (
      read: (query: string) => Promise<z.infer<typeof pageSchema>>,
      all: z.infer<typeof pageSchema>['items'],
    ) => Promise<void>
  >
> = {
  limit: async (read, all) => {
    const { items, page } = await read('limit=1')
    expect([items, page.limit]).toEqual([all.slice(0, 1), 1])
  },
  after: async (read, all) => {
    const { page } = await read('limit=1')
    const { items } = await read(`limit=1&after=${page.after}`)
    expect(items).toEqual(all.slice(1, 2))
  },
  before: async (read, all) => {
    const { page } = await read('limit=1')
    const second = await read(`limit=1&after=${page.after}`)
    const { items } = await read(`before=${second.page.before}`)
    expect(items).toEqual(all.slice(0, 1))
  },
  created_after: async (read, all) => {
    const newest = all[0]?.created_at ?? ''
    const { items } = await read(`created_after=${newest}`)
    expect(items).toEqual(all.filter((item) => item.created_at >= newest))
    expect(items.length).toBeLessThan(all.length)
  },
  created_before: async (read, all) => {
    const second = all.find((item) => item.created_at < (all[0]?.created_at ?? ''))
    const { items } = await read(`created_before=${second?.created_at}`)
    expect(items[0]).toEqual(second)
  },
}

describe.each(contractTables('Paging', import.meta.url))('paging of $name', ({ rows }) => {
  const world = createWorld('Notiflows')
  test.each(rows)('$title', async ({ cell }) => {
    keep(cell('keeps'), (await world.send(cell('as'), 'GET', cell('example'))).body, world.kept)
    const read = (query: string) => readPage(world, cell('as'), `${cell('example')}?${query}`)
    const all = (await read('')).items
    expect(all.length).toBeGreaterThan(1)
    for (const parameter of cell('parameters').split(', ')) await effects[parameter]?.(read, all)
    expect(
      cell('parameters')
        .split(', ')
        .filter((parameter) => !effects[parameter]),
    ).toEqual([])
  })
})

const readPage = async ({ send }: World, as: string, example: string) =>
  pageSchema.parse((await send(as, 'GET', example)).body)
