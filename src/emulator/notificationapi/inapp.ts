import * as z from 'zod'

import { hashText } from '#src/emulator/random/dice.ts'

import { Failure } from './failures.ts'
import { kinds } from './kinds.ts'
import type { Log } from './log-record.ts'
import type { Logs } from './logs.ts'

const stamps = ['opened', 'clicked', 'archived', 'actioned1', 'actioned2'] as const

/** `InApp` (§4), as far as this emulator fills it. */
export type InApp = {
  id: string
  notificationId: string
  title: string
  date: string
  seen: boolean
  redirectURL: string
} & { [Stamp in (typeof stamps)[number]]?: string }

const stamp = z.string().nullable().exactOptional()
const patchSchema = z.object({
  trackingIds: z.array(z.string()),
  opened: stamp,
  clicked: stamp,
  archived: stamp,
  actioned1: stamp,
  actioned2: stamp,
})
const seenSchema = z.object({
  notificationId: z.string().exactOptional(),
  trackingId: z.string().exactOptional(),
})

const titles = new Map(kinds.map(({ id, title }) => [id, title]))

const itemOf = (log: Log): InApp => {
  const type = String(log['type'])
  return {
    id: log.trackingId,
    notificationId: type,
    title: titles.get(type) ?? type,
    date: log.received_at,
    // Most have been read.
    seen: hashText(log.trackingId) % 3 !== 0,
    redirectURL: `https://shop.orchard.test/n/${log.trackingId}`,
  }
}

/** The in-app feeds of one environment: what its log says was sent there, and what was done with it. */
export class InAppFeeds {
  readonly #logs: Logs
  readonly #touched = new Map<string, Map<string, Partial<InApp>>>()
  readonly #cleared = new Set<string>()

  constructor(logs: Logs) {
    this.#logs = logs
  }

  /** A person's feed, newest first. */
  all(userId: string): InApp[] {
    if (this.#cleared.has(userId)) return []
    const changes = this.#touched.get(userId)
    const { entries } = this.#logs.find({ userId }, 1000)
    return entries.flatMap(({ log }) => {
      if (log['inapp_delivered_at'] === undefined) return []
      const item = itemOf(log)
      const change = changes?.get(item.id)
      return [change === undefined ? item : { ...item, ...change }]
    })
  }

  /** Marks as seen what the body names: one item, one notification's, or everything. Fails with 400. */
  see(userId: string, body: unknown): void {
    const parsed = seenSchema.safeParse(body)
    if (!parsed.success) throw new Failure(400, 'the body is not valid', 'see the reference')
    const { notificationId, trackingId } = parsed.data
    for (const item of this.all(userId)) {
      const named =
        (trackingId === undefined || item.id === trackingId) &&
        (notificationId === undefined || item.notificationId === notificationId)
      if (named) this.#touch(userId, item.id, { seen: true })
    }
  }

  /** Sets or clears when items were opened, clicked, archived or acted on. Fails with 400. */
  mark(userId: string, body: unknown): void {
    const parsed = patchSchema.safeParse(body)
    if (!parsed.success) {
      throw new Failure(400, 'trackingIds must be an array of ids', 'send the ids of feed items')
    }
    const { trackingIds, ...rest } = parsed.data
    for (const id of trackingIds) {
      for (const name of stamps) {
        const value = rest[name]
        if (typeof value === 'string') this.#touch(userId, id, { [name]: value })
        else if (value === null) delete this.#touched.get(userId)?.get(id)?.[name]
      }
    }
  }

  /** Empties a person's feed for good. */
  clear(userId: string): void {
    this.#touched.delete(userId)
    this.#cleared.add(userId)
  }

  #touch(userId: string, id: string, change: Partial<InApp>): void {
    const items = this.#touched.get(userId) ?? new Map<string, Partial<InApp>>()
    items.set(id, { ...items.get(id), ...change })
    this.#touched.set(userId, items)
  }
}
