import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { isJsonObject } from '#src/domain/json.ts'
import { userSchema } from '#src/emulator/testing/notificationapi-schema.ts'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import type { Platform } from '#src/platforms/platform.ts'
import { fingerprint } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { full } from '#src/platforms/testing/full-user.ts'

import { contractTable } from './contract-table.ts'
import { circumstances } from './fakes.ts'
import { presentDetail } from './present.ts'

type Made = { readonly platform: Platform; readonly id: string }

const deps = (record: unknown) => ({
  environment: 'e',
  fingerprint,
  clock: createFakeClock(),
  random: () => 0.5,
  // One record, whatever is asked; what else belongs to a user is not there.
  fetch: async (url: string) =>
    /\/users\/[^/]+$/.test(url)
      ? Response.json(record)
      : Response.json({ message: 'not here' }, { status: 404 }),
})

const makers: Record<string, (record: Record<string, unknown>) => Made> = {
  'Fields of a NotificationAPI user': (record) => ({
    id: String(record['id']),
    platform: createNotificationApi(
      { baseUrl: 'https://napi.test', credential: { kind: 'apiKey', apiKey: 'pingram_sk_test' } },
      deps(record),
    ),
  }),
  'Fields of a Notiflows user': (record) => ({
    id: String(record['external_id']),
    platform: createNotiflows(
      { baseUrl: 'https://flows.test/admin', apiKey: 'pk_test', secretKey: 'sk_test_key' },
      deps(record),
    ),
  }),
}

const records: Record<string, Record<string, unknown>> = {
  'Fields of a NotificationAPI user': full,
  'Fields of a Notiflows user': {
    id: '019cad94-dc20-71d3-8f22-aa10bb20cc30',
    external_id: 'cust-0107',
    email: 'rui@orchard.test',
    first_name: 'Rui',
    last_name: 'Prado',
    phone: '+351210000042',
    avatar: 'https://orchard.test/rui.png',
    locale: 'pt-PT',
    timezone: 'Europe/Lisbon',
    custom_fields: { tier: 'silver' },
    created_at: '2026-03-02T08:05:40Z',
    updated_at: '2026-03-10T11:00:00Z',
  },
}

/** The record with a value at a path like `pushTokens[].device.model`; `[]` is the first of a list. */
function withValue(
  record: unknown,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): unknown {
  if (name === '') return value
  if (Array.isArray(record)) return [withValue(record[0], rest, value), ...record.slice(1)]
  const inside = isJsonObject(record) ? record : {}
  return { ...inside, [name]: withValue(inside[name], rest, value) }
}

const steps = (path: string) => path.replaceAll('[]', '.0').split('.')

const valueAt = (answer: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, name) => (Object(inner) === inner ? Reflect.get(Object(inner), name) : undefined),
      answer,
    )

describe.each(Object.keys(makers))('%s', (heading) => {
  const make = makers[heading]
  const base = records[heading]
  test.each(contractTable(heading))('%s', async (field, example, where, value) => {
    if (make === undefined || base === undefined) throw new Error('no such table')
    const record = withValue(base, steps(field ?? ''), JSON.parse(example ?? ''))
    if (!isJsonObject(record)) throw new Error('not a record')
    const { platform, id } = make({ ...record })
    const found = await platform.getUser(id, new AbortController().signal)
    if (found === null) throw new Error('not found')
    const answer: unknown = JSON.parse(JSON.stringify(presentDetail(found, circumstances)))
    const got = valueAt(answer, where ?? '')
    const given: unknown = JSON.parse(example ?? '')
    const expected: Record<string, unknown> = {
      fingerprint: fingerprint(String(given)),
      hidden: expect.objectContaining({ redacted: true }),
    }
    expect(got).toEqual(expected[value ?? ''] ?? JSON.parse(value ?? ''))
    const secret = String(given).includes('canary') ? String(given) : 'no secret in this row'
    expect(JSON.stringify(answer)).not.toContain(secret)
  })

  test('every field of the contract has a row, and no row is of anything else', () => {
    const named = contractTable(heading).map(([field]) => field ?? '')
    expect(named.toSorted()).toEqual(contractFields(heading, base).toSorted())
  })
})

// The emulator's own reading of the contract knows every field; a Notiflows user has few enough to be
// whole in the record above.
const contractFields = (heading: string, record: unknown): string[] =>
  heading === 'Fields of a Notiflows user'
    ? leaves(record)
    : schemaLeaves(z.toJSONSchema(userSchema))

/** Every path of a JSON schema of objects and lists; what the contract leaves open is one. */
function schemaLeaves(schema: unknown, path = ''): string[] {
  if (!isJsonObject(schema) || /(details|response_metadata\.\w+)$/.test(path)) return [path]
  const { properties, items } = schema
  if (isJsonObject(items)) return schemaLeaves(items, `${path}[]`)
  if (!isJsonObject(properties)) return [path]
  return Object.entries(properties).flatMap(([name, inner]) =>
    schemaLeaves(inner, path === '' ? name : `${path}.${name}`),
  )
}

/** Every path of a record, `[]` for lists; what the contract leaves open (details, custom fields) is one. */
function leaves(value: unknown, path = ''): string[] {
  if (path.endsWith('custom_fields')) return [path]
  if (Array.isArray(value)) return leaves(value[0], `${path}[]`)
  if (!isJsonObject(value)) return [path]
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  )
}
