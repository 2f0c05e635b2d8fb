import * as z from 'zod'
import type { JsonObject } from '#src/domain/json.ts'
import type { Clock } from '#src/platforms/clock.ts'
import { readRecords } from '#src/platforms/page.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { isRecord } from '#src/platforms/record.ts'
import type { Upstream } from '#src/platforms/upstream.ts'

/**
 * Where the Management API is, beside an Admin API at this base URL (contract Notiflows §1): the same
 * address with `/admin` or `/admin/v1` replaced. Null when the base URL ends in neither.
 */
export function managementBaseUrl(adminBaseUrl: string): string | null {
  const base = adminBaseUrl.replace(/\/+$/, '')
  const root = base.replace(/\/admin(?:\/v1)?$/, '')
  return root === base ? null : `${root}/management/v1`
}

/** A channel for which users have settings: devices, or a place in Slack. */
export type Channel = {
  readonly id: string
  readonly type: 'mobile_push' | 'chat'
  readonly provider: string | null
}

const wireChannel = z.object({
  id: z.string().min(1),
  type: z.enum(['mobile_push', 'chat']),
  provider: z.string().nullish(),
})

const pageSize = 25
const mostPages = 40
const keptForMs = 60_000

export type ChannelList = { readonly read: (signal: AbortSignal) => Promise<readonly Channel[]> }

const badList = () =>
  new PlatformError('platform-bad-response', "The platform's list of channels cannot be read", {
    status: 200,
  })

/** Null for a channel of another type. One of ours that cannot be asked about would hide devices. */
function readChannel(value: unknown): Channel | null {
  if (!isRecord(value) || (value['type'] !== 'mobile_push' && value['type'] !== 'chat')) return null
  const parsed = wireChannel.safeParse(value)
  if (!parsed.success) throw badList()
  const { id, type, provider } = parsed.data
  return { id, type, provider: provider ?? null }
}

const keyOf = (value: unknown): unknown => (isRecord(value) ? value['id'] : value)

/**
 * The push and chat channels of a project (contract Notiflows §2), read whole from the Management API
 * and kept for a minute, because they hardly change and everyone's devices are asked for by them.
 * Callers at the same time share their requests, which is upstream's doing.
 */
export function createChannelList(
  { getJson }: Pick<Upstream, 'getJson'>,
  clock: Clock,
): ChannelList {
  let kept: { readonly channels: readonly Channel[]; readonly until: number } | null = null

  /** The documentation has the path both with and without the project (§2). */
  async function findPath(signal: AbortSignal): Promise<readonly string[]> {
    const me = await getJson({ path: ['whoami'], query: {}, signal })
    const slug = isRecord(me['project']) ? me['project']['slug'] : null
    if (typeof slug !== 'string') throw badList()
    return ['projects', slug, 'channels']
  }

  async function readPage(path: readonly string[], page: number, signal: AbortSignal) {
    const query = { page: String(page), limit: String(pageSize) }
    const answer: JsonObject = await getJson({ path, query, signal })
    return readRecords(answer, 'items', isRecord(answer['page_info']))
  }

  async function readFirst(signal: AbortSignal) {
    try {
      const path = ['channels']
      return { path, items: await readPage(path, 1, signal) }
    } catch (error) {
      if (!(error instanceof PlatformError && error.status === 404)) throw error
      const path = await findPath(signal)
      return { path, items: await readPage(path, 1, signal) }
    }
  }

  async function readAll(signal: AbortSignal): Promise<readonly Channel[]> {
    const { path, items: first } = await readFirst(signal)
    const seen = new Map(first.map((item) => [keyOf(item), item]))
    let { length } = first
    // `page_info` is always empty: a page shorter than asked for is the last (§2).
    for (let page = 2; length >= pageSize; page += 1) {
      if (page > mostPages) throw badList()
      const items = await readPage(path, page, signal)
      const before = seen.size
      for (const item of items) seen.set(keyOf(item), item)
      // A server that knows no pages gives the same one for ever.
      if (seen.size === before) break
      ;({ length } = items)
    }
    return [...seen.values()].flatMap((item) => readChannel(item) ?? [])
  }

  return {
    read: async (signal) => {
      if (kept !== null && clock.now() < kept.until) return kept.channels
      const channels = await readAll(signal)
      kept = { channels, until: clock.now() + keptForMs }
      return channels
    },
  }
}
