import { isoSeconds } from '#src/emulator/instants.ts'
import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import { invalid } from './failures.ts'
import type { People } from './people.ts'
import { settingsOf } from './persona.ts'
import { fault, isJsonObject } from './upsert.ts'
import type { Channel, ChannelSettings, Json, Settings, User } from './wire.ts'

/**
 * Reads `settings` of a PUT (§3): device tokens for push, a Slack destination for chat. Fails with 422,
 * `prefix` before the names of the fields.
 */
export const readSettings = (channel: Channel, given: Json | undefined, prefix = ''): Settings => {
  const field = `${prefix}settings`
  if (given === undefined) throw invalid([fault(field, 'required', "can't be blank")])
  if (!isJsonObject(given)) throw invalid([fault(field, 'type')])
  if (channel.type === 'mobile_push') return readTokens(given['device_tokens'], field)
  if (channel.type === 'chat') {
    const { slack_channel_id: channelId, slack_user_id: userId } = given
    if (typeof channelId === 'string' && /^[CG]\w+$/.test(channelId) && userId === undefined) {
      return { slack_channel_id: channelId }
    }
    if (typeof userId === 'string' && /^[UW]\w+$/.test(userId) && channelId === undefined) {
      return { slack_user_id: userId }
    }
    const missing = channelId === undefined && userId === undefined
    throw invalid([fault(`${field}.slack_channel_id`, missing ? 'required' : 'format')])
  }
  throw invalid([fault(field, 'unsupported', `are not kept for ${channel.type} channels`)])
}

const readTokens = (given: Json | undefined, prefix: string): Settings => {
  const field = `${prefix}.device_tokens`
  if (given === undefined) throw invalid([fault(field, 'required', "can't be blank")])
  if (!isList(given)) throw invalid([fault(field, 'type')])
  if (given.length === 0) throw invalid([fault(field, 'required', "can't be blank")])
  const tokens = given.filter((token) => typeof token === 'string' && token !== '')
  if (tokens.length < given.length) throw invalid([fault(field, 'format')])
  return { device_tokens: tokens.map(String) }
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** What people have set up on each channel: computed, with what is written laid over it. */
export class ChannelSettingsStore {
  readonly #people: People
  readonly #now: number
  readonly #written = new Map<string, Map<string, ChannelSettings | null>>()

  constructor(people: People, now: number) {
    this.#people = people
    this.#now = now
  }

  get(user: User, channel: Channel): ChannelSettings | null {
    const written = this.#written.get(user.id)?.get(channel.id)
    return written === undefined
      ? settingsOf(user, this.#people.personaOf(user), channel, this.#now)
      : written
  }

  /** Writes settings at `at` (epoch ms): over those there were, or added to them by the switch. */
  put(
    user: User,
    channel: Channel,
    settings: Settings,
    at: number,
    { deviceTokens }: Pick<NotiflowsSwitches, 'deviceTokens'>,
  ): ChannelSettings {
    const before = this.get(user, channel)
    const next: ChannelSettings = {
      channel_id: channel.id,
      provider: channel.provider,
      settings: deviceTokens === 'add' ? added(before?.settings, settings) : settings,
      user_id: user.id,
      created_at: before?.created_at ?? isoSeconds(at),
      updated_at: isoSeconds(at),
    }
    this.#write(user.id, channel.id, next)
    return next
  }

  /** Takes settings away. False when there were none. */
  remove(user: User, channel: Channel): boolean {
    if (this.get(user, channel) === null) return false
    this.#write(user.id, channel.id, null)
    return true
  }

  /** Forgets what was written for somebody who is gone: nobody will have their id again. */
  forget(user: User): void {
    this.#written.delete(user.id)
  }

  #write(userId: string, channelId: string, value: ChannelSettings | null): void {
    const channels = this.#written.get(userId) ?? new Map<string, ChannelSettings | null>()
    channels.set(channelId, value)
    this.#written.set(userId, channels)
  }
}

const added = (before: Settings | undefined, given: Settings): Settings => {
  if (before === undefined || !('device_tokens' in before) || !('device_tokens' in given)) {
    return given
  }
  return { device_tokens: [...new Set([...before.device_tokens, ...given.device_tokens])] }
}
