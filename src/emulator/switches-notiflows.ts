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
