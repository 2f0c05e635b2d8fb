import type { Dice } from '#src/emulator/random/dice.ts'

import { americas } from './americas.ts'
import { eastAsia, southAsia, southEastAsia } from './asia-pacific.ts'
import type { Country, Name } from './country.ts'
import { africa, middleEast } from './middle-east-africa.ts'
import { easternEurope, northernEurope } from './northern-eastern-europe.ts'
import { westernEurope } from './western-europe.ts'

export const countries: readonly Country[] = [
  ...westernEurope,
  ...northernEurope,
  ...easternEurope,
  ...americas,
  ...middleEast,
  ...africa,
  ...southAsia,
  ...eastAsia,
  ...southEastAsia,
]

// One entry for each unit of weight, so that picking is one look-up.
const byWeight = countries.flatMap((country) =>
  Array.from({ length: country.weight }, () => country),
)

export type Person = { readonly country: Country; readonly given: Name; readonly family: Name }

/** Somebody: a country, and a name that goes with it. */
export const rollPerson = (dice: Dice): Person => {
  const country = dice.pick(byWeight)
  return { country, given: dice.pick(country.given), family: dice.pick(country.family) }
}

/**
 * An address for a person, under a reserved domain. `index` goes into it, so that two people do not
 * share one by accident: sharing means something to an operator.
 */
export const rollEmail = (
  dice: Dice,
  { country, given, family }: Person,
  index: number,
): string => {
  const host = dice.pick(country.hosts)
  const number = scatter(index)
  const mark = number.toString(36)
  switch (dice.below(4)) {
    case 0:
      return `${given.latin}.${family.latin}.${mark}@${host}`
    case 1:
      return `${given.latin.slice(0, 1)}${family.latin}${number}@${host}`
    case 2:
      return `${family.latin}_${given.latin}${mark}@${host}`
    default:
      return `${given.latin}.${family.latin}${number}@${host}`
  }
}

const scattered = 2 ** 24

/** Another number for each index, so that neighbours in a list do not seem counted off. */
const scatter = (index: number): number => {
  const low = index % scattered
  return index - low + ((Math.imul(low, 0x9e3779b1) >>> 0) % scattered)
}

/** A telephone number of the person's country, E.164. */
export const rollPhone = (dice: Dice, { country }: Person): string =>
  dice.pick(country.phone.prefixes) + dice.digits(country.phone.digits)
