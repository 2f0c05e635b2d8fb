import * as z from 'zod'

import { disturbances, off, oneOf } from './switch-kinds.ts'

/** What Notiflows' contract leaves open, a switch each, likewise. */
export const notiflows = z.strictObject({
  /** §1: Admin is below `/admin` and `/admin/v1` alike, or below one of them. */
  adminPaths: oneOf('both', 'unversioned', 'versioned'),
  /** §1: a missing Admin header is 401, or 403. */
  missingKeys: oneOf('401', '403'),
  /** §1: an Admin key that nobody has is 401, or 403. */
  unknownKeys: oneOf('401', '403'),
  /** §1: two keys of different pairs are 401, or one of them counts. */
  mixedKeys: oneOf('refuse', 'api-key', 'secret-key'),
  /** §1: an account token on Admin is 401, or 403, or opens the project that it was made in. */
  tokenOnAdmin: oneOf('401', '403', 'accept'),
  /** §2: the lists of Management are there with the project in the path and without it, or one way only. */
  managementPaths: oneOf('both', 'bare', 'in-project'),
  /** §2: whether Management lists projects. */
  projectsList: oneOf('served', 'absent'),
  /** §2: `page_info` is empty, or says which page this is and how many rows there are. */
  pageInfo: oneOf('empty', 'filled'),
  /** §2: pages of Management hold fewer rows than `limit` although more follow. */
  shortManagementPages: off(),
  /** §4: a `limit` that is no whole number is 400, or asks for the default. */
  badLimit: oneOf('refuse', 'default'),
  /** §4: a `limit` below 1 is 400, or as good as 1. */
  lowLimit: oneOf('refuse', 'clamp'),
  /** §4: a `limit` over 1000 is 400, or as good as 1000. */
  overMaxLimit: oneOf('refuse', 'clamp'),
  /** §4: `after` and `before` together are 400, or `before` is ignored. */
  bothCursors: oneOf('refuse', 'after'),
  /** §4: a cursor that cannot be read is 400, or asks for the first page. */
  badCursor: oneOf('refuse', 'first-page'),
  /** §4: so is an empty one. */
  emptyCursor: oneOf('refuse', 'first-page'),
  /** §4: a cursor whose item was deleted still works, or is 400. */
  deletedCursor: oneOf('works', 'refuse'),
  /** §4: cursors name the page's own first and last items, or those next to them. */
  cursorNames: oneOf('page-end', 'neighbour'),
  /** §4: a `before` page has those nearest to the cursor, or the newest of all, or the nearest in reverse order. */
  beforePage: oneOf('nearest', 'newest', 'reversed'),
  /** §4: a `before` page tells of more on both sides, or on the newer side alone. */
  beforeFlags: oneOf('both', 'newer-only'),
  /** §4: `has_more_before` of a `before` page comes of looking one further, or of the page being full. */
  moreBefore: oneOf('looked-up', 'guessed'),
  /** §4: those of one second stand by id, newest first, or the other way round within each page. */
  ties: oneOf('by-id', 'unsettled'),
  /** §4: a page of nobody has no cursors, or has the one back that was sent. */
  emptyResult: oneOf('no-cursors', 'echo'),
  /** §4: what comes during an `after` walk does not touch it, or shifts it, so that items are repeated. */
  insertsDuringWalk: oneOf('unseen', 'shift'),
  /** §4: other filters than a cursor's own hold from there on, or are 400, or are ignored for its own. */
  changedFilters: oneOf('apply', 'refuse', 'remember'),
  /** §4: `created_after` and `created_before` leave their ends out. */
  strictFilterEnds: off(),
  /** §4: a filter's time without a zone is UTC, or 400. */
  missingZone: oneOf('utc', 'refuse'),
  /** §4: a bare date in a filter is 400, or midnight UTC. */
  bareDates: oneOf('refuse', 'midnight'),
  /** §4: anything else that is no time in a filter is 400, or no filter. */
  badDates: oneOf('refuse', 'ignore'),
  /** §4: a range that ends before it begins is empty, or 400. */
  invertedRange: oneOf('empty', 'refuse'),
  /** §9: a query parameter that nobody knows is ignored, or 400. */
  unknownParams: oneOf('ignore', 'refuse'),
  /** §9: how a field without a value is written. */
  unset: oneOf('null', 'omitted'),
  /** §5: every write is refused with 403, as for a key that may only read. */
  readOnlyKeys: off(),
  /** §9: whether internal ids resolve beside external ones. */
  internalIdsResolve: off(),
  /** §9: DELETE of somebody unknown is 404, or 204. */
  deleteUnknown: oneOf('404', '204'),
  /** §9: a deleted user's settings, preferences and subscriptions go too, or stay. */
  deletedBelongings: oneOf('drop', 'keep'),
  /** §9: what becomes of a deleted user's deliveries and notifications. */
  deletedHistory: oneOf('keep', 'drop'),
  /** §9: a body `external_id` unlike the path's is 422, or ignored. */
  otherBodyExternalId: oneOf('refuse', 'ignore'),
  /** §9: an upsert that creates needs no `external_id` in its body, or is 422 without. */
  absentExternalId: oneOf('accept', 'refuse'),
  /** §9: a bad email, phone, avatar or timezone is 422, or stored as it is. */
  badFields: oneOf('refuse', 'accept'),
  /** §9: an explicit null in an upsert clears the field, or is as good as absent. */
  nullWrites: oneOf('clear', 'ignore'),
  /** §9: PUT of channel settings replaces the device tokens, or adds to them. */
  deviceTokens: oneOf('replace', 'add'),
  /** §9: the notiflows in preferences go by their id, or by their handle. */
  preferencesKeyedBy: oneOf('id', 'handle'),
  /** §9: what the preferences say of somebody who never set any: all six types true, or nothing. */
  unsetPreferences: oneOf('all-true', 'empty'),
  /** §9: the status of a run that started. */
  runStatus: oneOf('200', '201', '202'),
  /** §2: the status of a bulk subscription where all went well. */
  bulkStatus: oneOf('200', '201'),
  /** §2: a bulk subscription to a topic that is not there makes it, or is 404. */
  bulkNewTopic: oneOf('create', '404'),
  /** §6: `Idempotency-Key` on a run is honoured, and 409 when its body is another. */
  idempotencyKeys: off(),
  /** §5: the shape of an error's `type`, the source page's or the newer pages'. */
  errorType: oneOf('source', 'newer'),
  /** §5: the code of a 403. */
  forbiddenCode: oneOf('forbidden', 'permission_denied'),
  /** §5: the code of a 409. */
  conflictCode: oneOf('conflict', 'invalid_state'),
  /** §5: the code of a 422. */
  validationCode: oneOf('validation_failed', 'unprocessable_entity'),
  /** §5: a write whose fields cannot be taken is 422, or 400. */
  validationStatus: oneOf('422', '400'),
  /** §5: the code of a 429. */
  rateLimitCode: oneOf('rate_limited', 'too_many_requests'),
  /** §5: the code of a 500. */
  internalCode: oneOf('internal_error', 'internal_server_error'),
  /** §5: preferences that cannot be taken are 400, or 422. */
  badPreferences: oneOf('400', '422'),
  /** §5: a bulk subscription that cannot be read is 400, or 422. */
  badBulk: oneOf('400', '422'),
  /** §5: running a notiflow that is not active is 409, or 422. */
  draftRun: oneOf('409', '422'),
  /** §5: a list of what belongs to somebody or something unknown is 404, or empty. */
  unknownOwner: oneOf('404', 'empty'),
  /** §9: a channel id that no channel has is 404, or 400. */
  unknownChannel: oneOf('404', '400'),
  /** §9: a channel id that is no UUID is 400, or 404. */
  badChannelId: oneOf('400', '404'),
  /** §9: a 422 names every bad field, or the first. */
  fieldFaults: oneOf('each', 'first'),
  /** §9: what a 422 says of a field: `is invalid`, or `phone is invalid`. */
  faultMessages: oneOf('short', 'full'),
  /** §6: `retry_after` counts seconds, or milliseconds. */
  retryAfterUnit: oneOf('seconds', 'milliseconds'),
  ...disturbances,
})
