import type { Capabilities } from '#src/domain/environment.ts'
import type { JsonObject } from '#src/domain/json.ts'
import { told, untold } from '#src/domain/told.ts'
import {
  asideMs,
  interactiveMs,
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
import { createSurroundings } from '#src/platforms/notiflows/surroundings.ts'
import { createTranslator } from '#src/platforms/notiflows/translate.ts'
import { createUserList } from '#src/platforms/notiflows/user-list.ts'
import { createPace, type Pace } from '#src/platforms/pace.ts'
import { askSmaller, checkPosition, readFollowing, readRecords } from '#src/platforms/page.ts'
import { PlatformError, type Platform } from '#src/platforms/platform.ts'
import { isRecord, readId } from '#src/platforms/record.ts'
import type { ScanBudget } from '#src/platforms/scan.ts'
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
  nationalNumbers: 'none',
  skipsSilently: true,
}

/**
 * Reads Notiflows by its Admin API. Takes where and with what keys, and what it runs on; `budget`
 * bounds one scan. Fails with an Error, which quotes neither, when the base URL or a key cannot be
 * used. Positions towards newer users are the platform's own cursors. Rules: contract Notiflows §1–§6,
 * checks F01–F10, B01–B09.
 */
export function createNotiflows(
  source: NotiflowsSource,
  deps: PlatformDeps & { readonly budget?: ScanBudget },
): Platform {
  const { clock, budget } = deps
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

  const listUsers = createUserList(getJson, translator, credentials, { clock, budget })

  return {
    name: 'notiflows',
    capabilities: notiflowsCapabilities,
    listUsers,
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
