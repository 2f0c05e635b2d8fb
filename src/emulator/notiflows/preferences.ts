import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import type { Catalog, Flow } from './catalog.ts'
import { badParam, badUuid, notFound } from './failures.ts'
import type { People } from './people.ts'
import { preferencesOf } from './persona.ts'
import { isJsonObject, type JsonObject } from './upsert.ts'
import { isUuid } from './uuid.ts'
import {
  preferenceTypes,
  type ChannelType,
  type FlowPreference,
  type Json,
  type Preferences,
  type PreferenceType,
  type TypeChoices,
  type User,
} from './wire.ts'

const isPreferenceType = (name: string): name is PreferenceType =>
  preferenceTypes.some((type) => type === name)

const readChoices = (given: Json | undefined, param: string): TypeChoices => {
  if (given === undefined) return {}
  if (!isJsonObject(given)) throw badParam(param, `${param} is not an object`)
  const choices: { [Type in PreferenceType]?: boolean } = {}
  for (const [type, choice] of Object.entries(given)) {
    if (!isPreferenceType(type) || typeof choice !== 'boolean') {
      throw badParam(param, `${param} maps channel types to true or false`)
    }
    choices[type] = choice
  }
  return choices
}

const readFlow = (given: Json): FlowPreference => {
  if (!isJsonObject(given)) throw badParam('notiflows', 'a notiflow’s entry is not an object')
  const { enabled } = given
  if (enabled !== undefined && typeof enabled !== 'boolean') {
    throw badParam('notiflows', 'enabled is neither true nor false')
  }
  const types = given['channel_types']
  return {
    ...(enabled === undefined ? {} : { enabled }),
    ...(types === undefined ? {} : { channel_types: readChoices(types, 'notiflows') }),
  }
}

export type PreferenceSwitches = Pick<NotiflowsSwitches, 'unsetPreferences' | 'preferencesKeyedBy'>

/**
 * Reads partial preferences (§3), their notiflows by id (§9) or as the switch says. Fails with 400 naming the
 * part that cannot be taken, since 422 is not among the errors of this call (§5), and with 404 for an unknown
 * notiflow.
 */
export const readPreferences = (
  body: JsonObject,
  { flows }: Catalog,
  { preferencesKeyedBy: key }: PreferenceSwitches,
): Preferences => {
  const given = body['notiflows'] ?? {}
  if (!isJsonObject(given)) throw badParam('notiflows', 'notiflows is not an object')
  const entries = Object.entries(given).map(([name, entry]): [string, FlowPreference] => {
    if (key === 'id' && !isUuid(name)) throw badUuid('notiflows')
    const flow = flows.find((candidate) => candidate[key] === name)
    if (flow === undefined) throw notFound('notiflow', name)
    return [flow.id, readFlow(entry)]
  })
  return {
    channel_types: readChoices(body['channel_types'], 'channel_types'),
    notiflows: Object.fromEntries(entries),
  }
}

const empty: Preferences = { channel_types: {}, notiflows: {} }
const allTrue: TypeChoices = Object.fromEntries(preferenceTypes.map((type) => [type, true]))

/** What people want to be sent: computed, with what is written laid over it. */
export class PreferenceStore {
  readonly #people: People
  readonly #catalog: Catalog
  readonly #written = new Map<string, Preferences>()

  constructor(people: People, catalog: Catalog) {
    this.#people = people
    this.#catalog = catalog
  }

  /** Somebody's preferences as the platform tells them. */
  describe(user: User, { unsetPreferences, preferencesKeyedBy }: PreferenceSwitches): Preferences {
    const stored = this.#stored(user)
    const types = unsetPreferences === 'all-true' ? allTrue : {}
    const flows = new Map(this.#catalog.flows.map((flow) => [flow.id, flow]))
    return {
      channel_types: { ...types, ...stored.channel_types },
      notiflows: Object.fromEntries(
        Object.entries(stored.notiflows).map(([id, entry]) => {
          const flow = flows.get(id)
          return [flow?.[preferencesKeyedBy] ?? id, named(entry, flow?.name)]
        }),
      ),
    }
  }

  /** Whether somebody may be sent a flow's step of a type. Only their own wishes count here. */
  allows(user: User, flow: Flow, type: ChannelType): boolean {
    const { channel_types: types, notiflows } = this.#stored(user)
    if (!isPreferenceType(type)) return true
    const own = notiflows[flow.id]
    return types[type] !== false && own?.enabled !== false && own?.channel_types?.[type] !== false
  }

  /** Lays partial preferences over what there was. */
  put(user: User, given: Preferences): void {
    const before = this.#stored(user)
    const notiflows = new Map(Object.entries(before.notiflows))
    for (const [id, entry] of Object.entries(given.notiflows)) {
      notiflows.set(id, merged(notiflows.get(id), entry))
    }
    this.#written.set(user.id, {
      channel_types: { ...before.channel_types, ...given.channel_types },
      notiflows: Object.fromEntries(notiflows),
    })
  }

  forget(user: User): void {
    this.#written.delete(user.id)
  }

  #stored(user: User): Preferences {
    const written = this.#written.get(user.id)
    return written ?? preferencesOf(this.#people.personaOf(user), this.#catalog) ?? empty
  }
}

const named = (entry: FlowPreference, name: string | undefined): FlowPreference =>
  name === undefined ? entry : { ...entry, name }

const merged = (before: FlowPreference | undefined, given: FlowPreference): FlowPreference => {
  const types = { ...before?.channel_types, ...given.channel_types }
  return {
    ...before,
    ...given,
    ...(Object.keys(types).length === 0 ? {} : { channel_types: types }),
  }
}
