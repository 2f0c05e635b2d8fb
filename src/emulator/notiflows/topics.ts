import { days, isoSeconds, seconds } from '#src/emulator/instants.ts'
import { Dice, hashText, mix } from '#src/emulator/random/dice.ts'
import { createTicker } from '#src/emulator/ticker.ts'

import type { People } from './people.ts'
import type { ListQuery } from './query.ts'
import {
  nothingComputed,
  pageOf,
  Timeline,
  type Computed,
  type ListPage,
  type PageOptions,
} from './timeline.ts'
import { instantOf, uuidOf } from './uuid.ts'
import type { Subscription, Topic, User } from './wire.ts'

/** A topic as it is kept: the id, which the wire does not show, is what cursors name. */
export type StoredTopic = Topic & { readonly id: string }

type Entry = {
  readonly topic: StoredTopic
  readonly subscriptions: Timeline<Subscription>
  /** The subscriptions that were written, by the user's internal id. */
  readonly written: Map<string, string>
  /** The id of a generated person's subscription, whether or not they have it. */
  readonly idOf: (index: number) => string | null
}

export type TopicsOptions = {
  readonly projectId: string
  readonly people: People
  /** The topics that were always there, oldest first. */
  readonly names: readonly string[]
  readonly now: number
  /** The instant of a write, epoch ms. */
  readonly tick: () => number
}

/**
 * The topics of a project and who is subscribed to them. Each old topic has millions of subscribers in a
 * large project, all computed: some people subscribe to it shortly after they come, in the order they come.
 */
export class Topics {
  readonly #people: People
  readonly #tick: () => number
  readonly #entries = new Map<string, Entry>()
  readonly #list = new Timeline<StoredTopic>(nothingComputed)
  readonly #dice: Dice

  constructor({ projectId, people, names, now, tick }: TopicsOptions) {
    this.#people = people
    this.#tick = tick
    this.#dice = new Dice(hashText(`${projectId} subscriptions`), 0)
    const before = createTicker(() => now - days(1400), 0)
    for (const [at, name] of names.entries()) {
      const computed = computedSubscriptions(people, `${projectId} ${name}`, name, at, now)
      this.#add(name, before() + days(at), computed)
    }
  }

  page(query: ListQuery, options: PageOptions<StoredTopic>): ListPage<StoredTopic> {
    return this.#list.page(query, options)
  }

  get(name: string): StoredTopic | undefined {
    return this.#entries.get(name)?.topic
  }

  /** Takes a topic away with everybody's subscription to it. False when there was none. */
  remove(name: string): boolean {
    const entry = this.#entries.get(name)
    if (entry === undefined) return false
    this.#list.remove(entry.topic.id)
    return this.#entries.delete(name)
  }

  /** The subscribers of a topic; null when there is no such topic. */
  subscribers(
    name: string,
    query: ListQuery,
    options: PageOptions<Subscription>,
  ): ListPage<Subscription> | null {
    return this.#entries.get(name)?.subscriptions.page(query, options) ?? null
  }

  subscription(user: User, name: string): Subscription | undefined {
    const entry = this.#entries.get(name)
    return entry === undefined ? undefined : this.#find(entry, user)
  }

  subscriptionsOf(
    user: User,
    query: ListQuery,
    options: PageOptions<Subscription>,
  ): ListPage<Subscription> {
    const all = [...this.#entries.values()].flatMap((entry) => this.#find(entry, user) ?? [])
    return pageOf(all, query, options)
  }

  /** Subscribes somebody, and makes the topic if need be. `isNew` is false when they were already. */
  subscribe(
    user: User,
    name: string,
  ): { readonly subscription: Subscription; readonly isNew: boolean } {
    const entry = this.#entries.get(name) ?? this.#add(name, this.#tick(), nothingComputed)
    const known = this.#find(entry, user)
    if (known !== undefined) return { subscription: known, isNew: false }
    const at = this.#tick()
    const subscription = {
      id: uuidOf(at, this.#dice),
      topic_name: name,
      user_id: user.id,
      created_at: isoSeconds(at),
    }
    entry.subscriptions.put(subscription)
    entry.written.set(user.id, subscription.id)
    return { subscription, isNew: true }
  }

  /** Ends a subscription, and tells which it was; undefined when there was none. */
  unsubscribe(user: User, name: string): Subscription | undefined {
    const entry = this.#entries.get(name)
    const known = entry === undefined ? undefined : this.#find(entry, user)
    if (entry === undefined || known === undefined) return undefined
    entry.subscriptions.remove(known.id)
    entry.written.delete(user.id)
    return known
  }

  /** Ends every subscription of somebody who is going. */
  forget(user: User): void {
    for (const name of this.#entries.keys()) this.unsubscribe(user, name)
  }

  #find({ written, idOf, subscriptions }: Entry, user: User): Subscription | undefined {
    const id = written.get(user.id)
    if (id !== undefined) return subscriptions.get(id)
    const index = this.#people.numberOf(user)
    const computed = index === null ? null : idOf(index)
    return computed === null ? undefined : subscriptions.get(computed)
  }

  #add(name: string, at: number, computed: Computed<Subscription>): Entry {
    const topic = { id: uuidOf(at, this.#dice), name, created_at: isoSeconds(at) }
    const entry = {
      topic,
      subscriptions: new Timeline(computed),
      written: new Map<string, string>(),
      idOf: (index: number) => (index < computed.count ? computed.idOf(index) : null),
    }
    this.#entries.set(name, entry)
    this.#list.put(topic)
    return entry
  }
}

/**
 * A person's subscription follows their own id by a fixed while: so it is as easily found as they are, and
 * subscriptions are in the order of the people.
 */
const computedSubscriptions = (
  { records }: People,
  key: string,
  name: string,
  place: number,
  now: number,
): Computed<Subscription> => {
  const seed = hashText(key)
  const percent = 12 + (hashText(name) % 40)
  const later = seconds(30 + place * 7)
  const idOf = (index: number) => delayed(records.idOf(index), later, seed)
  return {
    count: records.count,
    idOf,
    make(index) {
      if (mix(index ^ seed) % 100 >= percent) return undefined
      const id = idOf(index)
      const at = instantOf(id)
      // Somebody who came within the last minute has not got round to it.
      if (at > now) return undefined
      return { id, topic_name: name, user_id: records.idOf(index), created_at: isoSeconds(at) }
    },
  }
}

/** An id some whole seconds after another, in the same place among its neighbours. */
const delayed = (id: string, by: number, seed: number): string => {
  const time = (instantOf(id) + by).toString(16).padStart(12, '0')
  const end = mix(Number.parseInt(id.slice(-8), 16) ^ seed)
  return `${time.slice(0, 8)}-${time.slice(8)}${id.slice(13, 28)}${end.toString(16).padStart(8, '0')}`
}
