import * as z from 'zod'

const off = () => z.boolean().default(false)
const every = () => z.int().min(0).max(1_000_000).default(0)
const size = (initial: number) => z.int().min(1).max(100_000).default(initial)
const wait = (initial: number, max: number) => z.int().min(0).max(max).default(initial)
const oneOf = <const Words extends readonly [string, ...string[]]>(
  ...words: Words
): z.ZodDefault<z.ZodEnum<{ [Word in Words[number]]: Word }>> => {
  const choice = z.enum(words)
  return z._default(choice, choice.parse(words[0]))
}

/** Bad days, by count: what both platforms do to their clients now and then. */
const disturbances = {
  /** Every so many requests one is refused with 429 and `Retry-After`; 0 for never. */
  refuseEvery: every(),
  /** Every so many requests one fails with 500; 0 for never. */
  failEvery: every(),
  /** Seconds in `Retry-After` (and in Notiflows' `retry_after`). */
  retryAfter: wait(3, 86_400),
  /** Milliseconds before each answer. */
  latencyMs: wait(0, 600_000),
}

/**
 * What NotificationAPI's contract leaves open, a switch each; the first word of a choice is what the
 * contract tells an emulator to assume.
 */
const notificationapi = z.strictObject({
  /** §5, §11: the page size when `limit` is absent. */
  defaultLimit: size(100),
  /** §5, §11: the largest page. */
  maxLimit: size(1000),
  /** §5, §11: a `limit` over that is cut down to it, or answered with 400. */
  overMaxLimit: oneOf('clamp', 'refuse'),
  /** §5: an absent `nextToken` asks for the first page, or is a 400 (the reference says "required"). */
  absentToken: oneOf('first-page', 'refuse'),
  /** §5: pages hold fewer users than `limit` although more follow. */
  shortPages: off(),
  /** §5: before each page that has users, one without any, `hasMore: true` and a token of its own. */
  emptyPages: off(),
  /** §5: a last page that is exactly full still carries a token, followed by an empty page. */
  tokenOnFullLastPage: off(),
  /** §11: how a field without a value is written. */
  unset: oneOf('omitted', 'null'),
  /** §2: an account that names no environment gets 400, or the account's first environment. */
  absentEnvId: oneOf('refuse', 'first'),
  /** §2: an `envId` that the credential does not see is 401, or 403. */
  foreignEnvId: oneOf('401', '403'),
  /** §11: POST merges push tokens by type and device, web push by endpoint; or replaces the lists. */
  tokenWrites: oneOf('merge', 'replace'),
  /** §11: `null` in a POST clears the field, or is as good as absent. */
  nullWrites: oneOf('clear', 'ignore'),
  /** §11: a body `id` unlike the path's is 400, or ignored. */
  otherBodyId: oneOf('refuse', 'ignore'),
  /** §11: a read-only field in a POST is ignored, or 400. */
  readOnlyWrites: oneOf('ignore', 'refuse'),
  /** §11: whether a new email address lifts the suppression of the old one. */
  newEmailLiftsSuppression: off(),
  /** §11: DELETE of somebody unknown is 200, or 404. */
  deleteUnknown: oneOf('200', '404'),
  /** §11: lifting a suppression on a channel other than EMAIL is 400, or does nothing. */
  otherSuppressionChannel: oneOf('refuse', 'ignore'),
  /** §11: whether GET of an unknown id creates the user. */
  getCreates: off(),
  /** §3: how often a log query answers "not yet" before its result. */
  logQueryPolls: wait(1, 1000),
  /** §3: the words for a log query's state. */
  logStatusWords: oneOf('capitalised', 'upper-case', 'lower-case'),
  /** §3: whether `dateRangeFilter` counts seconds since 1970, or milliseconds. */
  logDates: oneOf('seconds', 'milliseconds'),
  /** §3: the most rows that a log query gives. */
  maxLogs: size(1000),
  /** §6: every call is refused with 402, as when the plan's limit is used up. */
  usageLimitReached: off(),
  /** §6: every so many requests one fails with 502, a provider's fault; 0 for never. */
  providerFailEvery: every(),
  ...disturbances,
})

