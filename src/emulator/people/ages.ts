import { days } from '#src/emulator/instants.ts'
import type { Dice } from '#src/emulator/random/dice.ts'

// An application that grows: the density of sign-ups falls off with age by this constant, so that
// 9 % of everybody came in the last 30 days and the oldest are three years old.
const span = days(1095)
const fade = days(330)
const whole = 1 - Math.exp(-span / fade)

/**
 * How long ago somebody signed up, in ms. Takes the share of people who came after them, 0 to 1;
 * strictly increasing in it.
 */
export const ageOf = (shareNewer: number): number => -fade * Math.log(1 - shareNewer * whole)

/**
 * Place of person `index` of `size` in the row of sign-ups, 0 to 1, strictly increasing in the
 * index. The jitter keeps neighbours from standing at even distances; it stays short of a whole step.
 */
export const shareOf = (index: number, size: number, jitter: number): number =>
  (index + 0.01 + jitter * 0.97) / size

/** An instant between two others, mostly near the later one: activity is recent for most. */
export const recentBetween = (dice: Dice, from: number, to: number): number => {
  const back = dice.unit() ** 3
  return Math.floor(to - (to - from) * back)
}
