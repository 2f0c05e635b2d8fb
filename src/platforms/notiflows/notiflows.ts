import type { Capabilities } from '#src/domain/environment.ts'
import type { JsonObject } from '#src/domain/json.ts'
import { pageLimit } from '#src/domain/page.ts'
import {
  hasRange,
  isEmptyRange,
  isWithin,
  nobody,
  notAUser,
  nullIfNotFound,
  type PlatformDeps,
} from '#src/platforms/adapter.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { createdQuery } from '#src/platforms/notiflows/range.ts'
import { createTranslator } from '#src/platforms/notiflows/translate.ts'
import {
  askSmaller,
  badCursor,
  createSieve,
  readFollowing,
  readRecords,
  warning,
  type Following,
} from '#src/platforms/page.ts'
import type { ListRequest, Platform } from '#src/platforms/platform.ts'
import { isRecord, readId } from '#src/platforms/record.ts'
import { createUpstream } from '#src/platforms/upstream.ts'

export type NotiflowsSource = {
  /** With or without a version segment: the documentation has both (contract Notiflows §1). */
  readonly baseUrl: string
  readonly apiKey: string
  readonly secretKey: string
  /** Opens the Management API, for a user's devices; not used yet, and kept out of every answer. */
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
  const { accountToken } = source
  const secrets = [
    source.apiKey,
    source.secretKey,
    ...(accountToken === undefined ? [] : [accountToken]),
  ]
  const credentials = createNeedles(secrets)
  const { getJson } = createUpstream({
    ...deps,
    baseUrl: source.baseUrl,
    headers: {
      'x-notiflows-api-key': source.apiKey,
      'x-notiflows-secret-key': source.secretKey,
    },
    secrets,
  })
  const translator = createTranslator(deps.environment, deps.fingerprint, credentials)

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
      if (request.from?.position === '') throw badCursor()
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
      const record = await getJson({ path: ['users', id], query: {}, signal }).catch(nullIfNotFound)
      if (record === null) return null
      const usable = readId(record['external_id'], credentials)
      // Without an id there is no telling whose record this is.
      if (usable === null) throw notAUser()
      return { user: translator.toUser(record, usable), raw: translator.toRaw(record) }
    },
  }
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
