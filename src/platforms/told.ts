import { isJsonObject } from '#src/domain/json.ts'
import type { Needles } from '#src/platforms/needles.ts'

/** What a failing answer told about itself. */
export type Told = {
  readonly platformCode: string | null
  readonly platformRequestId: string | null
  /** What a 404 did not find, where the platform says (contract Notiflows §5: `details.resource`). */
  readonly missing: string | null
}

/**
 * The platform's own error code and request id: Notiflows `error.code` and `error.request_id`
 * (contract Notiflows §5), NotificationAPI `error.code` and `trackingId` (contract NotificationAPI
 * §6), else the header `x-request-id`. Taken only when they look like identifiers and hold none of
 * our credentials, so that an upstream that echoes our request cannot speak a secret through them (A06).
 */
export function readTold(headers: Headers, body: unknown, credentials: Needles): Told {
  const identifier = (value: unknown): string | null =>
    typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value) && !credentials.foundIn(value)
      ? value
      : null
  const envelope = isJsonObject(body) ? body : {}
  const error = isJsonObject(envelope['error']) ? envelope['error'] : {}
  const details = isJsonObject(error['details']) ? error['details'] : {}
  return {
    platformCode: identifier(error['code']),
    missing: identifier(details['resource']),
    platformRequestId:
      identifier(error['request_id']) ??
      identifier(envelope['trackingId']) ??
      identifier(headers.get('x-request-id')),
  }
}