/** What Notiflows' contract leaves open, a switch each, likewise. */
const notiflows = z.strictObject({
  /** §4: `created_after` and `created_before` leave their ends out. */
  strictFilterEnds: off(),
  /** §4: a `limit` out of range is cut to 1…1000 instead of refused. */
  clampLimit: off(),
  /** §4: `after` and `before` together are 400, or `before` is ignored. */
  bothCursors: oneOf('refuse', 'after'),
  /** §4: a cursor that cannot be read is 400, or asks for the first page. */
  badCursor: oneOf('refuse', 'first-page'),
  /** §4: a bare date in a filter is 400, or midnight UTC. */
  bareDates: oneOf('refuse', 'midnight'),
  /** §9: how a field without a value is written. */
  unset: oneOf('null', 'omitted'),
  /** §5: the shape of an error's `type`, the source page's or the newer pages'. */
  errorType: oneOf('source', 'newer'),
  /** §5: the codes that are assumptions (403, 409, 422, 429, 500) all read `error` instead. */
  unnamedCodes: off(),
  /** §5: every write is refused with 403, as for a key that may only read. */
  readOnlyKeys: off(),
  /** §9: whether internal ids resolve beside external ones. */
  internalIdsResolve: off(),
  /** §9: DELETE of somebody unknown is 404, or 204. */
  deleteUnknown: oneOf('404', '204'),
  /** §9: what becomes of a deleted user's deliveries and notifications. */
  deletedHistory: oneOf('keep', 'drop'),
  /** §9: a body `external_id` unlike the path's is 422, or ignored. */
  otherBodyExternalId: oneOf('refuse', 'ignore'),
  /** §9: a bad email, phone, avatar or timezone is 422, or stored as it is. */
  badFields: oneOf('refuse', 'accept'),
  /** §9: an explicit null in an upsert clears the field, or is as good as absent. */
  nullWrites: oneOf('clear', 'ignore'),
  /** §9: PUT of channel settings replaces the device tokens, or adds to them. */
  deviceTokens: oneOf('replace', 'add'),
  /** §9: what the preferences say of somebody who never set any: all six types true, or nothing. */
  unsetPreferences: oneOf('all-true', 'empty'),
  /** §9: the status of a run that started. */
  runStatus: oneOf('200', '201', '202'),
  /** §2: the status of a bulk subscription where all went well. */
  bulkStatus: oneOf('200', '201'),
  /** §6: `Idempotency-Key` on a run is honoured, and 409 when its body is another. */
  idempotencyKeys: off(),
  ...disturbances,
})

const schema = z.strictObject({
  notificationapi: notificationapi.prefault({}),
  notiflows: notiflows.prefault({}),
})

/** Every assumption about the platforms, settled one way or another. */
export type Switches = Readonly<z.infer<typeof schema>>
export type NotificationapiSwitches = Readonly<Switches['notificationapi']>
export type NotiflowsSwitches = Readonly<Switches['notiflows']>
export type SwitchOverrides = {
  readonly notificationapi?: Partial<NotificationapiSwitches>
  readonly notiflows?: Partial<NotiflowsSwitches>
}

/** The assumptions that the contracts tell an emulator to make. */
export const defaultSwitches: Switches = schema.parse({})

/** The defaults with the given switches set differently. */
export const withDefaults = (overrides: SwitchOverrides = {}): Switches => schema.parse(overrides)

/**
 * Reads switches written down as JSON: `{ "notificationapi": { "shortPages": true } }`. Fails with a
 * message that begins with `name` and names every switch that is unknown or badly set, never repeating a value.
 */
export const parseSwitches = (name: string, text: string): SwitchOverrides => {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Error(`${name} must be JSON, such as {"notificationapi":{"shortPages":true}}`)
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Error(`${name}: ${parsed.error.issues.flatMap(describe).join('; ')}`)
}

const describe = (issue: z.core.$ZodIssue): string[] => {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const prefix = path === '' ? '' : `${path}.`
    return issue.keys.map((key) => `${prefix}${key} is no switch`)
  }
  const name = path === '' ? 'the whole' : path
  if (issue.code === 'invalid_value') {
    return [`${name} must be one of ${issue.values.map(String).join(', ')}`]
  }
  if (issue.code === 'too_small') return [`${name} must be ${issue.minimum} or more`]
  if (issue.code === 'too_big') return [`${name} must be ${issue.maximum} or less`]
  const wanted = issue.code === 'invalid_type' ? expected[issue.expected] : undefined
  return [`${name} must be ${wanted ?? 'something else'}`]
}

const expected: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a whole number',
  object: 'an object',
}
