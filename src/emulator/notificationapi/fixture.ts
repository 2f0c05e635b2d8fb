import { isoMilliseconds } from '#src/emulator/instants.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'

import type { User } from './wire.ts'

/** A person that the contract asks for (§13), or that an operator will want to look at. */
export type Fixture = { readonly user: User; readonly description: string }

/** Chances of a fixture, by its id. */
export const fixtureDice = (id: string) => new Dice(hashText(id), 0)

/** Times of a fixture that came a while ago (ms), was changed since, and was last seen so long ago. */
export const times = (now: number, age: number, seen?: number) => ({
  ...(seen === undefined ? {} : { lastSeenTime: isoMilliseconds(now - seen) }),
  updatedAt: isoMilliseconds(now - Math.round(age / 3)),
  createdAt: isoMilliseconds(now - age),
})
