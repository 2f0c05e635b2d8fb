import { Dice, hashText } from '#src/emulator/random/dice.ts'

import type { Catalog } from './catalog.ts'
import { GeneratedHistory, historySpan, type DeliveryFilter } from './generated-history.ts'
import type { People } from './people.ts'
import type { ListQuery } from './query.ts'
import {
  channelFor,
  makeDelivery,
  makeNotification,
  notificationStatus,
  personaHas,
  rollStatus,
} from './sending.ts'
import { pageOf, Timeline, type ListPage, type ListRules } from './timeline.ts'
import { uuidOf } from './uuid.ts'
import type { Delivery, Notification, User } from './wire.ts'

export type HistoryFilter = DeliveryFilter & { readonly channelId: string | null }

export type Asked = {
  readonly query: ListQuery
  readonly filter: HistoryFilter
  readonly rules: ListRules
}

export type HistoryOptions = {
  readonly projectId: string
  readonly catalog: Catalog
  readonly people: People
  readonly now: number
}

const add = (map: Map<string, string[]>, key: string, value: string) => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** What a project sent: the generated people's history, the fixtures', and what runs have added. */
export class History {
  readonly #options: HistoryOptions
  readonly #generated: GeneratedHistory
  readonly #people: People
  #hasFixtures = false
  readonly #notifications: Timeline<Notification>
  readonly #deliveries: Timeline<Delivery>
  readonly #notificationsByUser = new Map<string, string[]>()
  readonly #deliveriesByUser = new Map<string, string[]>()
  readonly #deliveriesByNotification = new Map<string, string[]>()

  constructor(options: HistoryOptions) {
    const { projectId, catalog, people, now } = options
    this.#options = options
    this.#people = people
    this.#generated = new GeneratedHistory(projectId, catalog, people, now)
    this.#notifications = new Timeline(this.#generated.notifications)
    this.#deliveries = new Timeline(this.#generated.deliveries)
  }

  notification(id: string): Notification | undefined {
    return this.#read().notifications.get(id)
  }

  delivery(id: string): Delivery | undefined {
    return this.#read().deliveries.get(id)
  }

