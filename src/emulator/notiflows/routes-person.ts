import type { Context } from 'hono'

import { asItIs, type App, type Toolkit } from './context.ts'
import { badParam, badUuid, failingWith, invalid, notFound } from './failures.ts'
import { readPreferences } from './preferences.ts'
import type { Project } from './project.ts'
import { readSettings } from './settings.ts'
import { fault } from './upsert.ts'
import { isUuid } from './uuid.ts'
import type { Channel } from './wire.ts'

/** What hangs off one user: channel settings, preferences, subscriptions (§2). */
export const addPersonRoutes = (app: App, root: string, tools: Toolkit): void => {
  const { switches, tick } = tools

  /** The channel at the end of the path. Fails with 400 for no UUID, with 404 for one unknown (§9). */
  const channelIn = (c: Context, { catalog }: Project): Channel => {
    const id = tools.segment(c, 1, 'channel_id')
    if (!isUuid(id) && switches.badChannelId === '400') throw badUuid('channel_id')
    const channel = catalog.channels.find((candidate) => candidate.id === id)
    if (channel !== undefined) return channel
    throw !isUuid(id) || switches.unknownChannel === '404'
      ? notFound('channel', id)
      : badParam('channel_id', 'channel_id is of no channel here')
  }

  const settingsPath = `${root}/users/:ext/channel-settings/:channel`
  app.get(settingsPath, (c) => {
    const project = tools.project(c)
    const channel = channelIn(c, project)
    const found = project.settings.get(tools.user(c, project, 3), channel)
    if (found === null) throw notFound('channel_settings', channel.id)
    return c.json(tools.one(found))
  })
  app.put(settingsPath, async (c) => {
    const project = tools.writable(c)
    const channel = channelIn(c, project)
    const user = tools.user(c, project, 3)
    const settings = readSettings(channel, (await tools.body(c))['settings'])
    return c.json(tools.one(project.settings.put(user, channel, settings, tick(), switches)))
  })
  app.delete(settingsPath, (c) => {
    const project = tools.writable(c)
    const channel = channelIn(c, project)
    const existed = project.settings.remove(tools.user(c, project, 3), channel)
    if (!existed) throw notFound('channel_settings', channel.id)
    return c.body(null, 204)
  })

  const preferencesPath = `${root}/users/:ext/preferences`
  app.get(preferencesPath, (c) => {
    const project = tools.project(c)
    return c.json(project.preferences.describe(tools.user(c, project, 2), switches))
  })
  app.put(preferencesPath, async (c) => {
    const project = tools.writable(c)
    const user = tools.user(c, project, 2)
    const body = await tools.body(c)
    const given = failingWith(switches.badPreferences, () =>
      readPreferences(body, project.catalog, switches),
    )
    project.preferences.put(user, given)
    return c.json(project.preferences.describe(user, switches))
  })

  const subscriptionsPath = `${root}/users/:ext/subscriptions`
  app.get(subscriptionsPath, (c) => {
    const project = tools.project(c)
    const query = tools.query(c)
    const found = tools.listOf(c, project, 2, (user) =>
      project.topics.subscriptionsOf(user, query, { rules: switches }),
    )
    return c.json(tools.page(query, found, asItIs))
  })
  app.post(subscriptionsPath, async (c) => {
    const project = tools.writable(c)
    const user = tools.user(c, project, 2)
    const { topic_name: name } = await tools.body(c)
    if (name === undefined || name === null || name === '') {
      throw invalid([fault('topic_name', 'required', "can't be blank")])
    }
    if (typeof name !== 'string') throw invalid([fault('topic_name', 'type')])
    const { subscription, isNew } = project.topics.subscribe(user, name)
    return c.json(tools.one(subscription), isNew ? 201 : 200)
  })
  app.get(`${subscriptionsPath}/:topic`, (c) => {
    const project = tools.project(c)
    const topic = tools.segment(c, 1, 'topic_name')
    const found = project.topics.subscription(tools.user(c, project, 3), topic)
    if (found === undefined) throw notFound('subscription', topic)
    return c.json(tools.one(found))
  })
  app.delete(`${subscriptionsPath}/:topic`, (c) => {
    const project = tools.writable(c)
    const topic = tools.segment(c, 1, 'topic_name')
    const ended = project.topics.unsubscribe(tools.user(c, project, 3), topic)
    if (ended === undefined) throw notFound('subscription', topic)
    return c.body(null, 204)
  })
}
