import { createHmac } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import {
  notificationapiAccounts,
  notificationapiEnvironments,
  type NotificationapiAccount,
  type NotificationapiEnvironment,
} from '#src/emulator/environments.ts'
import { basic, emulatorOf, get, napiKey, type NapiPage } from '#src/emulator/testing/call.ts'

const emulator = emulatorOf()
const list = '/notificationapi/users?limit=1&nextToken='

const environmentNamed = (title: string): NotificationapiEnvironment => {
  const found = notificationapiEnvironments.find((environment) => environment.title === title)
  if (found === undefined) throw new Error(`no environment ${title}`)
  return found
}
const production = environmentNamed('Production')
const staging = environmentNamed('Staging')
const account = ((): NotificationapiAccount => {
  const [found] = notificationapiAccounts
  if (found === undefined) throw new Error('no account')
  return found
})()

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const hashOf = (secret: string, userId: string) =>
  createHmac('sha256', secret).update(userId).digest('base64')

describe('who may list users (§2)', () => {
  test.each([
    ['no credential', {}],
    ['an empty one', { authorization: '' }],
    ['an unknown scheme', { authorization: 'Digest abc' }],
    ['an unknown key', bearer('pingram_sk_unknown')],
    ['an unknown JWT', bearer('eyJhbGciOiJIUzI1NiJ9.e30.x')],
    ['a client-side key', bearer(production.publicKey)],
    ['the legacy credential with a wrong secret', basic('env_prod_9k2:wrong')],
    ['the legacy credential of another environment', basic(`env_x:${production.clientSecret}`)],
    ['an end user', basic('env_stag_4m7:cust-0042')],
    [
      'an end user in secure mode',
      basic(`env_prod_9k2:cust-0042:${hashOf(production.clientSecret, 'cust-0042')}`),
    ],
    ['a Basic header that is no base64 pair', { authorization: 'Basic !!!' }],
  ])('%s: 401', async (_, headers: Record<string, string>) => {
    const { status, body } = await get(emulator, list, headers)
    expect(status).toBe(401)
    expect(body).toEqual({ message: 'Unauthorized' })
  })

  test.each([
    ['a key of the environment', bearer(production.apiKeys[0] ?? '')],
    ['the scheme in lower case', { authorization: 'bearer pingram_sk_demo_prod' }],
    ['the legacy credential', basic(`env_stag_4m7:${staging.clientSecret}`)],
  ])('%s: let in', async (_, headers) => {
    expect((await get(emulator, list, headers)).status).toBe(200)
  })
})

describe('envId (§2)', () => {
  test.each([
    ['JWT', account.jwt],
    ['account-wide key', account.apiKey],
  ])('%s: 400 without envId, the named environment with it', async (_, token) => {
    for (const missing of [list, `${list}&envId=`]) {
      const { status, body } = await get(emulator, missing, bearer(token))
      expect(status).toBe(400)
      expect(body).toMatchObject({
        trackingId: expect.any(String),
        error: { code: 'invalid_request', message: expect.stringContaining('envId') },
      })
    }
    for (const { clientId, people } of notificationapiEnvironments) {
      const { status, body } = await get<NapiPage>(
        emulator,
        `${list}&envId=${clientId}`,
        bearer(token),
      )
      expect(status).toBe(200)
      expect(body.users.length).toBe(people === 0 ? 0 : 1)
    }
  })

  test('an environment that the account does not see: 401', async () => {
    const { status, body } = await get(emulator, `${list}&envId=env_other`, bearer(account.jwt))
    expect(status).toBe(401)
    expect(body).toEqual({ message: 'Unauthorized' })
  })

  test('a key of one environment may name it, and no other', async () => {
    expect((await get(emulator, `${list}&envId=env_prod_9k2`, napiKey)).status).toBe(200)
    expect((await get(emulator, `${list}&envId=env_stag_4m7`, napiKey)).status).toBe(401)
  })

  test('asking for one user follows the same rules', async () => {
    const path = '/notificationapi/users/cust-0042'
    expect((await get(emulator, path)).status).toBe(401)
    expect((await get(emulator, path, bearer(account.jwt))).status).toBe(400)
    const named = await get(emulator, `${path}?envId=env_prod_9k2`, bearer(account.jwt))
    expect(named.body).toMatchObject({ id: 'cust-0042', number: '+351210000042' })
  })
})

describe('an end user asking for a user (§2)', () => {
  const path = '/notificationapi/users/cust-0042'

  test('gets themselves', async () => {
    const { status, body } = await get(emulator, path, basic('env_stag_4m7:cust-0042'))
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: 'cust-0042' })
  })

  test('does not get another', async () => {
    expect((await get(emulator, path, basic('env_stag_4m7:cust-0107'))).status).toBe(401)
  })

  test('must prove themselves where secure mode is on', async () => {
    const hash = hashOf(production.clientSecret, 'cust-0042')
    expect((await get(emulator, path, basic('env_prod_9k2:cust-0042'))).status).toBe(401)
    expect((await get(emulator, path, basic('env_prod_9k2:cust-0042:wrong'))).status).toBe(401)
    expect((await get(emulator, path, basic(`env_prod_9k2:cust-0042:${hash}`))).status).toBe(200)
  })
})

test('environments do not see into each other', async () => {
  const inStaging = basic(`env_stag_4m7:${staging.clientSecret}`)
  const page = await get<NapiPage>(
    emulator,
    '/notificationapi/users?limit=1000&nextToken=',
    inStaging,
  )
  const generated = page.body.users.find(({ id }) => id.startsWith('stg_'))
  expect(generated).toBeDefined()
  const { body } = await get(emulator, `/notificationapi/users/${generated?.id}`, napiKey)
  expect(body).toEqual({ id: generated?.id })
})
