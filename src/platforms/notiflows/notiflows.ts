import type { Capabilities } from '#src/domain/environment.ts'
import type { JsonObject } from '#src/domain/json.ts'
import { pageLimit } from '#src/domain/page.ts'
import { told, untold } from '#src/domain/told.ts'
import {
  asideMs,
  hasRange,
  isEmptyRange,
  interactiveMs,
  isWithin,
  nobody,
  notAUser,
  nullIfNotFound,
  type PlatformDeps,
} from '#src/platforms/adapter.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { readDeliveries } from '#src/platforms/notiflows/deliveries.ts'
import {
  createChannelList,
  managementBaseUrl,
  type ChannelList,
} from '#src/platforms/notiflows/management.ts'
import { createdQuery } from '#src/platforms/notiflows/range.ts'
import { createSurroundings } from '#src/platforms/notiflows/surroundings.ts'
import { createTranslator } from '#src/platforms/notiflows/translate.ts'
import { createPace, type Pace } from '#src/platforms/pace.ts'
import {
  askSmaller,
  checkPosition,
  createSieve,
  readFollowing,
  readRecords,
  warning,
  type Following,
} from '#src/platforms/page.ts'
import { PlatformError, type ListRequest, type Platform } from '#src/platforms/platform.ts'
import { isRecord, readId } from '#src/platforms/record.ts'
import { createUpstream } from '#src/platforms/upstream.ts'

export type NotiflowsSource = {
  /** With or without a version segment: the documentation has both (contract Notiflows §1). */
  readonly baseUrl: string
  readonly apiKey: string
  readonly secretKey: string
  /** Opens the Management API, without which nothing tells of a user's devices and Slack (§1, §2). */
  readonly accountToken?: string
}

export const notiflowsCapabilities: Capabilities = {
  createdRange: 'server',
  previousPage: true,
  devices: 'detail',
  order: 'newest-first',
  lastSeen: false,
  suppression: false,
  slack: false,
  names: true,
}

/**
 * Reads Notiflows by its Admin API. Takes where and with what keys, and what it runs on. Fails with an
 * Error, which quotes neither, when the base URL or a key cannot be used. Positions are the platform's
 * own cursors. Rules: contract Notiflows §1–§6, checks F01–F10, B01–B09.
 */
