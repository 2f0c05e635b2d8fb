import { describe, expect, test } from 'vitest'

import { told } from '#src/domain/told.ts'
import type { DeviceFacts, SlackConnection } from '#src/domain/user.ts'

import { detailOf, factsOf, fakeGateway, pageOf } from './fakes.ts'

const usersPath = '/api/environments/prod/users'

describe('what leaves the gateway', () => {
  const bulky = { small: 1, big: 'x'.repeat(1_000_000), ['__proto__']: 2, last: { a: [true] } }

  test('a list carries 4 KiB of attributes for each user, and says how many were left out (B03)', async () => {
    const attributes = Object.fromEntries([
      ...Object.entries(bulky),
      ...Array.from({ length: 10_000 }, (_, index) => [`key-${index}`, 'ü'.repeat(10)] as const),
    ])
    const { ask } = fakeGateway({ list: async () => pageOf([factsOf('ada', { attributes })]) })
    const { users } = await (await ask(usersPath)).json()
    const sent = users[0].attributes
    expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThanOrEqual(4096)
    expect(Object.keys(sent)).toEqual(expect.arrayContaining(['small', '__proto__', 'last', '…']))
    expect(sent).not.toHaveProperty('big')
    expect(sent['…']).toBe(Object.keys(attributes).length - (Object.keys(sent).length - 1))
  })

  test('a field that an adapter left on an object by mistake stays here', async () => {
    const extra = { secret: 'CANARY' }
    const fingerprint = { last4: '', hash: 'h', ...extra }
    const device: DeviceFacts = {
      type: 'FCM',
      token: fingerprint,
      tokenForm: 'other',
      deviceId: null,
      appId: null,
      adId: null,
      platform: null,
      manufacturer: null,
      model: null,
      apnsEnvironment: null,
      environmentRaw: null,
      ...extra,
    }
    const connection: SlackConnection = {
      ok: true,
      error: null,
      needed: null,
      provided: null,
      scopes: [],
      tokenType: null,
      hasAccessToken: true,
      hasRefreshToken: false,
      expiresInSeconds: null,
      teamId: null,
      teamName: null,
      enterpriseName: null,
      appId: null,
      botUserId: null,
      authedUserId: null,
      webhookChannel: null,
      webhookChannelId: null,
      warning: null,
      ...extra,
    }
    const keys = { p256dh: true, auth: true, ...extra }
    const subscription = {
      origin: null,
      service: null,
      browser: null,
      endpoint: fingerprint,
      keys,
      ...extra,
    }
    const user = {
      ...factsOf('ada', {
        facts: {
          suppression: { reason: 'Bounce', details: {}, ...extra },
          devices: told([device]),
          subscriptions: told([subscription]),
          slack: told({ destination: '#ops', connection: told(connection), ...extra }),
        },
      }),
      ...extra,
    }
    const { ask } = fakeGateway({
      list: async () => ({ ...pageOf([user]), ...extra }),
      get: async () => ({ ...detailOf(user), ...extra }),
    })
    const list = await (await ask(usersPath)).text()
    const detail = await (await ask('/api/environments/prod/user?id=ada')).text()
    expect(list).toContain('"last4":"","hash":"h"')
    expect(list + detail).not.toContain('CANARY')
  })

  test('the detail carries them all', async () => {
    const { ask } = fakeGateway({
      get: async (id) => detailOf(factsOf(id, { attributes: bulky }), { raw: bulky }),
    })
    const { user, raw } = await (await ask('/api/environments/prod/user?id=ada')).json()
    expect(user.attributes.big).toHaveLength(1_000_000)
    expect(Object.keys(user.attributes)).toContain('__proto__')
    expect(Object.keys(raw)).toEqual(Object.keys(user.attributes))
  })

  test('nesting 10,000 deep breaks nothing', async () => {
    const deep = JSON.parse(`${'['.repeat(10_000)}1${']'.repeat(10_000)}`)
    const user = factsOf('ada', { attributes: { deep } })
    const { ask } = fakeGateway({
      list: async () => pageOf([user]),
      get: async () => detailOf(user, { raw: deep }),
    })
    expect((await ask(usersPath)).status).toBe(200)
    expect(await (await ask('/api/environments/prod/user?id=ada')).text()).toContain(
      'nested deeper',
    )
  })

  test('a log line names no path, id or parameter', async () => {
    const { ask, lines } = fakeGateway()
    await ask(`${usersPath}/ada%40orchard.test`)
    await ask('/api/environments/prod/user?id=ada%40orchard.test')
    await ask('/ada@orchard.test')
    expect(JSON.stringify(lines)).not.toContain('ada')
    expect(lines[0]).toEqual({
      level: 'info',
      event: 'request',
      requestId: 'request-1',
      method: 'GET',
      route: '/api/environments/:env/users/:id',
      status: 200,
      ms: expect.any(Number),
    })
  })

  test('long answers to another machine are compressed, and still the same', async () => {
    const many = Array.from({ length: 100 }, (_, index) => factsOf(`user-${index}`))
    const gateway = fakeGateway({ list: async () => pageOf(many) }, { compress: true })
    const ask = (path: string, { headers }: { headers: Record<string, string> }) =>
      gateway.ask(path, { headers: { ...headers, 'x-forwarded-for': '192.0.2.7' } })
    for (const [encoding, format] of [['gzip', 'gzip']] as const) {
      const response = await ask(usersPath, { headers: { 'accept-encoding': encoding } })
      expect(response.headers.get('content-encoding')).toBe(encoding)
      expect(response.headers.get('vary')).toBe('accept-encoding')
      expect(response.headers.get('content-type')).toContain('application/json')
      const plain = response.body?.pipeThrough(new DecompressionStream(format))
      expect((await new Response(plain).json()).users).toHaveLength(100)
    }
    const brotli = await ask(usersPath, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(brotli.headers.get('content-encoding')).toBe('br')
    for (const refused of ['identity', 'br;q=0, gzip;q=0', '']) {
      const response = await ask(usersPath, { headers: { 'accept-encoding': refused } })
      expect(response.headers.has('content-encoding')).toBe(false)
    }
    const short = await ask('/api/environments', { headers: { 'accept-encoding': 'br' } })
    expect(short.headers.has('content-encoding')).toBe(false)

    const near = await gateway.ask(usersPath, { headers: { 'accept-encoding': 'br' } })
    expect(near.headers.has('content-encoding')).toBe(false)
  })
})
