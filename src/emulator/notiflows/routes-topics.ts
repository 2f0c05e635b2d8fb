import type { Context } from 'hono'

import { asItIs, type App, type Toolkit } from './context.ts'
import { badParam, failingWith, notFound } from './failures.ts'
import type { Project } from './project.ts'
import type { StoredTopic } from './topics.ts'
import type { JsonObject } from './upsert.ts'
import type { Bulk, Subscription, Topic } from './wire.ts'

const topicOnWire = ({ name, created_at }: StoredTopic): Topic => ({ name, created_at })

/** Topics and who is subscribed to them (§2). */
export const addTopicRoutes = (app: App, root: string, tools: Toolkit): void => {
  const { switches } = tools
  const options = { rules: switches }

  app.get(`${root}/topics`, (c) => {
    const { topics } = tools.project(c)
    const query = tools.query(c)
    return c.json(tools.page(query, topics.page(query, options), topicOnWire))
  })
  app.get(`${root}/topics/:name`, (c) => {
    const name = tools.segment(c, 1, 'name')
    const topic = tools.project(c).topics.get(name)
    if (topic === undefined) throw notFound('topic', name)
    return c.json(topicOnWire(topic))
  })
  app.delete(`${root}/topics/:name`, (c) => {
    const name = tools.segment(c, 1, 'name')
    if (!tools.writable(c).topics.remove(name)) throw notFound('topic', name)
    return c.body(null, 204)
  })

  const subscriptionsPath = `${root}/topics/:name/subscriptions`
  app.get(subscriptionsPath, (c) => {
    const { topics } = tools.project(c)
    const name = tools.segment(c, 2, 'name')
    const query = tools.query(c)
    const found =
      topics.subscribers(name, query, options) ?? tools.orNothing(notFound('topic', name))
    return c.json(tools.page(query, found, asItIs))
  })

  /** Does the same for each external id, and tells of each how it went (§2). */
  const bulk = async (
    c: Context,
    project: Project,
    change: (externalId: string) => Subscription | string,
  ) => {
    const answer: Bulk = { successful: [], failed: [] }
    const body = await tools.body(c)
    for (const externalId of failingWith(switches.badBulk, () => readIds(body))) {
      const known = project.users.get(externalId) !== undefined
      const outcome = known ? change(externalId) : 'user not found'
      if (typeof outcome === 'string')
        answer.failed.push({ external_id: externalId, reason: outcome })
      else answer.successful.push(outcome)
    }
    return c.json(
      answer,
      answer.failed.length > 0 ? 207 : switches.bulkStatus === '200' ? 200 : 201,
    )
  }

  app.post(subscriptionsPath, (c) => {
    const project = tools.writable(c)
    const name = tools.segment(c, 2, 'name')
    if (switches.bulkNewTopic === '404' && project.topics.get(name) === undefined) {
      throw notFound('topic', name)
    }
    return bulk(c, project, (externalId) => {
      const user = project.users.get(externalId)
      return user === undefined
        ? 'user not found'
        : project.topics.subscribe(user, name).subscription
    })
  })
  app.delete(subscriptionsPath, (c) => {
    const project = tools.writable(c)
    const name = tools.segment(c, 2, 'name')
    if (project.topics.get(name) === undefined) throw notFound('topic', name)
    return bulk(c, project, (externalId) => {
      const user = project.users.get(externalId)
      const ended = user === undefined ? undefined : project.topics.unsubscribe(user, name)
      return ended ?? 'not subscribed'
    })
  })
}

/** At least one external id. Fails with 400: 422 is not among the errors of these calls (§2, §5). */
const readIds = ({ user_external_ids: given }: JsonObject): string[] => {
  const ids = Array.isArray(given) ? given.filter((id) => typeof id === 'string' && id !== '') : []
  if (ids.length > 0 && Array.isArray(given) && ids.length === given.length) return ids.map(String)
  throw badParam('user_external_ids', 'user_external_ids is not a list of external ids')
}
