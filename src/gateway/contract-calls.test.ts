import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { isJsonObject } from '#src/domain/json.ts'
import { createEmulator } from '#src/emulator/emulator.ts'

import { contractTable } from './contract-table.ts'

const origin = 'http://127.0.0.1:4311'
const emulator = createEmulator({ users: 4000, now: Date.parse('2026-11-22T12:00:00Z'), origin })
const listing: unknown = await (await emulator.fetch(new Request(`${origin}/`))).json()

/** The text at a path of the emulator's own listing. */
function listed(...path: readonly (string | number)[]): string {
  const found = path.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), listing)
  if (typeof found !== 'string') throw new Error(`The emulator does not list ${path.join('.')}.`)
  return found
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const keys = {
  'x-notiflows-api-key': listed('environments', 3, 'apiKey'),
  'x-notiflows-secret-key': listed('environments', 3, 'secretKey'),
}
const clientId = listed('environments', 1, 'clientId')
const credentials: Record<string, Record<string, string>> = {
  none: {},
  key: { authorization: `Bearer ${listed('environments', 0, 'apiKey')}` },
  basic: {
    authorization: `Basic ${base64(`${clientId}:${listed('environments', 1, 'clientSecret')}`)}`,
  },
  jwt: { authorization: `Bearer ${listed('accounts', 0, 'jwt')}` },
  person: { authorization: `Basic ${base64(`${clientId}:cust-0107`)}` },
  pair: keys,
  half: { 'x-notiflows-api-key': keys['x-notiflows-api-key'] },
  token: { authorization: `Bearer ${listed('accounts', 1, 'accountToken')}` },
}

async function call(method: string, path: string, as: string, body: string): Promise<Response> {
  const headers = {
    ...credentials[as],
    ...(body === '–' ? {} : { 'content-type': 'application/json' }),
  }
  return emulator.fetch(
    new Request(`${origin}${path}`, { method, headers, ...(body === '–' ? {} : { body }) }),
  )
}

const managed: unknown = await (
  await call('GET', '/notiflows/management/v1/channels', 'token', '–')
).json()
const channels = z.object({ items: z.array(z.object({ id: z.string(), type: z.string() })) })
const pushChannel =
  channels.parse(managed).items.find(({ type }) => type === 'mobile_push')?.id ?? ''

describe.each([
  ['Calls of NotificationAPI', '/notificationapi', ''],
  ['Calls of Notiflows', '/notiflows', ''],
  ['Calls of Notiflows', '/notiflows', '/v1'],
])('%s at %s%s', (heading, prefix, version) => {
  // In order and not apart: a row may rest on what the one before it wrote.
  test.each(contractTable(heading))(
    '%s',
    async (name = '', example = '', as = '', body = '', status, holds = '') => {
      const [method = 'GET'] = name.split(' ')
      const path = example.replace('/admin/', `/admin${version}/`).replace('{channel}', pushChannel)
      const response = await call(method, `${prefix}${path}`, as, body)
      expect([response.status, name]).toEqual([Number(status), name])
      if (holds === '–') return
      const answer: unknown = await response.json()
      expect(Array.isArray(answer) || isJsonObject(answer)).toBe(true)
      expect(Object.keys(Object(answer))).toContain(holds)
    },
  )
})

/** Whether there is something at a path; `*` is any item of a list. */
function holdsAt(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return value !== undefined
  if (name === '*') return Array.isArray(value) && value.some((item) => holdsAt(item, rest))
  return isJsonObject(value) && holdsAt(value[name], rest)
}

describe.each([
  ['Other fields of NotificationAPI', '/notificationapi'],
  ['Other fields of Notiflows', '/notiflows'],
])('%s', (heading, prefix) => {
  test.each(contractTable(heading))('%s of %s', async (field = '', path = '', as = '') => {
    const answer: unknown = await (await call('GET', `${prefix}${path}`, as, '–')).json()
    expect([path, field, holdsAt(answer, field.split('.'))]).toEqual([path, field, true])
  })
})
