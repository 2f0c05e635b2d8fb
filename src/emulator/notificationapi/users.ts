import type { IdScheme } from '#src/emulator/random/ids.ts'
import { Sequence, type Place } from '#src/emulator/sequence/sequence.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { createOrder, type UserOrder } from './user-order.ts'
import type { User } from './wire.ts'

export type UsersOptions = {
  readonly clientId: string
  /** How many users there are in all, fixtures among them. */
  readonly size: number
  readonly fixtures: readonly User[]
  readonly ids: IdScheme
  /** The record of generated person `index` of `count`. */
  readonly make: (index: number, count: number) => User
  readonly listOrder: NotificationapiSwitches['listOrder']
}

/**
 * The users of one NotificationAPI environment in their listed order (§5). Where an id stands does not depend
 * on whether it is there, so that a token outlives its user.
 */
export class Users {
  readonly #ids: IdScheme
  readonly #order: UserOrder
  readonly #sequence: Sequence<User>

  constructor({ clientId, size, fixtures, ids, make, listOrder }: UsersOptions) {
    const known = fixtures.slice(0, size)
    const count = size - known.length
    this.#ids = ids
    const makeOne = (index: number) => make(index, count)
    this.#order = createOrder(listOrder, { clientId, count, ids, make: makeOne })
    this.#sequence = new Sequence(count, (position) => makeOne(this.#order.at(position)))
    for (const user of known) this.put(user)
  }

  get size(): number {
    return this.#sequence.length
  }

  /** The user of an id, or undefined when the environment has no record of it. */
  get(id: string): User | undefined {
    return this.#sequence.get(this.#placeOf(id))
  }

  /** Writes a user, over whoever has the id. */
  put(user: User): void {
    if (this.get(user.id) === undefined) this.#order.meet(user)
    this.#sequence.put(this.#placeOf(user.id), user)
  }

  /** Takes a user away. False when there was none. */
  remove(id: string): boolean {
    return this.#sequence.remove(this.#placeOf(id))
  }

  /** Up to `count` users after an id, or from the start for null; and whether any follow those. */
  after(id: string | null, count: number): { readonly users: User[]; readonly more: boolean } {
    const from = id === null ? this.#sequence.start : this.#sequence.after(this.#placeOf(id))
    const { items, stop } = this.#sequence.forward(from, this.#sequence.end, count)
    return { users: items, more: this.#sequence.some(stop, this.#sequence.end) }
  }

  #placeOf(id: string): Place {
    const index = this.#ids.indexOf(id)
    return index !== null && index < this.#sequence.size
      ? { gap: this.#order.positionOf(index), tie: null }
      : this.#order.placeOf(id)
  }
}
