import { activityLimit } from '#src/domain/activity.ts'
import { pageLimit } from '#src/domain/page.ts'
import { type ChannelName, channelNames } from '#src/domain/reach.ts'
import type { ActivityRequest, ListRequest } from '#src/platforms/platform.ts'

import { activityOf, type Direction, readCursor } from './cursor.ts'
import { instantShape, parseInstant } from './instant.ts'
import { ProblemError } from './problems.ts'

const wrong = (detail: string) => new ProblemError('bad-parameter', detail)

/**
 * Percent-decodes one part of a URL to exactly the bytes that were meant. Throws a ProblemError (400)
 * for what is not UTF-8, where URLSearchParams would put a replacement character and go on.
 */
export const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new ProblemError('bad-request', 'The address holds a broken percent-encoding.')
  }
}

// A name is echoed to be found, so it is cut and stripped of what is not plain.
const printable = (name: string) => name.replaceAll(/[^\w.-]/gu, '?').slice(0, 40)

/**
 * Reads a query string strictly (check A09): every parameter known, none twice.
 * Throws a ProblemError (400) naming the parameter.
 * @param query without its question mark
 */
export const readQuery = <Name extends string>(
  query: string,
  known: readonly Name[],
): ReadonlyMap<Name, string> => {
  const found = new Map<Name, string>()
  for (const pair of query.split('&')) {
    if (pair === '') continue
    const [name = '', ...rest] = pair.replaceAll('+', ' ').split('=')
    const wanted = decodePart(name)
    const match = known.find((candidate) => candidate === wanted)
    if (match === undefined) {
      throw wrong(
        known.length === 0
          ? `There is no parameter “${printable(wanted)}” here.`
          : `There is no parameter “${printable(wanted)}”; there are ${known.join(', ')}.`,
      )
    }
    if (found.has(match)) throw wrong(`The parameter “${match}” is given more than once.`)
    found.set(match, decodePart(rest.join('=')))
  }
  return found
}

type Limits = { readonly min: number; readonly max: number; readonly default: number }

const readLimit = (text: string | undefined, limits: Limits): number => {
  if (text === undefined) return limits.default
  const limit = /^[1-9]\d{0,3}$/u.test(text) ? Number(text) : Number.NaN
  if (limit >= limits.min && limit <= limits.max) return limit
  throw wrong(`“limit” must be a whole number from ${limits.min} to ${limits.max}.`)
}

const readInstant = (name: string, text: string | undefined): number | null => {
  if (text === undefined) return null
  const instant = parseInstant(text)
  if (instant === null) throw wrong(`“${name}” must be ${instantShape}.`)
  return instant
}

const listNames = ['limit', 'after', 'before', 'createdAfter', 'createdBefore'] as const

/**
 * The list that a query string asks for, without the signal. Throws a ProblemError (400) naming the
 * parameter, before anybody asks the platform anything.
 * @param query without its question mark
 * @param environment the id that a cursor must be bound to
 */
export const readListRequest = (
  query: string,
  environment: string,
): Omit<ListRequest, 'signal'> => {
  const params = readQuery(query, listNames)
  const limit = readLimit(params.get('limit'), pageLimit)
  const created = {
    after: readInstant('createdAfter', params.get('createdAfter')),
    before: readInstant('createdBefore', params.get('createdBefore')),
  }
  if (created.after !== null && created.before !== null && created.after >= created.before) {
    throw wrong('“createdAfter” must be earlier than “createdBefore”, which is exclusive.')
  }
  const after = params.get('after')
  const before = params.get('before')
  if (after !== undefined && before !== undefined) {
    throw wrong('“after” and “before” cannot be given together.')
  }
  const cursor = after ?? before
  if (cursor === undefined) return { limit, created, from: null }
  const direction: Direction = after === undefined ? 'before' : 'after'
  return {
    limit,
    created,
    from: { direction, position: readCursor(cursor, environment, direction) },
  }
}

/** A map that may hold more names than are asked of it. */
type Params<Name extends string> = { readonly get: (name: Name) => string | undefined }

/**
 * The id in `?id=`, byte for byte. Throws a ProblemError (400) without one.
 * @param query without its question mark
 */
export const readUserId = (query: string): string => idIn(readQuery(query, ['id']))

const idIn = (params: Params<'id'>): string => {
  const id = params.get('id')
  if (id === undefined || id === '') throw wrong('“id” must be given: the id of the user.')
  return id
}

type ActivityQuery = Omit<ActivityRequest, 'signal'>

const readActivity = (
  params: Params<'limit' | 'after'>,
  environment: string,
  id: string,
): ActivityQuery => {
  const after = params.get('after')
  return {
    id,
    limit: readLimit(params.get('limit'), activityLimit),
    after: after === undefined ? null : readCursor(after, environment, activityOf(id)),
  }
}

/**
 * The activity that a query string asks for, of the user that the path names. Throws a ProblemError
 * (400) naming the parameter, before anybody asks the platform anything.
 * @param query without its question mark
 * @param environment the id that a cursor must be bound to, beside the user's
 */
export const readActivityRequest = (query: string, environment: string, id: string) =>
  readActivity(readQuery(query, ['limit', 'after']), environment, id)

/** The same, of the user that `?id=` names, byte for byte. */
export const readActivityRequestById = (query: string, environment: string): ActivityQuery => {
  const params = readQuery(query, ['id', 'limit', 'after'])
  return readActivity(params, environment, idIn(params))
}

export type WhyRequest = { readonly id: string; readonly channel: ChannelName }

/**
 * The user and the channel that a query string asks about. Throws a ProblemError (400) naming the
 * parameter.
 * @param query without its question mark
 */
export const readWhyRequest = (query: string): WhyRequest => {
  const given = readQuery(query, ['id', 'channel'])
  const channel = channelNames.find((name) => name === given.get('channel'))
  if (channel === undefined) throw wrong(`“channel” must be one of ${channelNames.join(', ')}.`)
  return { id: idIn(given), channel }
}
