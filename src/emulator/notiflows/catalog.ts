import type { NotiflowsProject } from '#src/emulator/environments.ts'
import { days, isoSeconds } from '#src/emulator/instants.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'

import type { Channel, ChannelType } from './wire.ts'

/** A notiflow: what it sends, step by step, and the topic that it is aimed at. */
export type Flow = {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly status: 'active' | 'draft'
  readonly topic: string | null
  readonly steps: readonly [ChannelType, ChannelType]
  readonly created_at: string
  readonly updated_at: string
}

/** What the dashboard of a project holds. */
export type Catalog = {
  /** Its id on the wire. */
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly channels: readonly Channel[]
  readonly flows: readonly Flow[]
}

const channels = [
  ['orchard-email', 'Email', 'ses', 'email'],
  ['orchard-sms', 'SMS', 'twilio', 'sms'],
  ['orchard-ios', 'iOS app', 'apns', 'mobile_push'],
  ['orchard-android', 'Android app', 'fcm', 'mobile_push'],
  ['orchard-web', 'Shop in the browser', 'vapid', 'web_push'],
  ['orchard-slack', 'Slack', 'slack', 'chat'],
  ['orchard-feed', 'Feed', 'notiflows', 'in_app'],
  ['orchard-warehouse', 'Warehouse', 'http', 'webhook'],
] as const

const flows = [
  ['order-confirmation', 'Order confirmation', 'active', null, ['email', 'mobile_push']],
  ['password-reset', 'Password reset', 'active', null, ['email', 'sms']],
  ['shipping-update', 'Shipping update', 'active', 'shipping', ['sms', 'mobile_push']],
  ['price-drop', 'Price drop', 'active', 'price-drops', ['mobile_push', 'web_push']],
  ['new-message', 'New message', 'active', null, ['in_app', 'mobile_push']],
  ['team-mention', 'Team mention', 'active', 'team', ['chat', 'in_app']],
  ['weekly-digest', 'Weekly digest', 'active', 'weekly-digest', ['email', 'in_app']],
  ['order-cancelled', 'Order cancelled', 'active', null, ['webhook', 'email']],
  ['spring-campaign', 'Spring campaign', 'draft', null, ['email', 'in_app']],
] as const

/** The catalog of a project, the same on every run. `now` in epoch ms. */
export const createCatalog = (project: NotiflowsProject, now: number): Catalog => {
  const dice = new Dice(hashText(`${project.id} catalog`), 0)
  const daysAgo = (age: number) => isoSeconds(now - days(age))
  const example = project.pairs.some(({ apiKey }) => apiKey === 'pk_demo_orchard')
  return {
    id: dice.uuid(),
    slug: project.id,
    name: project.name,
    channels: channels.map(([handle, name, provider, type], at) => {
      const id = dice.uuid()
      // The channel of the contract's worked example (§10) has the id printed there.
      const printed = example && handle === 'orchard-ios' ? exampleChannel : id
      return {
        id: printed,
        handle,
        name,
        provider,
        type,
        created_at: daysAgo(1300 - at),
        updated_at: daysAgo(400 - at),
      }
    }),
    flows: flows.map(([handle, name, status, topic, steps], at) => ({
      id: dice.uuid(),
      handle,
      name,
      status,
      topic,
      steps,
      created_at: daysAgo(1200 - at),
      updated_at: daysAgo(300 - at),
    })),
  }
}

const exampleChannel = '5b0c6d1e-2f3a-4b5c-8d6e-7f8091a2b3c4'

/** The topics that a project had before anybody wrote to it, oldest first. */
export const catalogTopics = ({ flows: all }: Catalog): string[] => [
  ...new Set(all.flatMap(({ topic }) => topic ?? [])),
  'beta-testers',
]
