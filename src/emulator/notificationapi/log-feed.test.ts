import { expect, test } from 'vitest'
import * as z from 'zod'

import { isoMilliseconds } from '#src/emulator/instants.ts'
import { defaultSwitches } from '#src/emulator/switches.ts'
import { napiKey, now } from '#src/emulator/testing/call.ts'

import { kinds } from './kinds.ts'
import { notificationapiRoutes } from './routes.ts'
import { createTenant } from './tenants.ts'

const feed = z.object({
  messages: z.array(z.object({ trackingId: z.string(), epochMs: z.number() })),
  nextCursor: z.string().optional(),
})

/** Nobody but people who came this instant, so that whatever they were sent is of this instant too. */
const newcomers = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
  description: 'just came',
  user: { id, createdAt: isoMilliseconds(now) },
}))
const app = notificationapiRoutes({
  tenantOf: (environment) =>
    createTenant(environment, {
      many: newcomers.length,
      now,
      fixtures: newcomers,
      listOrder: 'hash',
    }),
  switches: defaultSwitches.notificationapi,
  tick: () => now,
})

const walk = async (limit: number) => {
  const pages: z.infer<typeof feed>[] = []
  const used = new Set<string>()
  let cursor = ''
  do {
    const answer = await app.request(`/logs?limit=${limit}&cursor=${cursor}`, { headers: napiKey })
    const page = feed.parse(await answer.json())
    pages.push(page)
    cursor = page.nextCursor ?? ''
    if (used.has(cursor)) throw new Error('a cursor came back')
    used.add(cursor)
  } while (cursor !== '')
  return pages
}

test.each([1, 4, 7, 100])(
  'messages of one instant all come, each once, %i at a time (§3)',
  async (limit) => {
    const pages = await walk(limit)
    const messages = pages.flatMap((page) => page.messages)
    expect(new Set(messages.map(({ epochMs }) => epochMs))).toEqual(new Set([now]))
    expect(new Set(messages.map(({ trackingId }) => trackingId)).size).toBe(messages.length)
    expect(messages).toHaveLength(newcomers.length * kinds.length)
    expect(pages).toHaveLength(Math.ceil(messages.length / limit))
  },
)
