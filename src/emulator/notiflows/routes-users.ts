import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import { notFound } from './failures.ts'
import { asItIs, type App, type Toolkit } from './context.ts'
import { readPreferences, type PreferenceSwitches } from './preferences.ts'
import type { Project } from './project.ts'
import { readSettings } from './settings.ts'
import {
  fault,
  isJsonObject,
  mergeUser,
  newUser,
  readUserWrite,
  type JsonObject,
} from './upsert.ts'
import { invalid } from './failures.ts'
import type { Channel, Settings, User } from './wire.ts'

/** Users: list, get, upsert, delete (§2), below `root`. */
export const addUserRoutes = (app: App, root: string, tools: Toolkit): void => {
  const { switches, tick } = tools

  app.get(`${root}/users`, (c) => {
    const { users } = tools.project(c)
    const query = tools.query(c)
    return c.json(tools.page(query, users.page(query, switches), asItIs))
  })

  app.get(`${root}/users/:ext`, (c) => c.json(tools.one(tools.user(c, tools.project(c), 1))))

  app.put(`${root}/users/:ext`, async (c) => {
    const project = tools.writable(c)
    const externalId = tools.segment(c, 1, 'external_id')
    const body = await tools.body(c)
    const known = project.users.get(externalId)
    const write = readUserWrite({ externalId, isNew: known === undefined }, body, switches)
    const extras = readExtras(body, project, switches)
    const at = tick()
    const user = mergeUser(known ?? newUser(tools.idAt(at), externalId, at), write, at)
    project.users.put(user)
    for (const [channel, settings] of extras.settings) {
      project.settings.put(user, channel, settings, at, switches)
    }
    if (extras.preferences !== null) project.preferences.put(user, extras.preferences)
    return c.json(tools.one(user), known === undefined ? 201 : 200)
  })

  app.delete(`${root}/users/:ext`, (c) => {
    const project = tools.writable(c)
    const externalId = tools.segment(c, 1, 'external_id')
    const user = project.users.get(externalId)
    if (user !== undefined) removeUser(project, user, switches)
    else if (switches.deleteUnknown === '404') throw notFound('user', externalId)
    return c.body(null, 204)
  })
}

/** Takes a user away with what is theirs (§9); what was sent to them stays. Each otherwise by its switch. */
const removeUser = (
  project: Project,
  user: User,
  {
    deletedBelongings,
    deletedHistory,
  }: Pick<NotiflowsSwitches, 'deletedBelongings' | 'deletedHistory'>,
): void => {
  if (deletedHistory === 'drop') project.history.forget(user)
  if (deletedBelongings === 'drop') {
    project.topics.forget(user)
    project.settings.forget(user)
    project.preferences.forget(user)
  }
  project.users.remove(user)
}

/** The settings and preferences in an upsert (§3), read before anything is written. */
const readExtras = (body: JsonObject, { catalog }: Project, switches: PreferenceSwitches) => {
  const given = body['channel_settings'] ?? []
  if (!Array.isArray(given)) throw invalid([fault('channel_settings', 'type')])
  const settings = given.map((entry: unknown, at): [Channel, Settings] => {
    const prefix = `channel_settings.${at}.`
    if (!isJsonObject(entry)) throw invalid([fault(`channel_settings.${at}`, 'type')])
    const channel = catalog.channels.find(({ id }) => id === entry['channel_id'])
    if (channel === undefined) throw invalid([fault(`${prefix}channel_id`, 'not_found')])
    return [channel, readSettings(channel, entry['settings'], prefix)]
  })
  const preferences = body['preferences'] ?? null
  if (preferences === null) return { settings, preferences: null }
  if (!isJsonObject(preferences)) throw invalid([fault('preferences', 'type')])
  return { settings, preferences: readPreferences(preferences, catalog, switches) }
}
