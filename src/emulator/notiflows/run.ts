import { Dice, hashText } from '#src/emulator/random/dice.ts'

import type { Flow } from './catalog.ts'
import { invalid, notFound } from './failures.ts'
import { personaHas, makeDelivery, makeNotification, channelFor, rollStatus } from './sending.ts'
import type { Project } from './project.ts'
import { fromTheTop } from './query.ts'
import type { ListRules } from './timeline.ts'
import { fault, isJsonObject, newUser, type JsonObject } from './upsert.ts'
import type { Channel, Json, User } from './wire.ts'

/** What a run is asked to do (§2): for these people, or for everybody subscribed to a topic. */
export type RunRequest = {
  readonly recipients: readonly string[] | null
  readonly topic: string | null
  readonly actor: string | null
  readonly data: JsonObject
}

/**
 * A topic may have millions of subscribers. A run is for looking at its outcome, so it reaches this many,
 * those who subscribed last.
 */
const mostSubscribers = 100

/** Reads the body of a run. Fails with 422 naming each field that cannot be taken. */
export const readRun = (body: JsonObject): RunRequest => {
  const { recipients, topic, data, actor } = body
  const both = recipients !== undefined && topic !== undefined
  const ids = recipients === undefined ? null : readRecipients(recipients)
  const faults = [
    ...(both ? [fault('topic', 'exclusive', 'excludes recipients')] : []),
    ...(recipients === undefined && topic === undefined
      ? [fault('recipients', 'required', "can't be blank")]
      : []),
    ...(recipients !== undefined && ids === null ? [fault('recipients', 'format')] : []),
    ...(topic !== undefined && (typeof topic !== 'string' || topic === '')
      ? [fault('topic', 'type')]
      : []),
    ...(data !== undefined && !isJsonObject(data) ? [fault('data', 'type')] : []),
    ...(actor !== undefined && actor !== null && typeof actor !== 'string'
      ? [fault('actor', 'type')]
      : []),
  ]
  if (faults.length > 0) throw invalid(faults)
  return {
    recipients: ids,
    topic: typeof topic === 'string' ? topic : null,
    actor: typeof actor === 'string' ? actor : null,
    data: isJsonObject(data) ? data : {},
  }
}

/** External ids, written plainly or as `{ external_id }`. Null when they are not, or none. */
const readRecipients = (given: Json): string[] | null => {
  if (!Array.isArray(given) || given.length === 0) return null
  const ids = given.map((entry: unknown) => (isJsonObject(entry) ? entry['external_id'] : entry))
  const texts = ids.filter((id) => typeof id === 'string' && id !== '')
  return texts.length === ids.length ? [...new Set(texts.map(String))] : null
}

export type RunTools = {
  readonly tick: () => number
  readonly idAt: (at: number) => string
  readonly switches: ListRules
}

/**
 * Runs a notiflow: makes the recipients whom nobody knew, a notification for each, and a delivery for
 * each step that they can and want to get. Gives the id of the run. Fails with 404 for an unknown topic.
 */
export const runFlow = (
  project: Project,
  flow: Flow,
  { recipients, topic, actor, data }: RunRequest,
  tools: RunTools,
): string => {
  const { tick, idAt, switches } = tools
  if (topic !== null && project.topics.get(topic) === undefined) throw notFound('topic', topic)
  const users =
    topic === null
      ? (recipients ?? []).map((externalId) => findOrCreate(project, externalId, tools))
      : subscribers(project, topic, switches)
  const actorId = actor === null ? null : (project.users.get(actor)?.id ?? null)
  const runId = idAt(tick())
  for (const user of users) {
    const at = tick()
    const notification = makeNotification({
      id: idAt(at),
      runId,
      flow,
      recipientId: user.id,
      actorId,
      topic,
      data,
    })
    project.history.addNotification(notification)
    for (const type of flow.steps) {
      const channel = channelFor(user, type, project.catalog, hasNow(project, user))
      if (channel === null || !project.preferences.allows(user, flow, type)) continue
      const sentAt = tick()
      const id = idAt(sentAt)
      const dice = new Dice(hashText(id), 0)
      const persona = project.people.personaOf(user)
      const status = persona.emailFails ? rollStatus(dice, type, persona) : 'sent'
      project.history.addDelivery(makeDelivery(id, notification, channel, status, dice, sentAt))
    }
  }
  return runId
}

/** Whether somebody has something on a channel at this moment, by what was written too. */
const hasNow = (project: Project, user: User) => (channel: Channel) =>
  channel.type === 'web_push'
    ? personaHas(project.people.personaOf(user))(channel)
    : project.settings.get(user, channel) !== null

const findOrCreate = ({ users }: Project, externalId: string, { tick, idAt }: RunTools): User => {
  const known = users.get(externalId)
  if (known !== undefined) return known
  const at = tick()
  const user = newUser(idAt(at), externalId, at)
  users.put(user)
  return user
}

const subscribers = ({ topics, users }: Project, topic: string, rules: ListRules): User[] => {
  const items = topics.subscribers(topic, fromTheTop(mostSubscribers), { rules })?.items ?? []
  return items.flatMap(({ user_id: id }) => users.getInternal(id) ?? [])
}
