import * as fc from 'fast-check'

import { isJsonObject, type Json, type JsonObject } from '#src/domain/json.ts'

// What a platform could make of a record: any value anywhere, things gone, doubled, nested, and in each
// other's place.

type Path = readonly (string | number)[]
type Place = { readonly path: Path; readonly value: Json }

const entriesOf = (value: Json): readonly (readonly [string | number, Json])[] => {
  if (Array.isArray(value)) return value.map((item: Json, index) => [index, item])
  return isJsonObject(value) ? Object.entries(value) : []
}

/** Every place in a value, the outer before those inside. */
const placesIn = (value: Json, at: Path = []): readonly Place[] =>
  entriesOf(value).flatMap(([name, inner]) => {
    const path = at.concat(name)
    const here: Place = { path, value: inner }
    return [here].concat(placesIn(inner, path))
  })

/** The value with what `change` makes of one place: nothing, or one or several in its stead. */
const changed = (
  value: Json,
  [name, ...rest]: Path,
  change: (old: Json) => readonly Json[],
): Json => {
  const inside = (old: Json): readonly Json[] =>
    rest.length === 0 ? change(old) : [changed(old, rest, change)]
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) => (index === name ? inside(item) : [item]))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, old]) => {
      const [first, ...more] = field === name ? inside(old) : [old]
      if (first === undefined) return []
      return [[field, more.length === 0 ? first : [first, ...more]]]
    }),
  )
}

/** Words that mean something somewhere, so that they come to stand where they mean something else. */
const words = fc.constantFrom<Json>(
  '',
  ' ',
  0,
  -1,
  1e308,
  Infinity,
  'APN',
  'FCM',
  'production',
  'sandbox',
  'undefined',
  'android',
  '9f3c'.repeat(16),
  'Bounce',
  'Complaint',
  'ines@orchard.test',
  '@',
  '+351912000200',
  '+1',
  '2001-01-01T00:00:00Z',
  '2026-13-45',
  'https://fcm.googleapis.com/fcm/send/x',
  'http://push.test/x',
  '#ops',
  'C024BE91L',
  'chat:write',
  '__proto__',
  '\u0000',
  '\ud800',
)
const numberLike = fc.string({
  unit: fc.constantFrom(...Array.from('+0123456789 -().;ext=,x')),
  maxLength: 40,
})
const { anything } = fc.letrec<{ anything: Json }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    words,
    fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.emailAddress(), numberLike),
    fc.oneof(fc.double({ noNaN: true }), fc.boolean()),
    fc.constant(null),
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('anything'), { maxKeys: 3, noNullPrototype: true }),
  ),
}))

type Change = (places: readonly Place[], at: Place) => (old: Json) => readonly Json[]

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: anything.map((value): Change => () => () => [value]),
  },
  { weight: 2, arbitrary: fc.constant<Change>(() => () => []) },
  { weight: 2, arbitrary: fc.constant<Change>(() => (old) => [old, old]) },
  {
    weight: 1,
    arbitrary: fc.constant<Change>((_places, { path }) => (old) => [
      { [String(path.at(-1))]: old },
    ]),
  },
  { weight: 1, arbitrary: fc.constant<Change>(() => (old) => [[old]]) },
  {
    weight: 2,
    arbitrary: fc.nat().map((from): Change => (places) => () => [
      places[from % places.length]?.value ?? null,
    ]),
  },
)

/** The record after none to eight such changes, each to what the one before left. */
export const mangled = (record: JsonObject): fc.Arbitrary<JsonObject> =>
  fc.array(fc.tuple(fc.nat(), changes), { maxLength: 8 }).map((all) =>
    all.reduce<JsonObject>((left, [at, change]) => {
      const places = placesIn(left)
      const place = places[at % places.length]
      const next = place === undefined ? left : changed(left, place.path, change(places, place))
      return isJsonObject(next) ? next : left
    }, record),
  )
