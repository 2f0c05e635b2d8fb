import * as z from 'zod'

import { Failure } from './failures.ts'
import { itemOf, stamps, type InApp } from './inapp-item.ts'
import type { Logs } from './logs.ts'

const stamp = z.string().nullable().exactOptional()
const reply = z.object({ date: z.string(), message: z.string() })
const patchSchema = z.object({
  trackingIds: z.array(z.string()),
  opened: stamp,
  clicked: stamp,
  archived: stamp,
  actioned1: stamp,
  actioned2: stamp,
  reply: reply.exactOptional(),
  replies: z.array(reply).exactOptional(),
})
const seenSchema = z.object({
  notificationId: z.string().exactOptional(),
  trackingId: z.string().exactOptional(),
})

export type FeedsOptions = {
  readonly logs: Logs
  readonly clientId: string
  /** The present, epoch ms. */
  readonly now: number
}

/** The in-app feeds of one environment: what its log says was sent there, and what was done with it. */
export class InAppFeeds {
  readonly #options: FeedsOptions
  readonly #touched = new Map<string, Map<string, InApp>>()
  readonly #cleared = new Set<string>()

  constructor(options: FeedsOptions) {
    this.#options = options
  }

  /** A person's feed, newest first. */
  all(userId: string): InApp[] {
    if (this.#cleared.has(userId)) return []
    const { logs, clientId, now } = this.#options
    const touched = this.#touched.get(userId)
    return logs.find({ userId }, 1000).entries.flatMap(({ log }) => {
      if (log['inapp_delivered_at'] === undefined) return []
      return [touched?.get(log.trackingId) ?? itemOf(log, clientId, now)]
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
      if (named) this.#put(userId, { ...item, seen: true })
    }
  }

  /**
   * Sets or clears when items were opened, clicked, archived or acted on, and adds a reply or sets all of
   * them. Ids of no item are passed over. Fails with 400.
   */
  mark(userId: string, body: unknown): void {
    const parsed = patchSchema.safeParse(body)
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path.join('.') ?? ''
      throw new Failure(
        400,
        path === '' ? 'the body must be a JSON object' : `${path} is not valid`,
        'send trackingIds, the ids of feed items, and what was done with them',
      )
    }
    const { trackingIds, ...change } = parsed.data
    const named = new Set(trackingIds)
    for (const item of this.all(userId)) {
      if (named.has(item.id)) this.#put(userId, changed(item, change))
    }
  }

  /** Empties a person's feed for good. */
  clear(userId: string): void {
    this.#touched.delete(userId)
    this.#cleared.add(userId)
  }

  #put(userId: string, item: InApp): void {
    const items = this.#touched.get(userId) ?? new Map<string, InApp>()
    items.set(item.id, item)
    this.#touched.set(userId, items)
  }
}

type Change = Omit<z.infer<typeof patchSchema>, 'trackingIds'>

const changed = (item: InApp, { reply: added, replies, ...times }: Change): InApp => {
  const next: { -readonly [Field in keyof InApp]: InApp[Field] } = { ...item }
  for (const name of stamps) {
    const time = times[name]
    if (typeof time === 'string') next[name] = time
    else if (time === null) delete next[name]
  }
  const all = [...(replies ?? item.replies ?? []), ...(added === undefined ? [] : [added])]
  if (all.length > 0) next.replies = all
  else delete next.replies
  return next
}
