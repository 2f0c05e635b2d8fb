import { digitsIn, dots, fewestDigits, maskEmail } from '#src/domain/addresses.ts'
import { askedOnce } from '#src/domain/asked-once.ts'
import { isJsonObject, type Json, type JsonObject } from '#src/domain/json.ts'

import { maskPhone } from './mask-address.ts'
import { createMasker, type Masker } from './mask-own.ts'

// Masking walks over finished answers instead of being said field by field: a field that is added
// tomorrow is masked before anybody thinks of it.

/** What a field holds by its name: an email address, a telephone number, either, or words about one. */
type Kind = 'email' | 'phone' | 'recipient' | 'diagnostic'

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/(?:email|emails|mail|mailaddress|mailaddresses)$/u, 'email'],
  [
    /(?:phones?|phonenumbers?|mobile|mobilenumber|cellnumber|usernumber|msisdn|whatsapp)$|^(?:number|cell|tel|fax)$/u,
    'phone',
  ],
  [/recipients?$/u, 'recipient'],
  [/diagnostic(?:code)?$/u, 'diagnostic'],
]

const judge = (name: string): Kind | null => {
  const plain = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  return kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** By the words of both contracts, and by those that applications use; written in whatever way. */
// The same few names come with every user.
const kindOf = askedOnce(judge, 5000)

/** Which kind of address stands in a field of this kind, or null for none. */
const addressKind = (text: string, kind: Kind | null): 'email' | 'phone' | null => {
  // An empty text says that there is none.
  if (kind === null || kind === 'diagnostic' || text === '') return null
  if (text.includes('@')) return 'email'
  if (kind !== 'recipient') return kind
  return digitsIn(text).length >= fewestDigits ? 'phone' : null
}

/** The person that a part of an answer is about. */
type Scope = { readonly id: Json | undefined; readonly mask: Masker }

// What the platform or the application wrote, as opposed to the gateway's own words.
const freeNames: ReadonlySet<string> = new Set([
  'attributes',
  'raw',
  'details',
  'detail',
  'failure',
])
const idNames: ReadonlySet<string> = new Set(['id', 'external_id'])

type Place = { readonly kind: Kind | null; readonly free: boolean }

const maskText = (text: string, { kind, free }: Place, { mask }: Scope): string => {
  const address = addressKind(text, kind)
  if (address !== null) return address === 'email' ? maskEmail(text) : maskPhone(text)
  const masked = mask(text, free)
  // A carrier quotes the number that it could not reach, and what it quotes may be all that is there.
  return kind === 'diagnostic' ? masked.replaceAll(/\d{7,}/gu, maskPhone) : masked
}

/** A number as it stands in JSON may be somebody's telephone number, which then becomes a text. */
const maskNumber = (value: number, { kind, free }: Place, { mask }: Scope): Json => {
  const text = String(value)
  if ((kind === null && !free) || digitsIn(text).length < fewestDigits) return value
  if (kind !== null) return kind === 'email' ? dots : maskPhone(text)
  const masked = mask(text, free)
  return masked === text ? value : masked
}

const maskField = (name: string, value: Json, free: boolean, scope: Scope): Json =>
  idNames.has(name) && value === scope.id
    ? value
    : maskValue(value, { kind: kindOf(name), free: free || freeNames.has(name) }, scope)

/** Names of fields may be the application's too. Two that are masked alike both stay. */
const freeName = (name: string, taken: ReadonlyMap<string, Json>): string =>
  taken.has(name) ? freeName(`${name}·`, taken) : name

const maskFields = (fields: JsonObject, free: boolean, scope: Scope): JsonObject => {
  if (!free)
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, maskField(name, value, free, scope)]),
    )
  const masked = new Map<string, Json>()
  for (const [name, value] of Object.entries(fields))
    masked.set(freeName(scope.mask(name, free), masked), maskField(name, value, free, scope))
  return Object.fromEntries(masked)
}

const maskValue = (value: Json, place: Place, scope: Scope): Json => {
  if (typeof value === 'string') return maskText(value, place, scope)
  if (typeof value === 'number') return maskNumber(value, place, scope)
  if (typeof value !== 'object' || value === null) return value
  if (isJsonObject(value)) return maskFields(value, place.free, scope)
  return value.map((item) => maskValue(item, place, scope))
}

/**
 * How many addresses of one person are sought in everything that is said of them. A record with more
 * is not honest; what it calls an address is still masked in its own place, and so is every shape.
 */
const mostAddresses = 16

/** Collects what the fields of an answer call an address, the person's own first. */
const collect = (value: Json, kind: Kind | null, found: Record<'email' | 'phone', Set<string>>) => {
  if (found.email.size + found.phone.size >= mostAddresses) return
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value)
    const address = addressKind(text, kind)
    if (address !== null) found[address].add(text)
  } else if (isJsonObject(value)) {
    for (const [name, inner] of Object.entries(value)) collect(inner, kindOf(name), found)
  } else if (typeof value === 'object' && value !== null) {
    for (const item of value) collect(item, kind, found)
  }
}

const scopeOf = (value: Json, id: Json | undefined): Scope => {
  const found = { email: new Set<string>(), phone: new Set<string>() }
  collect(value, null, found)
  return { id, mask: createMasker({ emails: found.email, phones: found.phone }) }
}

const ours: Place = { kind: null, free: false }

/** One user of a list, masked as `maskAnswer` masks them. */
export const maskUser = (user: Json): Json =>
  // Where it is an id alone, it is a key.
  isJsonObject(user) ? maskValue(user, ours, scopeOf(user, user['id'])) : user

const idIn = ({ user }: JsonObject): Json | undefined =>
  isJsonObject(user) ? user['id'] : undefined

/**
 * An answer of the API with every email address and telephone number masked: in the fields that hold
 * them, and wherever else they stand, in whatever spelling. Users' ids and cursors stay, since they are
 * what one asks by. Takes any answer and never fails; everything else is as it was.
 */
export const maskAnswer = (answer: Json): Json => {
  if (!isJsonObject(answer)) return maskValue(answer, ours, scopeOf(answer, undefined))
  // Each user of a list is a person of their own; any other answer is about one person, or none.
  const { users: _, page: _page, ...rest } = answer
  const scope = scopeOf(rest, idIn(answer))
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => {
      if (name === 'page') return [name, value]
      if (name === 'users' && Array.isArray(value)) return [name, value.map(maskUser)]
      return [name, maskField(name, value, false, scope)]
    }),
  )
}
