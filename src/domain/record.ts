import { attributeOf, builtInIds } from './columns.ts'
import type { Json, JsonObject } from './json.ts'
import { isJsonObject } from './json.ts'
import { channelNames } from './reach.ts'
import type { User } from './user.ts'

/** What leaves Rollcall of one user, as it is in truth: instants in UTC, reach in the domain's words. */
export const recordOf = (user: User): JsonObject => ({
  id: user.id,
  name: user.name,
  email: user.email,
  phone: user.phone,
  reach: Object.fromEntries(channelNames.map((name) => [name, user.channels[name].reach])),
  createdAt: user.createdAt,
  lastSeenAt: user.lastSeenAt,
  updatedAt: user.updatedAt,
  platformId: user.platformId,
  locale: user.locale,
  timezone: user.timezone,
  attributes: user.attributes,
})

/** One value that leaves: what it is called, and where in a record it stands. */
export type Field = { readonly name: string; readonly path: readonly string[] }

const field = (...path: readonly string[]): Field => ({ name: path.join('.'), path })

const fields: Readonly<Record<string, readonly Field[]>> = {
  user: [field('id'), field('name')],
  email: [field('email')],
  phone: [field('phone')],
  reach: channelNames.map((name) => field('reach', name)),
  created: [field('createdAt')],
  lastSeen: [field('lastSeenAt')],
  id: [field('id')],
  platformId: [field('platformId')],
  locale: [field('locale')],
  timezone: [field('timezone')],
  updated: [field('updatedAt')],
}

const fieldsOfColumn = (id: string): readonly Field[] => {
  const key = attributeOf(id)
  return key === null ? (fields[id] ?? []) : [field('attributes', key)]
}

/**
 * The fields of columns, in their order and each once: a column that shows several things, such as the name
 * and the id of a user, has a field for each. Null: every field, all attributes in one.
 */
export function fieldsOf(columns: readonly string[] | null): readonly Field[] {
  if (columns === null)
    return [...builtInIds.flatMap(fieldsOfColumn), field('attributes')].filter(first)
  return columns.flatMap(fieldsOfColumn).filter(first)
}

const first = ({ name }: Field, index: number, all: readonly Field[]): boolean =>
  all.findIndex((other) => other.name === name) === index

// Of a user with very many attributes a list carries some, and says under this key how many are missing.
const more = '…'

const below = (value: Json, key: string): Json => {
  if (!isJsonObject(value)) return null
  // A key may be called like something that every object has.
  if (Object.hasOwn(value, key)) return value[key] ?? null
  return Object.hasOwn(value, more) ? more : null
}

/** The value of a field in a record; null for none, and `…` for an attribute that the list left out. */
export const valueOf = (record: Json, { path }: Field): Json => path.reduce(below, record)

/** A value as the text of a cell: a text as it is, nothing for null, anything else as compact JSON. */
export const cellText = (value: Json): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
