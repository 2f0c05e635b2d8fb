import { activityLimit } from '#src/domain/activity.ts'
import type { Environment } from '#src/domain/environment.ts'
import {
  answererOf,
  type FilterSubject,
  type InstantRange,
  readDevices,
  readEmail,
  readPhone,
  readReach,
} from '#src/domain/filters.ts'
import { pageLimit } from '#src/domain/page.ts'
import { type ChannelName, channelNames, reachValues } from '#src/domain/reach.ts'
import type { ActivityRequest, ListRequest } from '#src/platforms/platform.ts'

import { activityOf, type Direction, readCursor } from './cursor.ts'
import { instantShape, parseInstant } from './instant.ts'
import type { Filters } from './match.ts'
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

/** A map that may hold more names than are asked of it. */
type Params<Name extends string> = { readonly get: (name: Name) => string | undefined }

const readRange = <Name extends string>(
  params: Params<Name>,
  afterName: Name,
  beforeName: Name,
): InstantRange => {
  const after = readInstant(afterName, params.get(afterName))
  const before = readInstant(beforeName, params.get(beforeName))
  if (after !== null && before !== null && after >= before)
    throw wrong(`“${afterName}” must be earlier than “${beforeName}”, which is exclusive.`)
  return { after, before }
}

const scanNames = ['seenAfter', 'seenBefore', 'reach', 'device', 'email', 'phone'] as const
/** Everything that narrows a list. */
export const narrowingNames = ['createdAfter', 'createdBefore', ...scanNames] as const
type NarrowingName = (typeof narrowingNames)[number]
const listNames = ['limit', 'after', 'before', ...narrowingNames] as const
type ListName = (typeof listNames)[number]

const readFilters = (params: Params<NarrowingName>): Filters => {
  const reach = readReach(params.get('reach') ?? '')
  if (reach === null && params.get('reach') !== undefined)
    throw wrong(
      `“reach” must be channels with the reaches wanted, such as email:blocked|at-risk,push:at-risk; channels are ${channelNames.join(', ')}; reaches are ${reachValues.join(', ')}.`,
    )
  const devices = readDevices(params.get('device') ?? '')
  if (devices === null && params.get('device') !== undefined)
    throw wrong(
      '“device” must be platforms of devices, such as ios|android: ten at most, none twice.',
    )
  const email = readEmail(params.get('email') ?? '')
  if (email === null && params.get('email') !== undefined)
    throw wrong('“email” must be one email address, of at most 320 characters.')
  const phone = readPhone(params.get('phone') ?? '')
  if (phone === null && params.get('phone') !== undefined)
    throw wrong('“phone” must be one telephone number, of 6 digits at least.')
  return {
    seen: readRange(params, 'seenAfter', 'seenBefore'),
    reach: reach ?? {},
    devices,
    email,
    phone,
  }
}

/** Refuses what nobody can answer in this environment's list: it would be an empty list, or a wrong one. */
const checkAnswerable = (
  params: Params<NarrowingName>,
  { reach }: Filters,
  { name, capabilities }: Environment,
) => {
  const refuse = (parameter: NarrowingName, subject: FilterSubject, untold: string) => {
    if (params.get(parameter) === undefined || answererOf(subject, capabilities) !== null) return
    throw new ProblemError(
      'unanswerable-filter',
      `“${parameter}” cannot be asked of “${name}”: its platform does not tell ${untold} in a list.`,
    )
  }
  refuse('seenAfter', 'lastSeen', 'when somebody was last seen')
  refuse('seenBefore', 'lastSeen', 'when somebody was last seen')
  refuse('device', 'device', 'about devices')
  for (const channel of channelNames)
    if (reach[channel] !== undefined) refuse('reach', channel, `about the channel ${channel}`)
}

const readFrom = (
  params: Params<ListName>,
  { id, capabilities }: Environment,
): ListRequest['from'] => {
  const after = params.get('after')
  const before = params.get('before')
  if (after !== undefined && before !== undefined) {
    throw wrong('“after” and “before” cannot be given together.')
  }
  const cursor = after ?? before
  if (cursor === undefined) return null
  const direction: Direction = after === undefined ? 'before' : 'after'
  const position = readCursor(cursor, id, direction)
  if (direction === 'after') return { direction, position }
  if (!capabilities.previousPage)
    throw new ProblemError('bad-cursor', 'This environment cannot be read backwards.')
  const scans = scanNames.find((name) => params.get(name) !== undefined)
  if (scans === undefined) return { direction, position }
  throw wrong(`“before” cannot be given with “${scans}”: such a list is read forwards only.`)
}

/** What narrows a list: what its platform is asked, and what is asked of each user then. */
export type Narrowing = { readonly created: InstantRange; readonly filters: Filters }

/** A page of a list as it was asked for. */
export type ListQuery = Narrowing & Pick<ListRequest, 'limit' | 'from'>

/** What narrows a list. Throws a ProblemError (400) naming the parameter. */
export const readNarrowing = (
  params: Params<NarrowingName>,
  environment: Environment,
): Narrowing => {
  const created = readRange(params, 'createdAfter', 'createdBefore')
  const filters = readFilters(params)
  checkAnswerable(params, filters, environment)
  return { created, filters }
}

/**
 * The list that a query string asks for. Throws a ProblemError (400) naming the parameter, before
 * anybody asks the platform anything.
 * @param query without its question mark
 * @param environment whose a cursor must be, and who must be able to answer the filters
 */
export const readListQuery = (query: string, environment: Environment): ListQuery => {
  const params = readQuery(query, listNames)
  const limit = readLimit(params.get('limit'), pageLimit)
  const narrowing = readNarrowing(params, environment)
  return { ...narrowing, limit, from: readFrom(params, environment) }
}

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
