import type { Capabilities } from '#src/domain/environment.ts'
import type { JsonObject } from '#src/domain/json.ts'
import { pageLimit, type UserPage } from '#src/domain/page.ts'
import { told, untold, type Told } from '#src/domain/told.ts'
import type { UserFacts } from '#src/domain/user.ts'
import {
  asideMs,
  hasRange,
  isEmptyRange,
  nobody,
  notAUser,
  nullIfNotFound,
  type PlatformDeps,
} from '#src/platforms/adapter.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import {
  present,
  type NotificationApiCredential,
} from '#src/platforms/notificationapi/credential.ts'
import { createLogReader } from '#src/platforms/notificationapi/logs.ts'
import { readPreferences } from '#src/platforms/notificationapi/preferences.ts'
import { createTranslator } from '#src/platforms/notificationapi/translate.ts'
import { createSwitches } from '#src/platforms/notificationapi/switches.ts'
import { createPace } from '#src/platforms/pace.ts'
import {
  askSmaller,
  badCursor,
  createSieve,
  readFollowing,
  readRecords,
  warning,
} from '#src/platforms/page.ts'
import type { ListRequest, Platform } from '#src/platforms/platform.ts'
import { placeOf, readPosition, startOf } from '#src/platforms/position.ts'
import { readId } from '#src/platforms/record.ts'
import type { WirePage } from '#src/platforms/resume.ts'
import { scanUsers, usualBudget, type ScanBudget } from '#src/platforms/scan.ts'
import { askAside, listAside, type Asking } from '#src/platforms/side-question.ts'
import { createUpstream } from '#src/platforms/upstream.ts'

export type NotificationApiSource = {
  readonly baseUrl: string
  readonly credential: NotificationApiCredential
}

export const notificationApiCapabilities: Capabilities = {
  createdRange: 'scan',
  previousPage: false,
  devices: 'list',
  order: 'unspecified',
  lastSeen: true,
  suppression: true,
  slack: true,
  names: false,
  nationalNumbers: 'us',
  skipsSilently: false,
}

/**
 * Reads NotificationAPI, also called Pingram. Takes where and with what credential, and what it runs
 * on; `budget` bounds one scan. Fails with an Error, which quotes neither, when the base URL or the
 * credential cannot be used. Rules: contract NotificationAPI §2–§6, checks F01–F10, B01–B09.
 */
export function createNotificationApi(
  source: NotificationApiSource,
  deps: PlatformDeps & { readonly budget?: ScanBudget },
): Platform {
  const { authorization, secrets, query, envId } = present(source.credential)
  const credentials = createNeedles(secrets)
  const upstream = createUpstream({
    ...deps,
    pace: createPace(deps.clock, deps.requestsPerSecond ?? null),
    baseUrl: source.baseUrl,
    headers: { authorization },
    secrets,
  })
  const { getJson } = upstream
  const translator = createTranslator(deps.environment, deps.fingerprint, credentials)

  const { clock, fingerprint } = deps
  const listActivity = createLogReader(upstream, envId, { clock, fingerprint, credentials })

  /**
   * Only the legacy path has them, and it begins with the client id, which is the environment's id
   * (§1–§3). Every id exists implicitly (§3), so a 404 means that the host has no such path.
   */
  async function askPreferences(id: string, asking: Asking): Promise<Told<JsonObject>> {
    if (envId === null) return untold('credential')
    const path = [envId, 'users', id, 'preferences']
    const answer = await askAside(asking, (signal) =>
      getJson({ path, query, signal, isAside: true }).catch(nullIfNotFound),
    )
    if (!answer.told) return answer
    return answer.value === null ? untold('platform') : told(answer.value)
  }

  const readPage = async (token: string, limit: number, signal: AbortSignal): Promise<WirePage> => {
    // Both parameters are required, so a first page is asked for with an empty token (§5).
    const answer = await getJson({
      path: ['users'],
      query: { limit: String(limit), nextToken: token, ...query },
      signal,
    })
    return toPage(answer, token)
  }

  /** One page of the platform as it comes, even when it is longer than asked for (F08). */
  async function readOn(request: ListRequest, token: string): Promise<UserPage<UserFacts>> {
    const wanted = Math.min(request.limit, pageLimit.max)
    const { answer, size } = await askSmaller(wanted, (limit) =>
      readPage(token, limit, request.signal),
    )
    const sieve = createSieve('id', credentials)
    const users = answer.records.flatMap((record) => {
      const found = sieve.take(record)
      return found === null ? [] : [translator.toUser(found.record, found.id)]
    })
    return {
      users,
      page: { after: placeOf(answer.next), before: null },
      coverage: {
        scanned: answer.records.length,
        matched: users.length,
        complete: answer.next === null,
      },
      warnings: [
        ...answer.warnings,
        ...sieve.warnings(),
        ...warning('longer-than-limit', answer.records.length - size),
      ],
    }
  }

  return {
    name: 'notificationapi',
    capabilities: notificationApiCapabilities,
    listUsers: async (request) => {
      if (request.from?.direction === 'before') throw badCursor()
      const from = request.from === null ? startOf('') : readPosition(request.from.position)
      if (isEmptyRange(request.created)) return nobody
      // A place inside a page is one that a scan gave, and only a scan goes on from there.
      const scans = hasRange(request.created) || request.match !== undefined || from.consumed > 0
      if (!scans) return readOn(request, from.token)
      return scanUsers(request, from, {
        idField: 'id',
        createdField: 'createdAt',
        clock,
        budget: deps.budget ?? usualBudget,
        credentials,
        translate: translator.toUser,
        read: (token, limit) => readPage(token, limit, request.signal),
      })
    },
    getUser: async (id, signal) => {
      const asking = { clock, deadline: clock.now() + asideMs, signal }
      const [record, preferences] = await Promise.all([
        getJson({ path: ['users', id], query, signal }).catch(nullIfNotFound),
        askPreferences(id, asking),
      ])
      if (record === null) return null
      const usable = readId(record['id'], credentials)
      // Without an id there is no telling whose record this is.
      if (usable === null) throw notAUser()
      return {
        user: translator.toUser(record, usable),
        raw: translator.toRaw(record),
        preferences: listAside(preferences, (answer) =>
          readPreferences(answer, translator.guardFor(record)),
        ),
        // It has no topics to subscribe to.
        subscriptions: untold('platform'),
      }
    },
    listActivity,
    switches: createSwitches(upstream, envId, clock),
  }
}

function toPage(answer: JsonObject, token: string): WirePage {
  const { lastEvaluatedKey: cursor, hasMore } = answer
  const isPage = typeof hasMore === 'boolean' || typeof cursor === 'string'
  const records = readRecords(answer, 'users', isPage)
  const used = token === '' ? null : token
  const following = readFollowing({ cursor, hasMore, used, isEmpty: records.length === 0 })
  return { records, ...following }
}
