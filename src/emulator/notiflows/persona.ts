import { days, isoSeconds, minutes } from '#src/emulator/instants.ts'
import { recentBetween } from '#src/emulator/people/ages.ts'
import { rollApnsToken, rollFcmToken } from '#src/emulator/people/devices.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'

import type { Catalog } from './catalog.ts'
import type {
  Channel,
  ChannelSettings,
  Preferences,
  PreferenceType,
  Settings,
  User,
} from './wire.ts'

/** What is true of somebody beside their record: devices, opt-outs, an address that fails. */
export type Persona = {
  readonly iosTokens: number
  readonly androidTokens: number
  readonly slack: 'none' | 'channel' | 'direct'
  readonly browser: boolean
  /** Opted out of this type everywhere, or of nothing. */
  readonly typeOff: PreferenceType | null
  /** Opted out of this flow, by its handle, or of none. */
  readonly flowOff: string | null
  /** Every email fails or bounces. */
  readonly emailFails: boolean
}

/** Somebody whom the application has only just written: nothing but what it wrote is true of them. */
export const newcomer: Persona = {
  iosTokens: 0,
  androidTokens: 0,
  slack: 'none',
  browser: false,
  typeOff: null,
  flowOff: null,
  emailFails: false,
}

const typesOff = ['email', 'email', 'sms', 'mobile_push', 'chat', 'web_push', 'in_app'] as const
const flowsOff = ['weekly-digest', 'price-drop', 'shipping-update'] as const

const tokens = (dice: Dice, percent: number): number => {
  if (!dice.chance(percent)) return 0
  return dice.chance(82) ? 1 : 2 + dice.below(3)
}

/** The persona of a generated person: a pure function of the dice they are given. */
export const rollPersona = (dice: Dice): Persona => ({
  iosTokens: tokens(dice, 36),
  androidTokens: tokens(dice, 34),
  slack: dice.chance(14) ? dice.pick(['channel', 'direct'] as const) : 'none',
  browser: dice.chance(24),
  typeOff: dice.chance(9) ? dice.pick(typesOff) : null,
  flowOff: dice.chance(5) ? dice.pick(flowsOff) : null,
  emailFails: dice.chance(3),
})

/** The personas of the fixtures of whom the contract says more than a record can (§12). */
const fixturePersonas: Readonly<Record<string, Partial<Persona>>> = {
  'cust-0311': { iosTokens: 1, slack: 'direct' },
  'demo-full-profile': { iosTokens: 1, androidTokens: 1, slack: 'channel', browser: true },
  'demo-two-devices': { iosTokens: 2 },
  'demo-shared-device': { iosTokens: 1 },
  'demo-no-email': { typeOff: 'email' },
  'demo-one-flow-off': { flowOff: 'weekly-digest' },
  'demo-email-failing': { emailFails: true },
}

export const fixturePersona = (externalId: string): Persona => ({
  ...newcomer,
  ...fixturePersonas[externalId],
})

/** The preferences that a persona stands for, or null for somebody who never set any. */
export const preferencesOf = (
  { typeOff, flowOff }: Persona,
  { flows }: Catalog,
): Preferences | null => {
  const flow = flows.find(({ handle }) => handle === flowOff)
  if (typeOff === null && flow === undefined) return null
  return {
    channel_types: typeOff === null ? {} : { [typeOff]: false },
    notiflows: flow === undefined ? {} : { [flow.id]: { enabled: false } },
  }
}

/** Two of the fixtures share a telephone (§12), and one is the worked example's (§10). */
const tokenSeeds: Readonly<Record<string, string>> = { 'demo-shared-device': 'demo-two-devices' }

/** What somebody has set up on a channel: devices or a Slack destination, null for nothing. */
export const settingsOf = (
  user: User,
  persona: Persona,
  channel: Channel,
  now: number,
): ChannelSettings | null => {
  const chances = tokenSeeds[user.external_id] ?? user.external_id
  const dice = new Dice(hashText(`${chances} ${channel.handle}`), 0)
  const settings = rollSettings(dice, persona, channel)
  if (settings === null) return null
  const created = Date.parse(user.created_at)
  // The worked example's telephone was registered 49 seconds after its owner.
  const first = created + (user.external_id === 'cust-0311' ? 49_000 : minutes(2))
  const at = Math.min(first, now)
  const updated = dice.chance(40) ? recentBetween(dice, Math.max(at, now - days(200)), now) : at
  return {
    channel_id: channel.id,
    provider: channel.provider,
    settings:
      user.external_id === 'cust-0311' && 'device_tokens' in settings
        ? { device_tokens: [`9f3c${dice.hex(60)}`] }
        : settings,
    user_id: user.id,
    created_at: isoSeconds(at),
    updated_at: isoSeconds(user.external_id === 'cust-0311' ? at : updated),
  }
}

const rollSettings = (dice: Dice, persona: Persona, { provider }: Channel): Settings | null => {
  const many = (count: number, roll: (dice: Dice) => string): Settings | null =>
    count === 0 ? null : { device_tokens: Array.from({ length: count }, () => roll(dice)) }
  if (provider === 'apns') return many(persona.iosTokens, rollApnsToken)
  if (provider === 'fcm') return many(persona.androidTokens, rollFcmToken)
  if (provider !== 'slack' || persona.slack === 'none') return null
  const id = dice.letters(10, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
  return persona.slack === 'channel' ? { slack_channel_id: `C${id}` } : { slack_user_id: `U${id}` }
}
