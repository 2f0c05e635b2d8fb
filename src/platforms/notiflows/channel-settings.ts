import { bulkhead } from 'cockatiel'
import * as z from 'zod'
import { told, untold, type Told } from '#src/domain/told.ts'
import type { DeviceFacts, SlackFacts } from '#src/domain/user.ts'
import { nullIfNotFound } from '#src/platforms/adapter.ts'
import type { Guard } from '#src/platforms/guard.ts'
import { maybeSlack, type Channel } from '#src/platforms/notiflows/management.ts'
import { PlatformError, type Fingerprinter } from '#src/platforms/platform.ts'
import { readText, type WireRecord } from '#src/platforms/record.ts'
import { each, fields, secret, secretsIn } from '#src/platforms/redact.ts'
import { readEach, readTolerantly, type Faults } from '#src/platforms/tolerant.ts'
import { tokenFormOf } from '#src/platforms/token-form.ts'
import type { Upstream } from '#src/platforms/upstream.ts'

/** What one user has set up on one channel. */
export type Setting = { readonly channel: Channel; readonly record: WireRecord }

/** The settings of one user by the type of channel; of each, all of them or none. */
export type Settings = {
  readonly push: Told<readonly Setting[]>
  readonly chat: Told<readonly Setting[]>
}

const atOnce = 4

/**
 * Asks for the settings of users on channels, at most four at a time whoever asks (contract Notiflows
 * §2: a call for each user and channel). A 404 means that the user has none there, unless it is the
 * channel that is not found (§9): that one belongs to another project of the account. When all of them
 * do, nothing is known of this project's channels, and it fails.
 */
export function createSettingsReader({ getJson }: Pick<Upstream, 'getJson'>) {
  const slots = bulkhead(atOnce, Infinity)
  return async (
    user: string,
    channels: readonly Channel[],
    signal: AbortSignal,
  ): Promise<readonly Setting[]> => {
    const stop = new AbortController()
    const either = AbortSignal.any([signal, stop.signal])
    const found = channels.map((channel) =>
      slots.execute(async () => {
        const path = ['users', user, 'channel-settings', channel.id]
        const asked = getJson({ path, query: {}, signal: either, isAside: true })
        const record = await asked.catch(noneOrForeign)
        return { channel, record }
      }),
    )
    try {
      const answers = await Promise.all(found)
      const own = answers.filter(({ record }) => record !== 'foreign')
      if (own.length === 0 && answers.length > 0)
        throw new PlatformError('platform-rejected', 'No channel of this project is known')
      return own.flatMap(({ channel, record }) =>
        record === null || record === 'foreign' ? [] : [{ channel, record }],
      )
    } finally {
      // A part of the settings is as good as none, so after a failure nobody needs to answer.
      stop.abort()
    }
  }
}

const noneOrForeign = (error: unknown): null | 'foreign' =>
  error instanceof PlatformError && error.missing === 'channel' ? 'foreign' : nullIfNotFound(error)

const text = z.string().nullish()
const wireSetting = z.object({
  provider: text,
  settings: z
    .object({
      device_tokens: z.array(z.unknown()).nullish(),
      slack_channel_id: text,
      slack_user_id: text,
    })
    .nullish(),
})

const settingSpec = fields({ settings: fields({ device_tokens: each(secret) }) })

/** The secrets in settings: copies of them may stand in the user's own record. */
export const secretsInSettings = ({ push, chat }: Settings): readonly string[] =>
  [push, chat].flatMap((part) =>
    part.told ? part.value.flatMap(({ record }) => secretsIn(record, settingSpec)) : [],
  )

export type SettingsReading = {
  readonly guard: Guard
  readonly faults: Faults
  readonly fingerprint: Fingerprinter
}

const at = ({ id }: Channel): string => `channelSettings.${id}`

const readSetting = ({ channel, record }: Setting, faults: Faults) =>
  readTolerantly(wireSetting, record, at(channel), faults)?.settings ?? null

/** The setting tells its provider itself (§3); where it does not, its channel does. */
const providerOf = ({ channel, record }: Setting): string | null => {
  const { provider } = record
  return typeof provider === 'string' ? provider : channel.provider
}

/** By the words of NotificationAPI, so that devices read alike on both platforms. */
const types = new Map([
  ['apns', 'APN'],
  ['fcm', 'FCM'],
])

/**
 * The devices behind push settings, tokens as fingerprints. Of a token nothing else is kept, and which
 * of Apple's gateways it belongs to is the channel's secret (contract Notiflows §8).
 */
export function readDevices(
  settings: Settings['push'],
  { guard, faults, fingerprint }: SettingsReading,
): Told<readonly DeviceFacts[]> {
  if (!settings.told) return settings
  const lists = settings.value.map((setting) => {
    const { channel } = setting
    const tokens = readSetting(setting, faults)?.device_tokens
    // Who has settings has at least one token (§3): none to be read is not the same as none.
    if (tokens === null || tokens === undefined) {
      faults.note(`${at(channel)}.settings.device_tokens`)
      return null
    }
    const named = providerOf(setting)
    const type = types.get(named?.toLowerCase() ?? '') ?? readText(named, guard) ?? 'unknown'
    const devices = readEach(
      tokens,
      `${at(channel)}.settings.device_tokens`,
      faults,
      (token, path) => {
        if (typeof token === 'string' && token !== '') return deviceOf(token, type, fingerprint)
        faults.note(path)
        return null
      },
    )
    return devices.length === 0 && tokens.length > 0 ? null : devices
  })
  const readable = lists.filter((list) => list !== null)
  return readable.length < lists.length ? untold('failed') : told(readable.flat())
}

const deviceOf = (token: string, type: string, fingerprint: Fingerprinter): DeviceFacts => ({
  type,
  token: fingerprint(token),
  tokenForm: tokenFormOf(token),
  deviceId: null,
  appId: null,
  adId: null,
  platform: null,
  manufacturer: null,
  model: null,
  apnsEnvironment: type === 'APN' ? 'not-told' : null,
  environmentRaw: null,
})

/**
 * Where Slack messages go: all places, when there are several channels. Settings of another chat are
 * passed over. The connection is the project's.
 */
export function readSlack(
  settings: Settings['chat'],
  { guard, faults }: SettingsReading,
): Told<SlackFacts> {
  if (!settings.told) return settings
  const slack = settings.value.filter((setting) => maybeSlack(providerOf(setting)))
  const places = slack.map((setting) => {
    const found = readSetting(setting, faults)
    // Both never stand there together (§3); if they do, each is a place.
    return found === null ? null : [found.slack_channel_id, found.slack_user_id]
  })
  const readable = places.filter((place) => place !== null)
  if (readable.length < places.length) return untold('failed')
  const names = readable.flat().flatMap((place) => readText(place, guard) ?? [])
  // Who has settings has a place (§3): one that cannot be read is not the same as none.
  if (names.length === 0 && places.length > 0) return untold('failed')
  const destination = names.length === 0 ? null : [...new Set(names)].join(', ')
  return told({ destination, connection: untold('platform') })
}
