import { ticksPerSecond } from '#src/emulator/history/rounds.ts'
import type { Dice } from '#src/emulator/random/dice.ts'

const largestInstant = 2 ** 48 - 1

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

const clampInstant = (epochMs: number) => Math.min(Math.max(epochMs, 0), largestInstant)

const assemble = (epochMs: number, a: number, b: number, rest: string): string => {
  const time = hex(epochMs, 12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a, 3)}-${hex(0x8000 + b, 4)}-${rest}`
}

/**
 * A UUIDv7 whose time bits are the whole second, which is what `created_at` shows (§3), and whose
 * next 26 bits are the fraction of that second: ids sort as their instants do, within a second too
 * (§4: ties are broken by id). Takes the exact instant, epoch ms with a fraction.
 */
export const uuidOf = (epochMs: number, dice: Dice): string => {
  const second = Math.floor(epochMs / 1000)
  const fraction = Math.floor((epochMs / 1000 - second) * 2 ** 26)
  const a = Math.floor(fraction / 2 ** 14)
  return assemble(second * 1000, a, fraction - a * 2 ** 14, dice.hex(12))
}

/** The id of a tick (2^-26 s) after an instant (epoch ms, a whole second). */
export const uuidOfTick = (from: number, tick: number, dice: Dice): string => {
  const second = Math.floor(tick / ticksPerSecond)
  const fraction = tick - second * ticksPerSecond
  const a = Math.floor(fraction / 2 ** 14)
  return assemble(from + second * 1000, a, fraction - a * 2 ** 14, dice.hex(12))
}

/** The instant in an id, epoch ms: a whole second. */
export const instantOf = (uuid: string): number =>
  Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)

export const isUuid = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(text)

/** The smallest id of an instant (whole epoch ms). */
export const firstUuidAt = (epochMs: number): string =>
  assemble(clampInstant(epochMs), 0, 0, '0'.repeat(12))

/** The largest id of an instant (whole epoch ms). */
export const lastUuidAt = (epochMs: number): string =>
  assemble(clampInstant(epochMs), 0xfff, 0x3fff, 'f'.repeat(12))