export function createNotiflows(source: NotiflowsSource, deps: PlatformDeps): Platform {
  const { clock } = deps
  const secrets = [
    source.apiKey,
    source.secretKey,
    ...(source.accountToken === undefined ? [] : [source.accountToken]),
  ]
  const credentials = createNeedles(secrets)
  // One for both APIs: the limit is the environment's.
  const pace = createPace(clock, deps.requestsPerSecond ?? null)
  const upstream = createUpstream({
    ...deps,
    pace,
    baseUrl: source.baseUrl,
    headers: {
      'x-notiflows-api-key': source.apiKey,
      'x-notiflows-secret-key': source.secretKey,
    },
    secrets,
  })
  const { getJson } = upstream
  const channels = openChannels(source, { ...deps, pace }, secrets)
  const translator = createTranslator(deps.environment, deps.fingerprint, credentials)
  const askAround = createSurroundings(upstream, channels, translator)

  const ask = async (request: ListRequest, limit: number): Promise<WirePage> => {
    const { from, created, signal } = request
    const answer = await getJson({
      path: ['users'],
      query: {
        limit: String(limit),
        // A client without a cursor leaves the parameter out (§4).
        ...(from === null ? {} : { [from.direction]: from.position }),
        // Filters are not part of a cursor and must come with each page (§4).
        ...createdQuery(created),
      },
      signal,
    })
    return toPage(answer, request)
  }

  return {
    name: 'notiflows',
    capabilities: notiflowsCapabilities,
    listUsers: async (request) => {
      if (request.from !== null) checkPosition(request.from.position)
      if (isEmptyRange(request.created)) return nobody
      const wanted = Math.min(request.limit, pageLimit.max)
      const { answer, size } = await askSmaller(wanted, (limit) => ask(request, limit))
      const sieve = createSieve('external_id', credentials)
      const users = answer.records
        .flatMap((record) => {
          const found = sieve.take(record)
          return found === null ? [] : [translator.toUser(found.record, found.id)]
        })
        // The platform was asked a second wider on both sides.
        .filter((user) => !hasRange(request.created) || isWithin(user.createdAt, request.created))
      const { after, before } = answer
      const heading = request.from?.direction === 'before' ? before : after
      return {
        users,
        page: { after: after.next, before: before.next },
        coverage: {
          scanned: answer.records.length,
          matched: users.length,
          complete: heading.next === null,
        },
        warnings: [
          ...heading.warnings,
          ...sieve.warnings(),
          ...warning('longer-than-limit', answer.records.length - size),
        ],
      }
    },
    getUser: async (id, signal) => {
      const latest = clock.now() + interactiveMs
      const record = await getJson({ path: ['users', id], query: {}, signal }).catch(nullIfNotFound)
      if (record === null) return null
      const usable = readId(record['external_id'], credentials)
      // Without an id there is no telling whose record this is.
      if (usable === null) throw notAUser()
      const deadline = Math.min(latest, clock.now() + asideMs)
      const around = await askAround(id, record, { clock, deadline, signal })
      const { settings, preferences, subscriptions } = around
      return {
        user: translator.toUser(record, usable, settings),
        raw: translator.toRaw(record, settings),
        preferences,
        subscriptions,
      }
    },
    // A channel has no switch, only steps of a notiflow that use it.
    switches: { known: () => untold('platform'), read: async () => untold('platform') },
    listActivity: async ({ id, limit, after, signal }) => {
      if (after !== null) checkPosition(after)
      const askPage = async (size: number) => {
        const query = { limit: String(size), ...(after === null ? {} : { after }) }
        const answer = await getJson({ path: ['users', id, 'deliveries'], query, signal })
        return toActivityPage(answer, after)
      }
      try {
        const { answer } = await askSmaller(limit, askPage)
        const { value: activity, gaps } = readDeliveries(answer.records, {
          fingerprint: deps.fingerprint,
          credentials,
        })
        return told({ activity, page: { after: answer.following.next }, gaps })
      } catch (error) {
        if (error instanceof PlatformError && error.code === 'platform-unauthorized')
          return untold('credential')
        return nullIfNotFound(error)
      }
    },
  }
}

/** Opens the Management API, or null without a credential for it or a way to know where it is. */
function openChannels(
  { baseUrl, accountToken }: NotiflowsSource,
  deps: PlatformDeps & { readonly pace: Pace },
  secrets: readonly string[],
): ChannelList | null {
  const management = managementBaseUrl(baseUrl)
  if (accountToken === undefined || management === null) return null
  const headers = { authorization: `Bearer ${accountToken}` }
  return createChannelList(
    createUpstream({ ...deps, baseUrl: management, headers, secrets }),
    deps.clock,
  )
}

function toActivityPage(answer: JsonObject, used: string | null) {
  const info = answer['page']
  const records = readRecords(answer, 'items', isRecord(info))
  const following = readFollowing({
    cursor: isRecord(info) ? info['after'] : null,
    hasMore: isRecord(info) ? info['has_more_after'] : null,
    used,
    isEmpty: records.length === 0,
  })
  return { records, following }
}

type WirePage = {
  readonly records: readonly unknown[]
  readonly after: Following
  readonly before: Following
}

/**
 * Both ways on. The cursor decides and not its flag (`has_more_after`, `has_more_before`): the contract
 * says that both tell the same (§4), so only a platform that breaks it shows a difference, and then a
 * cursor too many costs one empty page while one too few costs users (checks F08).
 */
function toPage(answer: JsonObject, { from }: ListRequest): WirePage {
  const info = answer['page']
  const records = readRecords(answer, 'items', isRecord(info))
  const following = (direction: 'after' | 'before') =>
    readFollowing({
      cursor: isRecord(info) ? info[direction] : null,
      hasMore: isRecord(info) ? info[`has_more_${direction}`] : null,
      used: from?.direction === direction ? from.position : null,
      isEmpty: records.length === 0,
    })
  return { records, after: following('after'), before: following('before') }
}
