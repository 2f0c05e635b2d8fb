import type { Json } from '#src/domain/json.ts'
import { maskedText, type Guard } from '#src/platforms/guard.ts'
import { isSensitiveName } from '#src/platforms/sensitive-name.ts'

/**
 * What is known about a place in a record. `open`: no secret by the contract, unknown names inside are
 * judged by name. `secret`: always hidden. `each`, `fields`: an array, an object, whose name is
 * harmless whatever it sounds like (`pushTokens`); in any other shape it is hidden whole.
 */
export type Spec =
  | { readonly kind: 'open' }
  | { readonly kind: 'secret' }
  | { readonly kind: 'each'; readonly of: Spec }
  | { readonly kind: 'fields'; readonly of: ReadonlyMap<string, Spec> }

export const open: Spec = { kind: 'open' }
export const secret: Spec = { kind: 'secret' }
export const each = (of: Spec): Spec => ({ kind: 'each', of })
export const fields = (of: Readonly<Record<string, Spec>>): Spec => ({
  kind: 'fields',
  // A Map: a field of the wire that is called "constructor" must not find one here.
  of: new Map(Object.entries(of)),
})

/** Nesting below this is cut, so that neither we nor a viewer recurses for ever (checks B03). */
export const deepest = 32
const cut: Json = { truncated: true }

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is known about a field inside a place; where nothing is, its name tells. */
const knownOf = (spec: Spec, name: string): Spec | undefined =>
  spec.kind === 'fields' ? spec.of.get(name) : undefined
const specByName = (name: string): Spec => (isSensitiveName(name) ? secret : open)

/**
 * A value from the wire as it may be shown: secrets hidden by place, by name at every level and by
 * content, everything else as it arrived (checks B01, A07). Takes any parsed JSON. Never fails;
 * fields called `__proto__` stay plain data (B04).
 */
export function redact(value: unknown, spec: Spec, guard: Guard, depth = 0): Json {
  if (value === null || value === undefined) return null
  if (spec.kind === 'secret') return guard.hide(value)
  if (Array.isArray(value)) {
    if (spec.kind === 'fields') return guard.hide(value)
    if (depth >= deepest) return cut
    const of = spec.kind === 'each' ? spec.of : open
    return value.map((item: unknown) => redact(item, of, guard, depth + 1))
  }
  if (isObject(value)) {
    if (spec.kind === 'each') return guard.hide(value)
    if (depth >= deepest) return cut
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [
        guard.holdsSecret(name) ? maskedText : name,
        redact(field, knownOf(spec, name) ?? specByName(name), guard, depth + 1),
      ]),
    )
  }
  if (spec.kind !== 'open') return guard.hide(value)
  if (typeof value === 'string') return guard.holdsSecret(value) ? guard.hide(value) : value
  // 1e999 parses to Infinity, which JSON cannot carry on.
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'boolean' ? value : null
}

// Only what looks like a secret is sought elsewhere: `{ "key": "customer" }` must not hide every
// other "customer" in the record.
const soughtElsewhere = /^\S{12,}$/

/**
 * The texts that `redact` hides by place or by name, so that their copies can be found elsewhere in
 * the record. Takes any parsed JSON; never fails. `plain` are texts that a name alone makes no secret:
 * a person's address in a field called `auth_email` is still their address.
 */
export function secretsIn(value: unknown, spec: Spec, plain: readonly unknown[] = []): string[] {
  const found: string[] = []
  const add = (text: string, known: boolean) => {
    if (known || (soughtElsewhere.test(text) && !plain.includes(text)))
      found.push(text, ...partsOf(text))
  }
  const walk = (item: unknown, place: Spec, known: boolean, depth: number): void => {
    if (depth > deepest) return
    if (typeof item === 'string') {
      if (place.kind !== 'open') add(item, known)
    } else if (Array.isArray(item)) {
      const of = place.kind === 'each' ? place.of : place.kind === 'open' ? open : secret
      for (const element of item) walk(element, of, known, depth + 1)
    } else if (isObject(item)) {
      for (const name of Object.keys(item)) {
        const field = item[name]
        const of = knownOf(place, name)
        if (place.kind === 'secret') walk(field, secret, false, depth + 1)
        else walk(field, of ?? specByName(name), of !== undefined, depth + 1)
      }
    }
  }
  walk(value, spec, false, 0)
  return found
}

/** The secret of a URL (a Slack hook, a push endpoint) is its path, which may be kept without its host. */
function partsOf(text: string): string[] {
  if (!text.startsWith('https://') || !URL.canParse(text)) return []
  const path = text.replace(/^https:\/\/[^/]*\//, '')
  const last = path.split('/').at(-1) ?? ''
  return [path, last].filter((part) => soughtElsewhere.test(part))
}
