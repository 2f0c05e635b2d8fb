import { isJsonObject, type Json } from '#src/domain/json.ts'

/** How deep an answer may nest. JSON.stringify, and every reader, recurses (check B03). */
const maxDepth = 64
/** Bytes of attributes, as JSON, that one user of a list may carry (check B03). */
const maxAttributes = 4096

type Fields = Readonly<Record<string, Json>>

/** The same JSON with everything below 64 levels replaced by a note. */
export const clampDepth = (value: Json, depth = 0): Json => {
  if (typeof value !== 'object' || value === null) return value
  if (depth >= maxDepth) return `… nested deeper than ${maxDepth} levels`
  if (!isJsonObject(value)) return value.map((item) => clampDepth(item, depth + 1))
  return clampFields(value, depth)
}

/** The same for the fields of an object. fromEntries keeps a key named __proto__ as data (check B04). */
export const clampFields = (value: Fields, depth = 0): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, clampDepth(inner, depth + 1)] as const),
  )

/**
 * Whether it is surely small enough, and has nothing in it that could be deep. No character of a text takes more
 * than six bytes of JSON (`\u0000`), no number more than 25.
 */
const isSmall = (attributes: Fields): boolean => {
  let bytes = 16
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'object' && value !== null) return false
    bytes += 6 * key.length + (typeof value === 'string' ? 6 * value.length : 25) + 8
  }
  return bytes <= maxAttributes
}

/**
 * As many attributes as fit in 4 KiB of JSON, in their order; the key `…` says how many were left out.
 */
export const cutAttributes = (attributes: Fields): Fields =>
  isSmall(attributes) ? attributes : cutToFit(attributes)

/** The same as `cutAttributes` of any, field by field. */
export const cutToFit = (attributes: Fields): Fields => {
  const entries = Object.entries(clampFields(attributes))
  // Room for the note itself: `"…":1234567`.
  let room = maxAttributes - 16
  const kept = entries.filter(([key, value]) => {
    const size =
      Buffer.byteLength(JSON.stringify(key)) + Buffer.byteLength(JSON.stringify(value)) + 2
    if (size > room) return false
    room -= size
    return true
  })
  const left = entries.length - kept.length
  return Object.fromEntries(left === 0 ? kept : [...kept, ['…', left] as const])
}