  addNotification(notification: Notification): void {
    this.#notifications.put(notification)
    add(this.#notificationsByUser, notification.recipient_id, notification.id)
  }

  addDelivery(delivery: Delivery): void {
    this.#deliveries.put(delivery)
    add(this.#deliveriesByUser, delivery.recipient_id, delivery.id)
    add(this.#deliveriesByNotification, delivery.notification_id, delivery.id)
  }

  /** The whole project's notifications (§2). */
  notifications({ query, filter, rules }: Asked): ListPage<Notification> {
    // Without a generated match the written ones alone are read, whatever the size of the project.
    const none = filter.status !== null && filter.status !== notificationStatus
    const positions = none ? null : this.#generated.notificationsLike(filter.topic)
    const sieve = { positions, values: notificationFits(filter) }
    return this.#read().notifications.page(query, { rules, sieve })
  }

  /** The whole project's deliveries (§2). */
  deliveries({ query, filter, rules }: Asked): ListPage<Delivery> {
    const positions = this.#generated.deliveriesLike(filter)
    return this.#read().deliveries.page(query, {
      rules,
      sieve: { positions, values: deliveryFits(filter) },
    })
  }

  notificationsOf(user: User, { query, filter, rules }: Asked): ListPage<Notification> {
    const found = this.#idsOf(user).notifications.flatMap((id) => this.notification(id) ?? [])
    return pageOf(found.filter(notificationFits(filter)), query, { rules })
  }

  deliveriesOf(user: User, { query, filter, rules }: Asked): ListPage<Delivery> {
    const found = this.#idsOf(user).deliveries.flatMap((id) => this.delivery(id) ?? [])
    return pageOf(found.filter(deliveryFits(filter)), query, { rules })
  }

  deliveriesOfNotification(id: string, { query, filter, rules }: Asked): ListPage<Delivery> {
    return pageOf(this.deliveriesIn(id).filter(deliveryFits(filter)), query, { rules })
  }

  /** All deliveries of a notification, newest first. */
  deliveriesIn(notificationId: string): Delivery[] {
    this.#read()
    const ids = [
      ...this.#generated.deliveriesOf(notificationId),
      ...(this.#deliveriesByNotification.get(notificationId) ?? []),
    ]
    return ids.flatMap((id) => this.delivery(id) ?? []).toSorted((a, b) => (a.id < b.id ? 1 : -1))
  }

  /** Drops everything that was sent to somebody. */
  forget(user: User): void {
    const { notifications, deliveries } = this.#idsOf(user)
    for (const id of notifications) this.#notifications.remove(id)
    for (const id of deliveries) this.#deliveries.remove(id)
  }

  #idsOf(user: User): { readonly notifications: string[]; readonly deliveries: string[] } {
    this.#read()
    const number = this.#people.numberOf(user)
    const own = number === null ? null : this.#generated.idsOf(number)
    return {
      notifications: [
        ...(own?.notifications ?? []),
        ...(this.#notificationsByUser.get(user.id) ?? []),
      ],
      deliveries: [...(own?.deliveries ?? []), ...(this.#deliveriesByUser.get(user.id) ?? [])],
    }
  }

  /** Both timelines, with the fixtures in them from the first time that anybody asks. */
  #read(): {
    readonly notifications: Timeline<Notification>
    readonly deliveries: Timeline<Delivery>
  } {
    if (!this.#hasFixtures) {
      this.#hasFixtures = true
      for (const user of this.#people.fixtures) this.#addFixture(user)
    }
    return { notifications: this.#notifications, deliveries: this.#deliveries }
  }

  /** Whoever mentioned somebody: the first of the fixtures who was there and is somebody else. */
  #mentioner(user: User, at: number): string | null {
    const others = this.#people.fixtures.filter(({ id }) => id !== user.id)
    return others.find((other) => Date.parse(other.created_at) <= at)?.id ?? null
  }

  /** Every flow once, spread over the time they have been there. */
  #addFixture(user: User): void {
    const { projectId, catalog, now } = this.#options
    const dice = new Dice(hashText(`${projectId} ${user.external_id}`), 0)
    const persona = this.#people.personaOf(user)
    const since = Math.max(Date.parse(user.created_at), now - historySpan)
    const flows = catalog.flows.filter(({ status }) => status === 'active')
    for (const [place, flow] of flows.entries()) {
      const at = since + ((now - 30_000 - since) * (place + dice.unit() * 0.9)) / flows.length
      const notification = makeNotification({
        id: uuidOf(at, dice),
        runId: dice.uuid(),
        flow,
        recipientId: user.id,
        actorId: flow.handle === 'team-mention' ? this.#mentioner(user, at) : null,
        topic: flow.topic,
        data: { order: 100_000 + dice.below(900_000) },
      })
      this.addNotification(notification)
      if (persona.flowOff === flow.handle) continue
      for (const [step, type] of flow.steps.entries()) {
        const channel = channelFor(user, type, catalog, personaHas(persona))
        if (channel === null || persona.typeOff === type) continue
        const id = uuidOf(at + (step + 1) * 2000, dice)
        const status = rollStatus(dice, type, persona)
        this.addDelivery(makeDelivery(id, notification, channel, status, dice, now))
      }
    }
  }
}

const notificationFits =
  ({ status, topic }: HistoryFilter) =>
  (notification: Notification): boolean =>
    (status === null || notification.status === status) &&
    (topic === null || notification.topic === topic)

const deliveryFits =
  ({ status, topic, channelId }: HistoryFilter) =>
  (delivery: Delivery): boolean =>
    (status === null || delivery.status === status) &&
    (topic === null || delivery.topic === topic) &&
    (channelId === null || delivery.channel_id === channelId)
