import { describe, expect, test } from 'vitest'

import type { NotificationapiSwitches } from '#src/emulator/switches.ts'
import { basic, call, emulatorOf, get, napiKey } from '#src/emulator/testing/call.ts'
import {
  bearer,
  napiAccount,
  napiEnvironment,
  napiServer,
} from '#src/emulator/testing/environments.ts'

const emulatorWith = (notificationapi: Partial<NotificationapiSwitches> = {}) =>
  emulatorOf({ users: 60, switches: { notificationapi } })
const emulator = emulatorWith()
const ask = (path: string, headers: Record<string, string> = napiKey, on = emulator) =>
  get(on, `/notificationapi${path}`, headers)

const fields = (title: string) => {
  const { clientId, clientSecret, disableSending, secureMode } = napiEnvironment(title)
  return { clientId, clientSecret, title, disableSending, secureMode }
}

describe('GET /environments (§3)', () => {
  test.each([
    ['account-wide key', napiAccount.apiKey],
    ['JWT', napiAccount.jwt],
  ])('%s: a bare array of all', async (_, token) => {
    const { status, body } = await ask('/environments', bearer(token))
    expect(status).toBe(200)
    expect(body).toEqual(['Production', 'Staging', 'Empty'].map(fields))
  })

  test('a credential of one environment sees that one', async () => {
    expect((await ask('/environments')).body).toEqual([fields('Production')])
    expect((await ask('/environments', napiServer('Staging'))).body).toEqual([
      { ...fields('Staging'), disableSending: ['PUSH'] },
    ])
  })

  test('nobody else does', async () => {
    for (const headers of [{}, basic('env_stag_4m7:me'), bearer('pingram_sk_revoked')]) {
      expect(await ask('/environments', Object(headers))).toMatchObject({
        status: 401,
        body: { message: 'Unauthorized' },
      })
    }
  })
})

describe('GET /account (§3)', () => {
  test('tells any server credential whose it is', async () => {
    for (const headers of [napiKey, napiServer('Staging'), bearer(napiAccount.jwt)]) {
      expect((await ask('/account', headers)).body).toEqual({
        accountId: 'acct_orchard',
        organizationId: 'org_orchard',
        name: 'Orchard',
        createdAt: expect.stringMatching(/Z$/),
      })
    }
    expect((await ask('/account', basic('env_stag_4m7:me'))).status).toBe(401)
    expect((await ask('/account', {})).status).toBe(401)
  })
})

describe('envId by the switches (§2)', () => {
  const list = '/users?limit=1&nextToken='

  test('absent: the first environment', async () => {
    const on = emulatorWith({ absentEnvId: 'first' })
    const { status, body } = await ask('/users/cust-0107', bearer(napiAccount.jwt), on)
    expect(status).toBe(200)
    expect(body).toMatchObject({ email: 'ines@orchard.test' })
  })

  test('foreign: 403', async () => {
    const on = emulatorWith({ foreignEnvId: '403' })
    expect((await ask(`${list}&envId=env_stag_4m7`, napiKey, on)).status).toBe(403)
  })

  test('an account names it when it writes, too', async () => {
    const on = emulatorWith()
    const path = '/notificationapi/users/by-account'
    const jwt = bearer(napiAccount.jwt)
    expect((await call(on, 'POST', path, jwt, {})).status).toBe(400)
    expect((await call(on, 'POST', `${path}?envId=env_void_1q8`, jwt, {})).status).toBe(200)
    const { body } = await ask(`${list}&envId=env_void_1q8`, jwt, on)
    expect(body).toMatchObject({ users: [{ id: 'by-account' }], hasMore: false })
    expect((await call(on, 'DELETE', `${path}?envId=env_void_1q8`, jwt)).status).toBe(200)
    expect((await ask(`${list}&envId=env_void_1q8`, jwt, on)).body).toMatchObject({ users: [] })
  })
})

describe('other refusals', () => {
  const list = '/users?limit=1&nextToken='

  test('402 when the plan is used up, with the body of the newer pages (§6)', async () => {
    const { status, body } = await ask(list, napiKey, emulatorWith({ usageLimitReached: true }))
    expect(status).toBe(402)
    expect(body).toEqual({
      trackingId: expect.any(String),
      error: { code: 'usage_limit', message: expect.any(String), fix: expect.any(String) },
    })
  })

  test('502 when a provider fails, every second time (§6)', async () => {
    const on = emulatorWith({ providerFailEvery: 2 })
    expect((await ask(list, napiKey, on)).status).toBe(200)
    const { status, body } = await ask(list, napiKey, on)
    expect(status).toBe(502)
    expect(body).toMatchObject({ error: { code: 'provider_error', provider: 'ses' } })
  })

  test('a nextToken that is absent, or a limit too large, by the switches (§5)', async () => {
    const on = emulatorWith({ absentToken: 'refuse', overMaxLimit: 'refuse' })
    expect((await ask('/users?limit=5', napiKey, on)).status).toBe(400)
    expect((await ask('/users?limit=1000&nextToken=', napiKey, on)).status).toBe(200)
    expect((await ask('/users?limit=1001&nextToken=', napiKey, on)).status).toBe(400)
  })

  test('a path that does not exist', async () => {
    expect(await ask('/nothing/here')).toMatchObject({
      status: 404,
      body: { message: 'Not Found' },
    })
  })
})

test('what a browser needs to know stands before the users’ ids', async () => {
  expect((await ask('/users/account-metadata')).body).toEqual({
    userAccountMetadata: {
      logo: expect.stringMatching(/^https:/),
      environmentVapidPublicKey: expect.stringMatching(/^B[\w-]{86}$/),
      hasWebPushEnabled: true,
    },
  })
})
