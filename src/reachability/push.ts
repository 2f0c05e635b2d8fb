import { askedOnce } from '#src/domain/asked-once.ts'
import type { Stage } from '#src/domain/environment.ts'
import type { Reason } from '#src/domain/reach.ts'
import type { Untold } from '#src/domain/told.ts'
import type { DeviceFacts, PushChannel, PushDevice, UserFacts } from '#src/domain/user.ts'

import { absent, best, blocks, notes, risks, unknown, weigh, type Weighed } from './weigh.ts'

const field = 'channels.push.devices'

/**
 * Days after which a registration counts as dead: Firebase itself drops tokens of devices that have not
 * connected for 270 days ("Best practices for FCM registration token management").
 */
export const daysUntilStale = 270
const dayMs = 86_400_000

/** `lastSeen`: whether the platform has that field at all. `skipsSilently`: see `Circumstances`. */
type Setting = {
  readonly stage: Stage
  readonly now: number
  readonly lastSeen: boolean
  readonly skipsSilently: boolean
}

// The same for everybody, and a page has a thousand people.
const none = { code: 'no-device', field } as const
const nothing: PushChannel = { ...absent(none), devices: [] }
const nothingSkipped: PushChannel = { ...absent({ ...none, detail: 'skipped' }), devices: [] }
const notTold = askedOnce((why: Untold): PushChannel => ({
  ...unknown('devices-not-told', field, why),
  devices: [],
}))

/** How many entries have a device's token, and how many different tokens its id has. */
const createCounts = (devices: readonly DeviceFacts[]) => {
  const entries = new Map<string, number>()
  const tokens = new Map<string, Set<string>>()
  for (const { deviceId, token } of devices) {
    entries.set(token.hash, (entries.get(token.hash) ?? 0) + 1)
    if (deviceId !== null) tokens.set(deviceId, (tokens.get(deviceId) ?? new Set()).add(token.hash))
  }
  return ({ deviceId, token }: DeviceFacts) => ({
    repeated: entries.get(token.hash) ?? 0,
    sharing: deviceId === null ? 0 : (tokens.get(deviceId)?.size ?? 0),
  })
}

/** Apple's gateways against the stage of the environment (contract NotificationAPI §10). */
const apnsAgainst = (device: DeviceFacts, stage: Stage, at: string): readonly Weighed[] => {
  const environment = `${at}.apnsEnvironment`
  const detail = device.environmentRaw
  // The gateway is the channel's (contract Notiflows §8), and a debug build's token fails at the live one.
  if (device.apnsEnvironment === 'not-told')
    return [notes({ code: 'apns-gateway-not-told', field: environment, detail: 'platform' })]
  if (device.apnsEnvironment === 'unrecognised')
    return [risks({ code: 'apns-environment-unrecognised', field: environment, detail })]
  if (device.apnsEnvironment === 'sandbox' && stage === 'production')
    return [risks({ code: 'apns-sandbox-in-production', field: environment, detail })]
  if (device.apnsEnvironment === 'production' && stage === 'test')
    return [risks({ code: 'apns-production-in-test', field: environment })]
  return []
}

/** Where Apple's service never is. A browser is reached by web push, Safari too. */
const offApple = /^(?:web|windows|linux|chrome|firefox|edge|fire ?os|harmony|tizen)/iu

const against = (device: DeviceFacts, stage: Stage, at: string): readonly Weighed[] => {
  const type = device.type.toUpperCase()
  const found = [...apnsAgainst(device, stage, at)]
  if (type !== 'APN' && type !== 'FCM')
    found.push(
      risks({ code: 'device-type-unrecognised', field: `${at}.type`, detail: device.type }),
    )
  // Firebase on iOS is legitimate; Apple's service on Android is a wrong registration (§10).
  const platform = device.platform?.trim() ?? ''
  if (type === 'APN' && /^android/iu.test(platform))
    found.push(blocks({ code: 'apn-on-android', field: `${at}.platform` }))
  else if (type === 'APN' && offApple.test(platform))
    found.push(blocks({ code: 'apn-off-apple', field: `${at}.platform`, detail: device.platform }))
  if (device.tokenForm === 'malformed')
    found.push(blocks({ code: 'token-malformed', field: `${at}.token` }))
  else if ((type === 'APN') !== (device.tokenForm === 'apns') && (type === 'APN' || type === 'FCM'))
    found.push(risks({ code: 'token-form', field: `${at}.token`, detail: device.type }))
  return found
}

/** Dormant, or never identified from an app: their tokens are probably dead (contract NotificationAPI §10). */
const unseen = (
  { lastSeenAt, malformed }: UserFacts,
  { now, lastSeen }: Setting,
): readonly Weighed[] => {
  const at = 'lastSeenAt'
  if (lastSeenAt === null)
    // A time that could not be read is one.
    return lastSeen && !malformed.includes('lastSeenTime')
      ? [risks({ code: 'never-seen', field: at })]
      : []
  return now - Date.parse(lastSeenAt) > daysUntilStale * dayMs
    ? [risks({ code: 'unseen-for-long', field: at, detail: lastSeenAt })]
    : []
}

/**
 * The verdict on mobile push, and on each device: the channel does as well as its best device. Devices
 * that were not told are unknown, not absent.
 */
export const judgePush = (user: UserFacts, setting: Setting): PushChannel => {
  const { stage, skipsSilently } = setting
  const told = user.facts.devices
  if (!told.told) return notTold(told.why)
  if (told.value.length === 0) return skipsSilently ? nothingSkipped : nothing

  const countsOf = createCounts(told.value)
  const ofUser = unseen(user, setting)
  const judged = (device: DeviceFacts, index: number): PushDevice => {
    const at = `${field}.${index}`
    const { repeated, sharing } = countsOf(device)
    const verdict = weigh([
      ...against(device, stage, at),
      ...ofUser,
      ...(repeated > 1
        ? [notes({ code: 'token-repeated', field: `${at}.token`, detail: repeated })]
        : []),
      ...(sharing > 1
        ? [notes({ code: 'tokens-share-device', field: `${at}.deviceId`, detail: sharing })]
        : []),
    ])
    return {
      reach: verdict.reach,
      reasons: verdict.reasons,
      type: device.type,
      token: device.token,
      tokenForm: device.tokenForm,
      deviceId: device.deviceId,
      appId: device.appId,
      adId: device.adId,
      platform: device.platform,
      manufacturer: device.manufacturer,
      model: device.model,
      apnsEnvironment: device.apnsEnvironment,
      environmentRaw: device.environmentRaw,
    }
  }
  const devices = told.value.map(judged)
  const reachable = devices.filter(({ reach }) => reach === 'reachable').length
  const present: Reason = {
    code: 'device-present',
    field,
    detail: { devices: devices.length, reachable },
  }
  return {
    reach: best(devices.map(({ reach }) => reach)),
    reasons: [present, ...firstOfEach(devices.flatMap(({ reasons }) => reasons))],
    devices,
  }
}

/** One reason of each code: five devices with one fault are one thing to say. */
export const firstOfEach = (reasons: readonly Reason[]): readonly Reason[] => {
  const seen = new Map<string, Reason>()
  for (const reason of reasons) if (!seen.has(reason.code)) seen.set(reason.code, reason)
  return [...seen.values()]
}
