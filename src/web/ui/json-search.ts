import type { Json } from '#src/domain/json.ts'
import { isJsonObject } from '#src/domain/json.ts'

/** How deep a tree is shown and searched: every reader of it recurses (check B03). */
export const deepest = 32

/** Where a value stands in its tree: names one after the other, as RFC 6901 writes them. */
export type Pointer = string

export const below = (pointer: Pointer, name: string): Pointer =>
  `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** The named parts of an object or an array, in their order; null for a single value. */
export function partsOf(value: Json): readonly (readonly [string, Json])[] | null {
  if (isJsonObject(value)) return Object.entries(value)
  if (Array.isArray(value)) return value.map((item: Json, index) => [String(index), item] as const)
  return null
}

/** What a value is as text: a string itself, anything else as JSON. */
export const textOf = (value: Json): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 2)

/** What was found: the values that match, and everything on the way to them. */
export type Found = { readonly hits: ReadonlySet<Pointer>; readonly way: ReadonlySet<Pointer> }

/** Looks for a text in names and values, whatever the case, down to the depth that is shown. */
export function search(value: Json, text: string): Found {
  const wanted = text.toLowerCase()
  const hits = new Set<Pointer>()
  const way = new Set<Pointer>()
  const look = (inner: Json, name: string, pointer: Pointer, depth: number): boolean => {
    const parts = partsOf(inner)
    const isHit =
      name.toLowerCase().includes(wanted) ||
      (parts === null && textOf(inner).toLowerCase().includes(wanted))
    if (isHit) hits.add(pointer)
    let leads = isHit
    if (parts !== null && depth < deepest)
      for (const [part, deeper] of parts)
        if (look(deeper, part, below(pointer, part), depth + 1)) leads = true
    if (leads) way.add(pointer)
    return leads
  }
  look(value, '', '', 0)
  return { hits, way }
}

/** Whether a value has more than so many single values in it; does not count on once that is known. */
export function hasMoreThan(value: Json, limit: number): boolean {
  let left = limit
  const count = (inner: Json, depth: number): boolean => {
    const parts = partsOf(inner)
    if (parts === null || depth >= deepest) {
      left -= 1
      return left < 0
    }
    return parts.some(([, deeper]) => count(deeper, depth + 1))
  }
  return count(value, 0)
}
