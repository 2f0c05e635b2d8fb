import * as z from 'zod'

import { disturbances, every, off, oneOf, size, wait } from './switch-kinds.ts'

const errorBodies = ['message', 'error', 'empty', 'html'] as const

/**
 * What NotificationAPI's contract leaves open, a switch each; the first word of a choice is what the
 * contract tells an emulator to assume.
 */
export const notificationapi = z.strictObject({
  /** §2: no credential at all is 401, or 403. */
  missingCredential: oneOf('401', '403'),
  /** §2: a credential that nobody has is 401, or 403. */
  unknownCredential: oneOf('401', '403'),
  /** §2: the key for clients is 401 where servers ask, or 403. */
  publicKey: oneOf('401', '403'),
  /** §2: an end user who asks what only servers may, or about somebody else, is 401, or 403. */
  endUserOutOfPlace: oneOf('401', '403'),
  /** §2: an end user without the hash that secure mode demands is 401, or 403. */
  unprovenEndUser: oneOf('401', '403'),
  /** §2: a key of one environment may name that one, or is answered with 400. */
  ownEnvId: oneOf('accept', 'refuse'),
  /** §2: an account that names no environment gets 400, or the account's first environment. */
  absentEnvId: oneOf('refuse', 'first'),
  /** §2: an `envId` that the credential does not see is 401, or 403. */
  foreignEnvId: oneOf('401', '403'),
  /** §1, §2: the legacy paths take an API key as well as the legacy credential, or answer it with 401. */
  keysOnLegacyPaths: oneOf('accept', 'refuse'),
  /** §5: an absent `limit` asks for the default, or is a 400 (the reference says "required"). */
  absentLimit: oneOf('default', 'refuse'),
  /** §5, §11: the page size when `limit` is absent. */
  defaultLimit: size(100),
  /** §5: a `limit` that is no number or below 1 is 400, or asks for the default. */
  badLimit: oneOf('refuse', 'default'),
  /** §5: a fraction in `limit` is dropped, or 400. */
  fractionalLimit: oneOf('floor', 'refuse'),
  /** §5, §11: the largest page. */
  maxLimit: size(1000),
  /** §5, §11: a `limit` over that is cut down to it, or answered with 400. */
  overMaxLimit: oneOf('clamp', 'refuse'),
  /** §5: an absent `nextToken` asks for the first page, or is a 400 (the reference says "required"). */
  absentToken: oneOf('first-page', 'refuse'),
  /** §5: so does an empty one. */
  emptyToken: oneOf('first-page', 'refuse'),
  /** §5: a token that cannot be read is 400, or 401, or asks for the first page. */
  badToken: oneOf('400', '401', 'first-page'),
  /** §5: a token of another environment, likewise; or it is as good here. */
  foreignToken: oneOf('400', '401', 'first-page', 'accept'),
  /** §5: a token whose user was deleted still works, or is 400. */
  deletedToken: oneOf('works', 'refuse'),
  /** §5: a token serves for any `limit`, or is 400 for another than its own. */
  tokenLimit: oneOf('free', 'bound'),
  /** §5: how a token is written; only the first needs no percent-encoding. */
  tokenForm: oneOf('base64url', 'base64', 'json'),
  /** §5: the order of the list. */
  listOrder: oneOf('hash', 'id', 'creation'),
  /** §5: pages hold fewer users than `limit` although more follow. */
  shortPages: off(),
  /** §5: before each page that has users, one without any, `hasMore: true` and a token of its own. */
  emptyPages: off(),
  /** §5: a last page that is exactly full still carries a token, followed by an empty page. */
  tokenOnFullLastPage: off(),
  /** §5: the bytes that the users of one page may take; 0 for any number. */
  maxPageBytes: wait(0, 100_000_000),
  /** §11: how a field without a value is written. */
  unset: oneOf('omitted', 'null'),
  /** §11: a list without members, push tokens or browsers, is omitted, or written as `[]`, or null. */
  emptyCollections: oneOf('omitted', 'list', 'null'),
  /** §11: how times are written: ISO 8601 UTC with milliseconds, or in whole seconds, or at an offset; or a number. */
  timestamps: oneOf('milliseconds', 'seconds', 'offset', 'epoch-milliseconds'),
  /** §4: what `emailSuppressionStatus.details` is: the object of Amazon SES, that below a key, or nothing. */
  suppressionDetails: oneOf('ses', 'wrapped', 'empty'),
  /** §11: a push token's `environment` other than the two words is passed through, dropped, or 400 in a POST. */
  otherTokenEnvironment: oneOf('pass', 'drop', 'refuse'),
  /** §11: fields that a POST leaves out stay, or are cleared. */
  absentWrites: oneOf('keep', 'clear'),
  /** §11: POST replaces the Slack token as a whole, or field by field. */
  slackTokenWrites: oneOf('replace', 'merge'),
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
  /** §11: lifting a suppression that is not there is 200, or 404. */
  liftAbsent: oneOf('200', '404'),
  /** §11: lifting a suppression on a channel other than EMAIL is 400, or does nothing. */
  otherSuppressionChannel: oneOf('refuse', 'ignore'),
  /** §11: whether GET of an unknown id creates the user. */
  getCreates: off(),
  /** §11: somebody known by name alone is not in the list, or is from the first call that names them. */
  implicitUsers: oneOf('unlisted', 'listed'),
  /** §3: how often a log query answers "not yet" before its result. */
  logQueryPolls: wait(1, 1000),
  /** §3: the words for a log query's state. */
  logStatusWords: oneOf('capitalised', 'upper-case', 'lower-case'),
  /** §3: whether `dateRangeFilter` counts seconds since 1970, or milliseconds. */
  logDates: oneOf('seconds', 'milliseconds'),
  /** §3: every log query ends in failure. */
  logQueriesFail: off(),
  /** §3: the most rows that a log query gives. */
  maxLogs: size(1000),
  /** §6: the body of a 401: its message in `message`, in `error`, none at all, or a page of HTML. */
  unauthorizedBody: oneOf(...errorBodies),
  /** §6: the body of a 500, likewise. */
  faultBody: oneOf(...errorBodies),
  /** §6: the body of a 403, 404 or 429, likewise. */
  otherErrorBody: oneOf(...errorBodies),
  /** §6: how error codes are written: `invalid_request`, `INVALID_REQUEST`, or not at all. */
  errorCodes: oneOf('lower-case', 'upper-case', 'absent'),
  /** §6: every call is refused with 402, as when the plan's limit is used up. */
  usageLimitReached: off(),
  /** §6: every so many requests one fails with 502, a provider's fault; 0 for never. */
  providerFailEvery: every(),
  ...disturbances,
})
