import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import type { User } from './wire.ts'

/** A user as it is written on the wire: unset fields null (§9), or left out by the switch. */
export const presentUser = (
  user: User,
  { unset }: Pick<NotiflowsSwitches, 'unset'>,
): Partial<User> =>
  unset === 'null'
    ? user
    : Object.fromEntries(Object.entries(user).filter(([, value]) => value !== null))
