import { days, isoSeconds, minutes } from '#src/emulator/instants.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'

import { uuidOf } from './uuid.ts'
import type { Json, User } from './wire.ts'

/** A person that the contract asks for (§12), or that an operator will want to look at. */
export type Fixture = { readonly user: User; readonly description: string }

type Facts = Partial<Omit<User, 'id' | 'external_id' | 'created_at' | 'updated_at'>>

/** Some id of the second that `created_at` will show. */
const uuidAt = (createdAt: number, dice: Dice) =>
  uuidOf(Math.floor(createdAt / 1000) * 1000 + dice.unit() * 999, dice)

const fixture = (
  description: string,
  externalId: string,
  createdAt: number,
  facts: Facts,
  updatedAt = createdAt,
): Fixture => ({
  description,
  user: {
    id: uuidAt(createdAt, new Dice(hashText(externalId), 0)),
    external_id: externalId,
    email: null,
    first_name: null,
    last_name: null,
    phone: null,
    avatar: null,
    locale: null,
    timezone: null,
    custom_fields: null,
    ...facts,
    created_at: isoSeconds(createdAt),
    updated_at: isoSeconds(updatedAt),
  },
})

/** Midnight UTC, 30 days before `now`: what the fixture at a filter's end was created at. */
export const filterEnd = (now: number): number => (Math.floor(now / days(1)) - 30) * days(1)

/**
 * The fixture people of Notiflows. The first three are those of the worked example (§10), to the
 * letter and to the day; everybody else's dates are relative to `now` (epoch ms).
 */
export const notiflowsFixtures = (now: number): Fixture[] => [
  ...exampleFixtures(),
  ...profileFixtures(now),
  ...channelFixtures(now),
  ...timeFixtures(now),
  ...[
    'demo/with/slashes',
    'demo with spaces',
    'demo%25percent%2F',
    'demo+plus',
    'demo-ünïcödé-日本語-🍎',
  ].map((id, at) =>
    fixture('an external id that has to be percent-encoded', id, now - days(12 + at), {
      email: `encoded.id.${at + 1}@example.net`,
      first_name: 'Encoded',
    }),
  ),
]

const exampleFixtures = (): Fixture[] => [
  {
    description: 'Rui, Slack and one iPhone (worked example)',
    user: {
      id: '019cd366-1e78-7b4e-9a01-3c5d7e9f1a2b',
      external_id: 'cust-0311',
      email: 'rui@orchard.test',
      first_name: 'Rui',
      last_name: null,
      phone: null,
      avatar: null,
      locale: 'pt-PT',
      timezone: 'Europe/Lisbon',
      custom_fields: { tier: 'gold' },
      created_at: '2026-03-09T16:20:11Z',
      updated_at: '2026-03-09T16:20:11Z',
    },
  },
  {
    description: 'Ines Prado (worked example)',
    user: {
      id: '019cad94-dc20-71d3-8f22-aa10bb20cc30',
      external_id: 'cust-0107',
      email: 'ines@orchard.test',
      first_name: 'Ines',
      last_name: 'Prado',
      phone: '+351210000042',
      avatar: null,
      locale: null,
      timezone: null,
      custom_fields: {},
      created_at: '2026-03-02T08:05:40Z',
      updated_at: '2026-03-10T11:00:00Z',
    },
  },
  {
    description:
      'created at 2026-01-18T23:59:59Z, the end of the example’s filter (worked example)',
    user: {
      id: '019bd38d-1c18-7c11-b3a4-0d1e2f3a4b5c',
      external_id: 'cust-0042',
      email: null,
      first_name: 'Duarte',
      last_name: 'Falcão',
      phone: '+351910000042',
      avatar: null,
      locale: 'pt-PT',
      timezone: 'Europe/Lisbon',
      custom_fields: {},
      created_at: '2026-01-18T23:59:59Z',
      updated_at: '2026-01-18T23:59:59Z',
    },
  },
]

/** About two kilobytes of what an application might keep. */
const manyFields = (): { readonly [key: string]: Json } => ({
  company: '株式会社果樹園',
  bio: 'Обожнює яблука. '.repeat(60).trim(),
  history: Array.from({ length: 12 }, (_, at) => ({ order: 9000 + at, paid: at % 3 !== 0 })),
  preferences: { colours: { primary: '#0a7', secondary: null }, sizes: [38, 38.5, 39] },
})

