import { Rounds } from '#src/emulator/history/rounds.ts'
import { days } from '#src/emulator/instants.ts'
import { Dice, hashText, mix } from '#src/emulator/random/dice.ts'

import type { Catalog, Flow } from './catalog.ts'
import type { People } from './people.ts'
import {
  canBe,
  channelFor,
  makeDelivery,
  makeNotification,
  personaHas,
  rollStatus,
} from './sending.ts'
import type { Computed } from './timeline.ts'
import { uuidOfTick } from './uuid.ts'
import type { ChannelType, Delivery, Notification } from './wire.ts'

/** How far back the history of the generated people goes. */
export const historySpan = days(90)
const turnsEach = 6
const stepsEach = 2

export type DeliveryFilter = {
  /** `none`: what no step is of. */
  readonly channelType: ChannelType | 'none' | null
  readonly topic: string | null
  readonly status: string | null
}

/**
 * What a project sent to its generated people: each has a few turns, each turn is a notification by some
 * notiflow, each of its steps a delivery. Some turns are left out: the person had not come yet, or is quiet.
 * Everything follows from (project, turn), so the whole project's lists are as cheap as one person's.
 */
export class GeneratedHistory {
  readonly notifications: Computed<Notification>
  readonly deliveries: Computed<Delivery>
  readonly #people: People
  readonly #catalog: Catalog
  readonly #active: readonly Flow[]
  readonly #rounds: Rounds
  readonly #seed: number
  readonly #now: number

  constructor(projectId: string, catalog: Catalog, people: People, now: number) {
    this.#people = people
    this.#catalog = catalog
    this.#active = catalog.flows.filter(({ status }) => status === 'active')
    this.#seed = hashText(`${projectId} history`)
    this.#now = now
    this.#rounds = new Rounds({
      people: people.records.count,
      rounds: turnsEach,
      seed: this.#seed,
      from: Math.floor((now - historySpan) / 1000) * 1000,
      // The last deliveries follow their notifications, and are not to be in the future either.
      to: now - 10_000,
    })
    const { length } = this.#rounds
    this.notifications = {
      count: length,
      make: (turn) => this.#notification(turn),
      idOf: (turn) => this.#notificationId(turn),
    }
    this.deliveries = {
      count: length * stepsEach,
      make: (index) => this.#delivery(index),
      idOf: (index) => this.#deliveryId(index),
    }
  }

  /** The ids under which a person's notifications and deliveries would be found, if they are there. */
  idsOf(person: number): { readonly notifications: string[]; readonly deliveries: string[] } {
    const turns = this.#rounds.turnsOf(person)
    return {
      notifications: turns.map((turn) => this.#notificationId(turn)),
      deliveries: turns.flatMap((turn) => this.deliveriesOfTurn(turn)),
    }
  }

  /** The same for one notification's deliveries. */
  deliveriesOfTurn(turn: number): string[] {
    return Array.from({ length: stepsEach }, (_, step) => this.#deliveryId(turn * stepsEach + step))
  }

  /** The deliveries' ids of a notification's id; none when it is not one of these. */
  deliveriesOf(notificationId: string): string[] {
    const turn = this.#turnOf(notificationId)
    return turn === null ? [] : this.deliveriesOfTurn(turn)
  }

  /** Which deliveries could pass a filter, told without making them; null when none could. */
  deliveriesLike({
    channelType,
    topic,
    status,
  }: DeliveryFilter): ((index: number) => boolean) | null {
    const fits = (flow: Flow, step: number) => {
      const type = flow.steps[step]
      return (
        type !== undefined &&
        (channelType === null || type === channelType) &&
        (topic === null || flow.topic === topic) &&
        (status === null || canBe(status, type))
      )
    }
    const table = this.#active.map((flow) => flow.steps.map((_, step) => fits(flow, step)))
    if (!table.flat().includes(true)) return null
    return (index) => {
      const turn = Math.floor(index / stepsEach)
      const step = index - turn * stepsEach
      return table[this.#flowNumber(turn)]?.[step] === true && this.#statusFits(index, status)
    }
  }

  /** The same for notifications and their topic. */
  notificationsLike(topic: string | null): ((turn: number) => boolean) | null {
    if (topic !== null && !this.#active.some((flow) => flow.topic === topic)) return null
    return (turn) => topic === null || this.#flowAt(turn).topic === topic
  }

  #statusFits(index: number, status: string | null): boolean {
    if (status === null) return true
    const turn = Math.floor(index / stepsEach)
    const type = this.#flowAt(turn).steps[index - turn * stepsEach]
    if (type === undefined) return false
    const persona = this.#people.generated(this.#rounds.personAt(turn))
    return rollStatus(this.#deliveryDice(index), type, persona) === status
  }

  #flowNumber(turn: number): number {
    return mix(turn ^ this.#seed) % this.#active.length
  }

  #flowAt(turn: number): Flow {
    const flow = this.#active[this.#flowNumber(turn)]
    if (flow === undefined) throw new RangeError('a project without notiflows')
    return flow
  }

  #notificationId(turn: number): string {
    const dice = new Dice(this.#seed, turn)
    return uuidOfTick(this.#rounds.from, this.#rounds.tickOf(turn), dice)
  }

  /** Some seconds after the notification, and in any case before the next one. */
  #deliveryId(index: number): string {
    const turn = Math.floor(index / stepsEach)
    const step = index - turn * stepsEach
    const tick = this.#rounds.tickOf(turn) + this.#rounds.within(step + 1, 2 * (step + 1))
    return uuidOfTick(this.#rounds.from, tick, this.#deliveryDice(index))
  }

  #deliveryDice(index: number): Dice {
    return new Dice(this.#seed + 1, index)
  }

  #turnOf(notificationId: string): number | null {
    let low = 0
    let high = this.#rounds.length
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (this.#notificationId(middle) < notificationId) low = middle + 1
      else high = middle
    }
    return low < this.#rounds.length && this.#notificationId(low) === notificationId ? low : null
  }

  #notification(turn: number): Notification | undefined {
    const id = this.#notificationId(turn)
    const recipientId = this.#people.records.idOf(this.#rounds.personAt(turn))
    const dice = new Dice(this.#seed + 2, turn)
    // Ids tell who came first.
    if (recipientId > id || dice.chance(15)) return undefined
    const flow = this.#flowAt(turn)
    const data = { order: 100_000 + dice.below(900_000) }
    return makeNotification({
      id,
      runId: dice.uuid(),
      flow,
      recipientId,
      topic: flow.topic,
      data,
    })
  }

  #delivery(index: number): Delivery | undefined {
    const turn = Math.floor(index / stepsEach)
    const notification = this.#notification(turn)
    const flow = this.#flowAt(turn)
    const type = flow.steps[index - turn * stepsEach]
    if (notification === undefined || type === undefined) return undefined
    const person = this.#rounds.personAt(turn)
    const persona = this.#people.generated(person)
    if (persona.typeOff === type || persona.flowOff === flow.handle) return undefined
    const user = this.#people.records.make(person)
    const channel = channelFor(user, type, this.#catalog, personaHas(persona))
    if (channel === null) return undefined
    const dice = this.#deliveryDice(index)
    const status = rollStatus(dice, type, persona)
    return makeDelivery(this.#deliveryId(index), notification, channel, status, dice, this.#now)
  }
}
