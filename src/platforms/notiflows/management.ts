import * as z from 'zod'
import type { JsonObject } from '#src/domain/json.ts'
import { nullIfNotFound } from '#src/platforms/adapter.ts'
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

/** A channel for which users have settings: devices, or a place in Slack or another chat. */
export type Channel = {
  readonly id: string
  readonly type: 'mobile_push' | 'chat'
  readonly provider: string | null
}

/** Whether a chat of this provider may be Slack: one that is not named may be. */
export const maybeSlack = (provider: string | null): boolean =>
  provider === null || /slack/i.test(provider)

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

const mostProjects = 50

/** A route that this platform does not have, or not for us: the documentation disagrees about these (§1, §2). */
const nullIfNoRoute = (error: unknown): null => {
  const status = error instanceof PlatformError ? error.status : null
  if (status !== null && status >= 400 && status < 500 && status !== 429) return null
  throw error
}

const slugIn = (value: unknown): string | null => {
  const slug = isRecord(value) ? value['slug'] : null
  return typeof slug === 'string' && slug !== '' ? slug : null
}

/** What tells one item of a list from the others: never the whole item, which may nest too deeply to be written. */
const keyOf = (item: unknown): string => {
  const parts = isRecord(item) ? [item['id'], item['slug']] : []
  return JSON.stringify(parts.filter((part) => typeof part === 'string'))
}

/**
 * The push and chat channels that an account's token sees (contract Notiflows §2), read whole from the
 * Management API and kept for a minute, because they hardly change and everyone's devices are asked
 * for by them. Callers at the same time share their requests, which is upstream's doing.
 *
 * A token is the account's and a key pair a project's, and nothing tells which project that is. So
 * where the account turns out to have several, the channels of all are given: a user has settings on
 * none of the others, while the channels of a wrong project alone would make devices look absent.
 */
export function createChannelList(
  { getJson }: Pick<Upstream, 'getJson'>,
  clock: Clock,
): ChannelList {
  let kept: { readonly channels: readonly Channel[]; readonly until: number } | null = null

  /** The items of one numbered list. `page_info` is always empty: a page shorter than asked for is the last (§2). */
  async function readItems(path: readonly string[], signal: AbortSignal) {
    const seen = new Map<string, unknown>()
    for (let page = 1; page <= mostPages; page += 1) {
      const query = { page: String(page), limit: String(pageSize) }
      const answer: JsonObject = await getJson({ path, query, signal })
      const items = readRecords(answer, 'items', isRecord(answer['page_info']))
      const before = seen.size
      for (const item of items) seen.set(keyOf(item), item)
      // A server that knows no pages gives the same one for ever.
      if (items.length < pageSize || seen.size === before) return [...seen.values()]
    }
    throw badList()
  }

  async function ownProject(signal: AbortSignal): Promise<string> {
    const slug = slugIn((await getJson({ path: ['whoami'], query: {}, signal }))['project'])
    if (slug === null) throw badList()
    return slug
  }

  async function readAll(signal: AbortSignal): Promise<readonly Channel[]> {
    const [plain, projects] = await Promise.all([
      readItems(['channels'], signal).catch(nullIfNotFound),
      readItems(['projects'], signal).catch(nullIfNoRoute),
    ])
    const slugs = (projects ?? []).slice(0, mostProjects).flatMap((each) => slugIn(each) ?? [])
    if (plain === null && slugs.length === 0) slugs.push(await ownProject(signal))
    const isEnough = plain !== null && slugs.length <= 1
    const lists = await Promise.all(
      (isEnough ? [] : slugs).map((slug) => readItems(['projects', slug, 'channels'], signal)),
    )
    const channels = [plain ?? [], ...lists].flat().flatMap((item) => readChannel(item) ?? [])
    return [...new Map(channels.map((channel) => [channel.id, channel])).values()]
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
