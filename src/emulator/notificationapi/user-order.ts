import { hashText } from '#src/emulator/random/dice.ts'
import type { IdScheme } from '#src/emulator/random/ids.ts'
import { Permutation } from '#src/emulator/random/permutation.ts'
import type { Place } from '#src/emulator/sequence/sequence.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import type { User } from './wire.ts'

/** In which order an environment lists its users: generated people by number, and others among them. */
export type UserOrder = {
  /** The number of the generated person at a position. */
  readonly at: (position: number) => number
  /** The position of a generated person. */
  readonly positionOf: (index: number) => number
  /** Where somebody stands who was not generated, whether or not they are there. */
  readonly placeOf: (id: string) => Place
  /** Learns of somebody who was not generated, before they are put in their place. */
  readonly meet: (user: User) => void
}

export type OrderOptions = {
  readonly clientId: string
  /** How many are generated. */
  readonly count: number
  readonly ids: IdScheme
  readonly make: (index: number) => User
}

/** The order that the switch asks for (§5). */
export const createOrder = (
  listOrder: NotificationapiSwitches['listOrder'],
  options: OrderOptions,
): UserOrder => {
  switch (listOrder) {
    case 'hash':
      return byHash(options)
    case 'id':
      return byId(options)
    case 'creation':
      return byCreation(options)
  }
}

// Chosen so that the three people of the contract's worked example (§12) come in its order.
const orderSeed = 25

/** Stable and without meaning. Where an id stands follows from the id alone. */
const byHash = ({ clientId, count }: OrderOptions): UserOrder => {
  const salt = hashText(clientId, orderSeed)
  const shuffle = new Permutation(count, salt)
  return {
    at: (position) => shuffle.at(position),
    positionOf: (index) => shuffle.placeOf(index),
    placeOf(id) {
      const hash = hashText(id, salt)
      return {
        gap: Math.floor((hash / 0x1_0000_0000) * (count + 1)),
        // Ties descend, hashes ascend: so two of these stand in the same order in any environment size.
        tie: (0xffff_ffff - hash).toString(16).padStart(8, '0') + id,
      }
    },
    meet() {},
  }
}

/** By id. Costs a sort of everybody when it is made: a second or so for half a million. */
const byId = ({ count, ids }: OrderOptions): UserOrder => {
  const names = Array.from({ length: count }, (_, index) => ids.idOf(index))
  const nameOf = (index: number) => names[index] ?? ''
  const indices = Uint32Array.from(names.keys()).toSorted((a, b) =>
    nameOf(a) < nameOf(b) ? -1 : 1,
  )
  const at = (position: number) => indices[position] ?? 0
  const before = (id: string) => countWhile(count, (position) => nameOf(at(position)) < id)
  return {
    at,
    positionOf: (index) => before(nameOf(index)),
    placeOf: (id) => ({ gap: before(id), tie: descending(id) }),
    meet() {},
  }
}

/**
 * By creation, oldest first; those whose creation is not known come before all. Somebody deleted and created
 * anew stands where they stood before if they are one of the generated.
 */
const byCreation = ({ count, make }: OrderOptions): UserOrder => {
  const met = new Map<string, string>()
  const createdAt = (index: number): string =>
    make(index).createdAt ?? (index === 0 ? '' : createdAt(index - 1))
  return {
    at: (position) => position,
    positionOf: (index) => index,
    placeOf(id) {
      const created = met.get(id) ?? ''
      return {
        gap: countWhile(count, (index) => createdAt(index) <= created),
        tie: descending(`${created} ${id}`),
      }
    },
    meet: ({ id, createdAt: created = '' }) => met.set(id, created),
  }
}

/** How many of the first numbers something is true of; it must be true of no number after a false one. */
const countWhile = (count: number, isTrue: (index: number) => boolean): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isTrue(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** A text that sorts before another exactly when the one it is made of sorts after: ties of a place descend. */
const descending = (text: string): string =>
  `${Array.from({ length: text.length }, (_, at) => String.fromCharCode(0xffff - text.charCodeAt(at))).join('')}\uffff`
