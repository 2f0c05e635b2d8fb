import type * as z from 'zod'

import { fits } from '#src/platforms/fits.ts'

/** Paths of fields that could not be read. Bounded: a record can be nothing but faults (checks B02). */
export type Faults = {
  readonly note: (path: string) => void
  readonly paths: () => readonly string[]
}

const mostFaults = 50

/** Collects paths such as `pushTokens[0].token`, each once and at most fifty, then one `…`. */
export function createFaults(): Faults {
  const noted: string[] = []
  return {
    note: (path) => {
      const shown = noted.length < mostFaults ? path : '…'
      if (!noted.includes(shown)) noted.push(shown)
    },
    paths: () => [...noted],
  }
}

// Nobody has that many devices, and a 32 MiB array of rubbish must not cost minutes (checks B07).
const mostItems = 1000

/** What `read` makes of each of the first thousand items; one that it cannot read (null) is left out. */
export function readEach<T>(
  items: readonly unknown[],
  at: string,
  faults: Faults,
  read: (item: unknown, path: string) => T | null,
): T[] {
  if (items.length > mostItems) faults.note(`${at}[${mostItems}…]`)
  return items
    .slice(0, mostItems)
    .map((item, index) => read(item, `${at}[${index}]`))
    .filter((found) => found !== null)
}

const spell = (at: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => (text === '' ? String(key) : `${text}.${String(key)}`), at)

/** A copy without the field at `path`; only the objects on the way are copied, and none is changed. */
function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path
  if (key === undefined || typeof value !== 'object' || value === null) return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => {
      if (name !== key) return [[name, field]]
      return rest.length === 0 ? [] : [[name, without(field, rest)]]
    }),
  )
}

/**
 * Reads an object of which any field may be wrong: a wrong field becomes absent and its path, below
 * `at`, is noted; the others are kept (checks B02). What fits is given back as it is, with the fields that
 * the schema does not name. Takes a schema that changes nothing, whose fields are all optional and whose
 * arrays take any element. Null when the value is no object at all, which is noted too, unless
 * it is null or absent: nulls and absents are alike.
 */
export function readTolerantly<T>(
  schema: z.ZodType<T>,
  value: unknown,
  at: string,
  faults: Faults,
): T | null {
  if (value === null || value === undefined) return null
  if (fits(schema, value)) return value
  const first = schema.safeParse(value)
  if (first.success) return first.data
  let rest: unknown = value
  for (const { path } of first.error.issues) {
    if (path.length === 0) {
      faults.note(at)
      return null
    }
    faults.note(spell(at, path))
    rest = without(rest, path)
  }
  const second = schema.safeParse(rest)
  if (second.success) return second.data
  faults.note(at)
  return null
}
