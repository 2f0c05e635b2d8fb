import { isoSeconds } from '#src/emulator/instants.ts'
import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import { Failure, invalid } from './failures.ts'
import type { FieldFault, Json, User } from './wire.ts'

const textFields = [
  'email',
  'first_name',
  'last_name',
  'phone',
  'avatar',
  'locale',
  'timezone',
] as const

type TextField = (typeof textFields)[number]
export type JsonObject = { readonly [key: string]: Json }

/** What an upsert sets: a text, an object, or null to clear; absent fields stay. */
export type UserWrite = {
  readonly texts: ReadonlyMap<TextField, string | null>
  readonly customFields: JsonObject | null | undefined
}

export type UpsertSwitches = Pick<
  NotiflowsSwitches,
  'otherBodyExternalId' | 'absentExternalId' | 'badFields' | 'nullWrites'
>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The body of a write as an object. Fails with 400 when it is none. */
export const readObject = (body: unknown): JsonObject => {
  if (isJsonObject(body)) return body
  throw new Failure('bad_request', 'The body is not a JSON object', { reason: 'invalid_json' })
}

export const fault = (field: string, reason: string, message = 'is invalid'): FieldFault => ({
  field,
  message,
  reason,
})

/**
 * Reads the user in the body of an upsert (§3), of somebody new or known. Fails with 422 naming every field that cannot be taken,
 * in the order of the schema.
 */
export const readUserWrite = (
  { externalId, isNew }: { readonly externalId: string; readonly isNew: boolean },
  body: JsonObject,
  { otherBodyExternalId, absentExternalId, badFields, nullWrites }: UpsertSwitches,
): UserWrite => {
  const faults: FieldFault[] = []
  const texts = new Map<TextField, string | null>()
  for (const field of textFields) {
    const value = Object.hasOwn(body, field) ? body[field] : undefined
    if (value === undefined || (value === null && nullWrites === 'ignore')) continue
    if (value !== null && typeof value !== 'string') faults.push(fault(field, 'type'))
    else if (value !== null && badFields === 'refuse' && !isWellFormed(field, value)) {
      faults.push(fault(field, 'format'))
    } else texts.set(field, value)
  }
  const custom = body['custom_fields']
  if (custom !== undefined && custom !== null && !isJsonObject(custom)) {
    faults.push(fault('custom_fields', 'type'))
  }
  const given = body['external_id'] ?? externalId
  if (isNew && absentExternalId === 'refuse' && body['external_id'] === undefined) {
    faults.push(fault('external_id', 'required', "can't be blank"))
  }
  if (given !== externalId && otherBodyExternalId === 'refuse') {
    faults.push(fault('external_id', 'mismatch', 'is not the one in the path'))
  }
  if (faults.length > 0) throw invalid(faults)
  const customFields = isJsonObject(custom) || custom === null ? custom : undefined
  return {
    texts,
    customFields: customFields === null && nullWrites === 'ignore' ? undefined : customFields,
  }
}

const isWellFormed = (field: TextField, value: string): boolean => {
  switch (field) {
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
    case 'phone':
      return /^\+[1-9]\d{6,14}$/.test(value)
    case 'avatar':
      return /^https?:$/.test(protocolOf(value))
    case 'timezone':
      return isZone(value)
    case 'first_name':
    case 'last_name':
    case 'locale':
      return true
  }
}

const protocolOf = (text: string): string => {
  try {
    return new URL(text).protocol
  } catch {
    return ''
  }
}

const isZone = (text: string): boolean => {
  try {
    // An offset such as +01:00 would be taken too, and is no zone of the IANA's.
    return /^[A-Z]/i.test(text) && Intl.DateTimeFormat('en', { timeZone: text }).format(0) !== ''
  } catch {
    return false
  }
}

const blank = {
  email: null,
  first_name: null,
  last_name: null,
  phone: null,
  avatar: null,
  locale: null,
  timezone: null,
  custom_fields: null,
}

/** Somebody with nothing but ids and times, as a run makes them (§2). Takes epoch ms. */
export const newUser = (id: string, externalId: string, at: number): User => ({
  id,
  external_id: externalId,
  ...blank,
  created_at: isoSeconds(at),
  updated_at: isoSeconds(at),
})

/** A user after an upsert at `at` (epoch ms). */
export const mergeUser = (before: User, write: UserWrite, at: number): User => {
  const { customFields } = write
  return {
    ...before,
    ...Object.fromEntries(write.texts),
    custom_fields:
      customFields === undefined || customFields === null
        ? customFields === null
          ? null
          : before.custom_fields
        : mergeDeep(before.custom_fields ?? {}, customFields),
    updated_at: isoSeconds(at),
  }
}

/** Custom fields merge deeply, and a key set to null is removed (§3). */
const mergeDeep = (before: JsonObject, given: JsonObject): JsonObject => {
  const merged = new Map(Object.entries(before))
  for (const [key, value] of Object.entries(given)) {
    const old = merged.get(key)
    if (value === null) merged.delete(key)
    else if (isJsonObject(value)) merged.set(key, mergeDeep(isJsonObject(old) ? old : {}, value))
    else merged.set(key, value)
  }
  return Object.fromEntries(merged)
}
