import {
  comparableEmail,
  comparablePhone,
  type InstantRange,
  type ReachFilter,
  writeReach,
} from '#src/domain/filters.ts'
import { channelNames } from '#src/domain/reach.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { hasRange, isWithin } from '#src/platforms/adapter.ts'
import { type Circumstances, judgeChannel } from '#src/reachability/judge.ts'

/**
 * What no platform filters by; null for any. `devices`: platforms of devices in lower case, any of which will
 * do. `email`, `phone`: as `readEmail` and `readPhone` give them.
 */
export type Filters = {
  readonly seen: InstantRange
  readonly reach: ReachFilter
  readonly devices: readonly string[] | null
  readonly email: string | null
  readonly phone: string | null
}

export const asksNothing = ({ seen, reach, devices, email, phone }: Filters): boolean =>
  !hasRange(seen) &&
  writeReach(reach) === null &&
  devices === null &&
  email === null &&
  phone === null

const hasDevice = ({ facts: { devices } }: UserFacts, wanted: readonly string[]): boolean =>
  devices.told &&
  devices.value.some(({ platform }) => platform !== null && wanted.includes(platform.toLowerCase()))

/**
 * The question that filters ask of each user. The verdict is the one that the user's row shows, if it is
 * judged under the same circumstances.
 */
export const matchOf = (
  { seen, reach, devices, email, phone }: Filters,
  circumstances: Circumstances,
): ((user: UserFacts) => boolean) => {
  const channels = channelNames.flatMap((name) => {
    const wanted = reach[name]
    return wanted === undefined ? [] : [{ name, wanted }]
  })
  // What costs least is asked first: thousands of users are, for one that matches.
  const digits = phone === null ? null : comparablePhone(phone)
  return (user) =>
    (email === null || (user.email !== null && comparableEmail(user.email) === email)) &&
    (digits === null || (user.phone !== null && comparablePhone(user.phone) === digits)) &&
    (!hasRange(seen) || isWithin(user.lastSeenAt, seen)) &&
    (devices === null || hasDevice(user, devices)) &&
    channels.every(({ name, wanted }) =>
      wanted.includes(judgeChannel(name, user, circumstances).reach),
    )
}
