import { isDeepStrictEqual } from 'node:util'

import { isJsonObject } from '#src/domain/json.ts'

// How docs/contracts.md speaks of what is in an answer. A path is names and numbers with dots between.
// `[]` after a name: some item of the list; `{}`: some value of the map; `*` for a name: every item of a list
// that has any.

const own = (value: unknown, name: string): unknown =>
  Object(value) === value && Object.hasOwn(Object(value), name)
    ? Reflect.get(Object(value), name)
    : undefined

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const mapOf = (value: unknown): readonly unknown[] =>
  isJsonObject(value) ? Object.values(value) : []

const stepsOf = (path: string): readonly string[] =>
  path === ''
    ? []
    : path
        .replaceAll(/(\[\]|\{\})/g, '.$1')
        .split('.')
        .filter((step) => step !== '')

/** Every value that is at a path; absent and null ones left out. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  let found: readonly unknown[] = [value]
  for (const step of stepsOf(path)) {
    if (step === '[]' || step === '*') found = found.flatMap(listOf)
    else if (step === '{}') found = found.flatMap(mapOf)
    else found = found.map((inner) => own(inner, step))
  }
  return found.filter((inner) => inner !== undefined && inner !== null)
}

function holdsAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  is: (value: unknown) => boolean,
): boolean {
  if (step === undefined) return is(value)
  const goOn = (inner: unknown): boolean => holdsAt(inner, rest, is)
  if (step === '[]') return listOf(value).some(goOn)
  if (step === '{}') return mapOf(value).some(goOn)
  if (step === '*') return listOf(value).length > 0 && listOf(value).every(goOn)
  return goOn(own(value, step))
}

const comparisons: Readonly<Record<string, (value: unknown, wanted: unknown) => boolean>> = {
  '=': (value, wanted) => isDeepStrictEqual(value, wanted),
  '≠': (value, wanted) => !isDeepStrictEqual(value, wanted),
  '≤': (value, wanted) => String(value) <= String(wanted),
  '≥': (value, wanted) => String(value) >= String(wanted),
}

/**
 * Whether an answer is as a statement says: `items.*.topic = "team"`, `logs.*.received_at ≥ "2026"` (texts, by
 * their order), or a path alone, for something that is there and not null. Throws for one that cannot be read.
 */
export function isTrue(statement: string, answer: unknown): boolean {
  const [, path = '', sign = '', wanted = 'null'] =
    /^(\S+)(?: ([=≠≤≥]) (.+))?$/.exec(statement) ?? []
  if (path === '') throw new Error(`“${statement}” says nothing about an answer.`)
  const compare = comparisons[sign] ?? (() => true)
  const given: unknown = JSON.parse(wanted)
  return holdsAt(
    answer,
    stepsOf(path),
    (value) => value !== undefined && value !== null && compare(value, given),
  )
}

/** Puts what was kept into a text: `{delivery}` becomes the value kept under that name. */
export const fill = (text: string, kept: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => kept.get(name) ?? whole)

/** Keeps values of an answer: `{delivery} = items.0.id, {cursor} = page.after`. Throws when one is not there. */
export function keep(wish: string, answer: unknown, kept: Map<string, string>): void {
  for (const [, name = '', path = ''] of wish.matchAll(/\{(\w+)\} = ([^\s,]+)/g)) {
    const [value] = valuesAt(answer, path)
    if (typeof value !== 'string') throw new Error(`No text at ${path} to keep as ${name}.`)
    kept.set(name, value)
  }
}