const profileFixtures = (now: number): Fixture[] => [
  fixture(
    'every field filled',
    'demo-full-profile',
    now - days(320),
    {
      email: 'beatriz.guimaraes@orchard.test',
      first_name: 'Beatriz',
      last_name: 'Guimarães',
      phone: '+351912000777',
      avatar: 'https://avatars.example/u/beatriz.jpg',
      locale: 'pt-PT',
      timezone: 'Europe/Lisbon',
      custom_fields: { plan: 'premium', address: { city: 'Porto', country: 'PT' }, tags: ['vip'] },
    },
    now - days(4),
  ),
  fixture('email only', 'demo-email-only', now - days(210), { email: 'noor.haddad@example.org' }),
  fixture('a phone without +, not E.164', 'demo-phone-not-e164', now - days(33), {
    first_name: 'Callum',
    last_name: 'Yates',
    phone: '02079460123',
  }),
  fixture('only ids and times: created by a run', 'demo-only-ids', now - days(9), {}),
  fixture(
    'an email address as external id',
    'lena.fischer@example.org',
    now - days(170),
    { email: 'lena.fischer@example.com', first_name: 'Lena', last_name: 'Fischer' },
    now - days(30),
  ),
  ...['demo-same-email-a', 'demo-same-email-b'].map((id, at) =>
    fixture('one email under two users', id, now - days(120 - at * 100), {
      email: 'same.person@example.com',
      first_name: at === 0 ? 'Katherine' : null,
    }),
  ),
  fixture('names in another script, 2 kB of custom fields', 'demo-many-fields', now - days(77), {
    email: 'solomiia@example.org',
    first_name: 'Соломія',
    last_name: 'Щербак',
    locale: 'uk-UA',
    timezone: 'Europe/Kyiv',
    custom_fields: manyFields(),
  }),
  fixture('a locale and a timezone that do not exist', 'demo-locale-invalid', now - days(55), {
    email: 'vesna.maric@example.net',
    locale: 'english',
    timezone: 'Central European Time',
  }),
]

// What sets these apart is in their settings, preferences and deliveries.
const channelFixtures = (now: number): Fixture[] => [
  fixture(
    'two APNs tokens, one shared with demo-shared-device',
    'demo-two-devices',
    now - days(80),
    {
      email: 'minjun.park@example.com',
      first_name: '민준',
      last_name: '박',
    },
  ),
  fixture('one APNs token, shared with demo-two-devices', 'demo-shared-device', now - days(79), {
    email: 'jiwoo.park@example.com',
    first_name: '지우',
    last_name: '박',
  }),
  fixture('no settings on the mobile push channel', 'demo-no-device', now - days(71), {
    email: 'tane.rawiri@example.org',
    first_name: 'Tāne',
  }),
  fixture('opted out of email everywhere', 'demo-no-email', now - days(64), {
    email: 'oona.mackey@example.org',
    first_name: 'Oona',
  }),
  fixture('opted out of one flow', 'demo-one-flow-off', now - days(52), {
    email: 'said.karimi@example.net',
    first_name: 'سعید',
    last_name: 'کریمی',
  }),
  fixture('every email delivery failed', 'demo-email-failing', now - days(47), {
    email: 'gone.away@example.net',
    first_name: 'Gwen',
    last_name: 'Llewellyn',
  }),
]

const timeFixtures = (now: number): Fixture[] => [
  ...[1, 2, 3].map((at) =>
    fixture('one of three created in the same second', `demo-same-second-${at}`, now - days(21), {
      email: `same.second.${at}@example.org`,
    }),
  ),
  fixture(
    'created exactly at midnight UTC 30 days ago: the end of a filter',
    'demo-filter-end',
    filterEnd(now),
    { email: 'on.the.dot@example.com', first_name: 'Dot' },
  ),
  fixture('created within the last hour', 'demo-new', now - minutes(40), {
    email: 'just.arrived@example.com',
    first_name: 'Nova',
  }),
]
