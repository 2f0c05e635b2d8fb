import { Dice } from '#src/emulator/random/dice.ts'
import { Permutation } from '#src/emulator/random/permutation.ts'

/** Ticks in a second: the fraction of a second that an id keeps (26 bits). */
export const ticksPerSecond = 2 ** 26

export type RoundsOptions = {
  /** How many people there are, numbered from 0. */
  readonly people: number
  /** How often each has a turn. */
  readonly rounds: number
  /** Separates one history's order from another's. */
  readonly seed: number
  /** The time it spans, epoch ms; `from` on a whole second. */
  readonly from: number
  readonly to: number
}

/**
 * When it was whose turn: a history of turns, oldest first, in which everybody has one in each round,
 * each round in another shuffled order. Both questions, whose turn was it and which turns were theirs,
 * are arithmetic, so a history of ten million people need not be written down.
 */
export class Rounds {
  readonly length: number
  readonly from: number
  readonly #people: number
  readonly #seed: number
  readonly #step: number
  readonly #orders: readonly Permutation[]

  constructor({ people, rounds, seed, from, to }: RoundsOptions) {
    this.length = people * rounds
    this.from = from
    this.#people = people
    this.#seed = seed
    this.#step = (((to - from) / 1000) * ticksPerSecond) / Math.max(1, this.length)
    this.#orders = Array.from(
      { length: rounds },
      (_, round) => new Permutation(people, seed + round),
    )
  }

  /** The person whose turn it was; `turn` in [0, length). */
  personAt(turn: number): number {
    const round = Math.floor(turn / this.#people)
    const order = this.#orders[round]
    if (order === undefined) throw new RangeError(`no turn ${turn}`)
    return order.at(turn - round * this.#people)
  }

  /** The turns of a person, oldest first. None for a number that nobody has. */
  turnsOf(person: number): number[] {
    if (person >= this.#people) return []
    return this.#orders.map((order, round) => round * this.#people + order.placeOf(person))
  }

  /** Ticks from the beginning to a turn: strictly increasing, never at an even distance. */
  tickOf(turn: number): number {
    const jitter = new Dice(this.#seed, turn).unit() * 0.9
    return Math.floor((turn + jitter) * this.#step)
  }

  /**
   * Ticks from a turn to the first few things that follow from it (1 to 3): `seconds`, or less where the next
   * turn comes sooner than that.
   */
  within(place: number, seconds: number): number {
    return Math.min(seconds * ticksPerSecond, Math.floor(this.#step * 0.03) * place)
  }

  /** The instant of a turn, epoch ms with a fraction. */
  instantOf(turn: number): number {
    return this.from + (this.tickOf(turn) / ticksPerSecond) * 1000
  }

  /** The first turn that is not before an instant (epoch ms); `length` when all are. */
  firstSince(instant: number): number {
    const ticks = ((instant - this.from) / 1000) * ticksPerSecond
    const near = Math.floor(ticks / this.#step) - 2
    let turn = Math.min(Math.max(Number.isFinite(near) ? near : 0, 0), this.length)
    while (turn < this.length && this.instantOf(turn) < instant) turn += 1
    return turn
  }
}
