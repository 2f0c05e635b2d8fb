import type { DeviceFacts, SubscriptionFacts } from '#src/domain/user.ts'
import type { Guard } from '#src/platforms/guard.ts'
import { isPoint } from '#src/platforms/notificationapi/p256.ts'
import { wirePushToken, wireWebPushToken } from '#src/platforms/notificationapi/wire.ts'
import type { Fingerprinter } from '#src/platforms/platform.ts'
import { isRecord, readText } from '#src/platforms/record.ts'
import { tokenFormOf } from '#src/platforms/token-form.ts'
import { readEach, readTolerantly, type Faults } from '#src/platforms/tolerant.ts'

/** What reading any part of one record needs. */
export type Reading = {
  readonly guard: Guard
  readonly faults: Faults
  readonly fingerprint: Fingerprinter
}

/**
 * Which of Apple's gateways a token belongs to (contract NotificationAPI §4, §10, §11). What stands there
 * and is no text is none of the words that mean the sandbox.
 */
function apnsEnvironmentOf(
  type: string,
  word: string | null,
  given: unknown,
): DeviceFacts['apnsEnvironment'] {
  // Legacy documentation spells the type in lower case (§14).
  if (type.toUpperCase() !== 'APN') return null
  if (given !== null && given !== undefined && typeof given !== 'string') return 'unrecognised'
  if (word === null || word === 'sandbox' || word === 'undefined') return 'sandbox'
  return word === 'production' ? 'production' : 'unrecognised'
}

/**
 * Push devices in the domain's form, tokens as fingerprints. An entry without a readable token is no
 * device: it is left out and its path noted.
 */
export function readDevices(items: readonly unknown[], reading: Reading): DeviceFacts[] {
  const { guard, faults, fingerprint } = reading
  return readEach(items, 'pushTokens', faults, (item, path) => {
    const wire = readTolerantly(wirePushToken, item, path, faults)
    if (typeof wire?.token !== 'string' || wire.token === '') {
      faults.note(wire === null ? path : `${path}.token`)
      return null
    }
    const type = readText(wire.type, guard) ?? 'unknown'
    const environmentRaw = readText(wire.environment, guard)
    const { device } = wire
    return {
      type,
      token: fingerprint(wire.token),
      tokenForm: tokenFormOf(wire.token),
      deviceId: readText(device?.device_id, guard),
      appId: readText(device?.app_id, guard),
      adId: readText(device?.ad_id, guard),
      platform: readText(device?.platform, guard),
      manufacturer: readText(device?.manufacturer, guard),
      model: readText(device?.model, guard),
      apnsEnvironment: apnsEnvironmentOf(
        type,
        environmentRaw,
        isRecord(item) ? item['environment'] : null,
      ),
      environmentRaw,
    }
  })
}

/** Who pushes at a host, and for which browsers that is the service of their maker. */
const services: readonly { host: RegExp; service: string; browser: string }[] = [
  {
    host: /^(?:fcm|android|jmt17)\.googleapis\.com$/,
    service: 'Google FCM',
    browser: 'Chrome or another Chromium',
  },
  { host: /(?:^|\.)push\.services\.mozilla\.com$/, service: 'Mozilla', browser: 'Firefox' },
  { host: /(?:^|\.)push\.apple\.com$/, service: 'Apple', browser: 'Safari' },
  { host: /(?:^|\.)(?:notify|wns)\.windows\.com$/, service: 'Microsoft WNS', browser: 'Edge' },
]

const nowhere = { origin: null, service: null, browser: null }

function readOrigin(endpoint: string): Pick<SubscriptionFacts, 'origin' | 'service' | 'browser'> {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return nowhere
  const found = services.find(({ host }) => host.test(url.hostname))
  return {
    origin: url.origin,
    service: found?.service ?? null,
    browser: found?.browser ?? null,
  }
}

/** Base64 or base64url, with or without padding; null when the text is neither. */
function decode(text: string | null | undefined): Buffer | null {
  if (typeof text !== 'string' || text.length > 256) return null
  return /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null
}

/**
 * Web push subscriptions in the domain's form: who pushes, and whether the keys are what RFC 8291 §3
 * demands (an uncompressed P-256 point of 65 bytes, 16 bytes of authentication secret);
 * never the endpoint or the keys. An entry without a readable endpoint is left out and noted.
 */
export function readSubscriptions(
  items: readonly unknown[],
  { guard, faults, fingerprint }: Reading,
): SubscriptionFacts[] {
  return readEach(items, 'webPushTokens', faults, (item, path) => {
    const wire = readTolerantly(wireWebPushToken, item, path, faults)
    const endpoint = wire?.sub?.endpoint
    if (typeof endpoint !== 'string' || endpoint === '') {
      faults.note(wire === null ? path : `${path}.sub.endpoint`)
      return null
    }
    const { origin, service, browser } = readOrigin(endpoint)
    const point = decode(wire?.sub?.keys?.p256dh)
    return {
      origin: origin === null ? null : guard.text(origin),
      service,
      browser,
      endpoint: fingerprint(endpoint),
      keys: {
        p256dh: point !== null && isPoint(point),
        auth: decode(wire?.sub?.keys?.auth)?.length === 16,
      },
    }
  })
}
