import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { Failure } from './failures.ts'

export type LimitSwitches = Pick<
  NotificationapiSwitches,
  'absentLimit' | 'badLimit' | 'fractionalLimit' | 'defaultLimit' | 'maxLimit' | 'overMaxLimit'
>

const fix = 'send a whole number of 1 or more'

/**
 * The page size of a list (§5): the default when absent, fractions floored, a large one cut down.
 * Fails with 400 when it is not a number or below 1. All of it by switches.
 */
export const readLimit = (limit: string | undefined, switches: LimitSwitches): number => {
  const { absentLimit, badLimit, fractionalLimit, defaultLimit, maxLimit, overMaxLimit } = switches
  if (limit === undefined) {
    if (absentLimit === 'default') return defaultLimit
    throw new Failure(400, 'limit is required', fix)
  }
  const isNumber = /^[+-]?\d+(\.\d*)?$/.test(limit)
  const whole = Math.floor(Number(limit))
  if (!isNumber || whole < 1) {
    if (badLimit === 'default') return defaultLimit
    throw new Failure(400, isNumber ? 'limit must be 1 or more' : 'limit must be a number', fix)
  }
  if (whole < Number(limit) && fractionalLimit === 'refuse') {
    throw new Failure(400, 'limit must be a whole number', fix)
  }
  if (whole > maxLimit && overMaxLimit === 'refuse') {
    throw new Failure(400, `limit must be ${maxLimit} or less`, fix)
  }
  return Math.min(whole, maxLimit)
}
