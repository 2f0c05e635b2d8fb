import { describe, expect, test } from 'vitest'

import { told } from '#src/domain/told.ts'

import { codeOf, detailOf, factsOf, fakeGateway, pageOf } from './fakes.ts'

const device = {
  type: 'FCM',
  token: { last4: '', hash: 'hash of raw-token' },
  tokenForm: 'other',
  deviceId: null,
  appId: null,
  adId: null,
  platform: null,
  manufacturer: null,
  model: null,
  apnsEnvironment: null,
  environmentRaw: null,
} as const

const people = [
  factsOf('ada', { email: 'ada@orchard.test', phone: '+351912000200' }),
  factsOf('bo', { facts: { ...factsOf('bo').facts, devices: told([device]) } }),
]

const gateway = () => {
  const { ask, calls, lines } = fakeGateway({ list: async () => pageOf(people) })
  const find = async (body: unknown, headers: Record<string, string> = {}) =>
    ask('/api/environments/prod/find', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { ask, find, calls, lines }
}

describe('finding somebody among the users loaded', () => {
  test.each([
    ['an email address in any letter case', 'ADA@orchard.test', ['ada']],
    ['a number in any writing', '+351 912 000 200', ['ada']],
    ['a raw device token, by its fingerprint', ' raw-token\n', ['bo']],
    ['a token of nobody', 'other-token', []],
  ])('%s', async (_title, text, users) => {
    const { ask, find } = gateway()
    await ask('/api/environments/prod/users')
    const answer = await (await find({ text })).json()
    expect(answer).toMatchObject({ among: 2, users })
  })

  test('does not look among ids of which the platform tells nothing', async () => {
    const { ask } = fakeGateway({
      list: async () => pageOf(people),
      get: async (id) => detailOf(factsOf(id)),
    })
    await ask('/api/environments/prod/users')
    await ask('/api/environments/prod/user?id=no-such')
    const answer = await ask('/api/environments/prod/find', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'ada@orchard.test' }),
    })
    expect(await answer.json()).toMatchObject({ among: 2, users: ['ada'] })
  })

  test('looks through nobody before anybody was loaded, and asks no platform', async () => {
    const { find, calls } = gateway()
    expect(await (await find({ text: 'raw-token' })).json()).toMatchObject({ among: 0, users: [] })
    expect([calls.lists, calls.ids]).toEqual([[], []])
  })

  test.each<readonly [string, unknown]>([
    ['no text', {}],
    ['an empty text', { text: '' }],
    ['a text that is too long', { text: 'x'.repeat(4097) }],
    ['something else in it', { text: 'x', more: 1 }],
    ['no object', ['x']],
    ['no JSON', '{"text":'],
  ])('a body with %s is refused', async (_title, body) => {
    const { find } = gateway()
    expect(await codeOf(await find(body))).toBe('bad-request')
  })

  test('a body that is no UTF-8 is refused', async () => {
    const { ask } = gateway()
    const response = await ask('/api/environments/prod/find', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    })
    expect(await codeOf(response)).toBe('bad-request')
  })

  test('nothing of what was looked for stands in the log', async () => {
    const { ask, find, lines } = gateway()
    await ask('/api/environments/prod/users')
    await find({ text: 'raw-token' })
    await find({ text: 'raw-token', more: 'raw-token' })
    expect(JSON.stringify(lines)).not.toContain('raw-token')
  })
})
