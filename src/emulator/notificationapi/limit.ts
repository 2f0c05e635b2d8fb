import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { Failure } from './failures.ts'

/**
 * The page size of a list (§5): the default when absent, fractions floored, a large one cut down.
 * Fails with 400 when it is not a number or below 1.
 */
export const readLimit = (
  limit: string | undefined,
  {
    defaultLimit,
    maxLimit,
    overMaxLimit,
  }: Pick<NotificationapiSwitches, 'defaultLimit' | 'maxLimit' | 'overMaxLimit'>,
): number => {
  if (limit === undefined) return defaultLimit
  const fix = 'send a whole number of 1 or more'
  if (!/^[+-]?\d+(\.\d*)?$/.test(limit)) throw new Failure(400, 'limit must be a number', fix)
  const whole = Math.floor(Number(limit))
  if (whole < 1) throw new Failure(400, 'limit must be 1 or more', fix)
  if (whole > maxLimit && overMaxLimit === 'refuse') {
    throw new Failure(400, `limit must be ${maxLimit} or less`, fix)
  }
  return Math.min(whole, maxLimit)
}
