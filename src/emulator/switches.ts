import * as z from 'zod'

import { notificationapi } from './switches-notificationapi.ts'
import { notiflows } from './switches-notiflows.ts'

const schema = z.strictObject({
  notificationapi: notificationapi.prefault({}),
  notiflows: notiflows.prefault({}),
})

/** Every assumption about the platforms, settled one way or another. */
export type Switches = Readonly<z.infer<typeof schema>>
export type NotificationapiSwitches = Readonly<Switches['notificationapi']>
export type NotiflowsSwitches = Readonly<Switches['notiflows']>
export type SwitchOverrides = {
  readonly notificationapi?: Partial<NotificationapiSwitches>
  readonly notiflows?: Partial<NotiflowsSwitches>
}

/** The assumptions that the contracts tell an emulator to make. */
export const defaultSwitches: Switches = schema.parse({})

/** The defaults with the given switches set differently. */
export const withDefaults = (overrides: SwitchOverrides = {}): Switches => schema.parse(overrides)

/**
 * Reads switches written down as JSON: `{ "notificationapi": { "shortPages": true } }`. Fails with a
 * message that begins with `name` and names every switch that is unknown or badly set, never repeating a value.
 */
export const parseSwitches = (name: string, text: string): SwitchOverrides => {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Error(`${name} must be JSON, such as {"notificationapi":{"shortPages":true}}`)
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Error(`${name}: ${parsed.error.issues.flatMap(describe).join('; ')}`)
}

const describe = (issue: z.core.$ZodIssue): string[] => {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const prefix = path === '' ? '' : `${path}.`
    return issue.keys.map((key) => `${prefix}${key} is no switch`)
  }
  const name = path === '' ? 'the whole' : path
  if (issue.code === 'invalid_value') {
    return [`${name} must be one of ${issue.values.map(String).join(', ')}`]
  }
  if (issue.code === 'too_small') return [`${name} must be ${issue.minimum} or more`]
  if (issue.code === 'too_big') return [`${name} must be ${issue.maximum} or less`]
  const wanted = issue.code === 'invalid_type' ? expected[issue.expected] : undefined
  return [`${name} must be ${wanted ?? 'something else'}`]
}

const expected: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a whole number',
  object: 'an object',
}
