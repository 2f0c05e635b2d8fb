import { days, isoSeconds } from '#src/emulator/instants.ts'
import { ageOf, recentBetween, shareOf } from '#src/emulator/people/ages.ts'
import { rollEmail, rollPerson, rollPhone, type Person } from '#src/emulator/people/person.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'

import type { Records } from './users.ts'
import { uuidOf } from './uuid.ts'
import type { Json, User } from './wire.ts'

export type RecordsOptions = {
  readonly projectId: string
  /** Nothing happened after this, epoch ms. */
  readonly now: number
  readonly externalIdOf: (index: number) => string
  /** How many there are. */
  readonly count: number
}

/**
 * Makes the records of one project's generated people. Everything about person `index` follows from
 * (project, now, count, index), and creation is strictly increasing in the index.
 */
export const createRecords = ({ projectId, now, externalIdOf, count }: RecordsOptions): Records => {
  const seed = hashText(projectId)
  // Separate chances for the id, so that bisection need not make whole people.
  const idSeed = hashText(`${projectId} id`)
  const instantOf = (index: number, dice: Dice) =>
    now - ageOf(1 - shareOf(index, count, dice.unit()))
  return {
    count,
    idOf(index) {
      const dice = new Dice(idSeed, index)
      return uuidOf(instantOf(index, dice), dice)
    },
    make(index) {
      const idDice = new Dice(idSeed, index)
      const instant = instantOf(index, idDice)
      const createdAt = Math.floor(instant / 1000) * 1000
      const id = uuidOf(instant, idDice)
      const dice = new Dice(seed, index)
      // Created by a run that named an unknown recipient, never upserted by the application (§8).
      const bare = dice.chance(2)
      const facts = bare ? nothing : rollFacts(dice, rollPerson(dice), index, now)
      const untouched = bare || dice.chance(35)
      return {
        id,
        external_id: externalIdOf(index),
        ...facts,
        created_at: isoSeconds(createdAt),
        updated_at: isoSeconds(untouched ? createdAt : recentBetween(dice, createdAt, now)),
      }
    },
  }
}

type Facts = Omit<User, 'id' | 'external_id' | 'created_at' | 'updated_at'>

const nothing: Facts = {
  email: null,
  first_name: null,
  last_name: null,
  phone: null,
  avatar: null,
  locale: null,
  timezone: null,
  custom_fields: null,
}

const rollFacts = (dice: Dice, person: Person, index: number, now: number): Facts => {
  const named = dice.chance(94)
  return {
    email: dice.chance(93) ? rollEmail(dice, person, index) : null,
    first_name: named ? person.given.written : null,
    last_name: named && dice.chance(96) ? person.family.written : null,
    phone: dice.chance(58) ? rollPhone(dice, person) : null,
    avatar: dice.chance(38) ? `https://avatars.example/u/${dice.hex(16)}.jpg` : null,
    locale: dice.chance(84) ? dice.pick(person.country.locales) : null,
    timezone: dice.chance(80) ? dice.pick(person.country.zones) : null,
    custom_fields: rollCustomFields(dice, person, now),
  }
}

const companies = ['Acme Inc', 'Orchard', 'Lindqvist & Söner', '株式会社果樹園', 'Παπανικολάου ΑΕ']

const rollCustomFields = (
  dice: Dice,
  { country }: Person,
  now: number,
): { readonly [key: string]: Json } | null => {
  const roll = dice.below(100)
  if (roll < 12) return null
  if (roll < 34) return {}
  const plan = dice.pick(['free', 'free', 'starter', 'premium', 'enterprise'])
  if (roll < 68) return { plan, tier: dice.pick(['bronze', 'silver', 'gold']) }
  return {
    plan,
    company: dice.pick(companies),
    seats: 1 + dice.below(400),
    newsletter: dice.chance(60),
    balance: dice.below(100_000) / 100,
    renews_on: dice.chance(70) ? isoSeconds(now + days(dice.below(365))).slice(0, 10) : null,
    address: { city: dice.pick(country.cities), country: country.code },
    tags: dice.pick([[], ['vip'], ['beta', 'mobile'], ['wholesale', 'net-30']]),
  }
}
