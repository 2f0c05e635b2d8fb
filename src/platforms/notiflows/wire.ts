import * as z from 'zod'
import { fields, open } from '#src/platforms/redact.ts'

// What the platform sends (contract Notiflows §3). Every field is optional here, whatever the contract
// promises: a field that breaks its promise becomes absent and costs nothing else (checks B02).

const text = z.string().nullish()

export const wireUser = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  email: text,
  first_name: text,
  last_name: text,
  phone: text,
  avatar: text,
  locale: text,
  timezone: text,
  created_at: text,
  updated_at: text,
  // Only that it is an object; what is in it is free data.
  custom_fields: z.object({}).nullish(),
})

/** Fields of a user that have a place of their own in the domain. */
export const knownFields: ReadonlySet<string> = new Set([
  'external_id',
  ...Object.keys(wireUser.shape),
])

/** A user has no field that is a secret by the contract; custom fields are judged by their names. */
export const userSpec = fields({ custom_fields: open })
