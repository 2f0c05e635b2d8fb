import { describe, expect, test } from 'vitest'

import { systemClock } from '#src/platforms/clock.ts'

import type { World } from './compose.ts'
import type { AccountSettings, EnvironmentSettings } from './config-file.ts'
import { findEnvironments } from './discover.ts'
import type { LogLine } from './log.ts'

type Entry = EnvironmentSettings | AccountSettings
type Answer = { readonly status?: number; readonly body: unknown }

const common = {
  stage: 'test',
  platform: 'notificationapi',
  baseUrl: 'https://a.test',
  requestsPerSecond: 3,
} as const
const account = (id: string, more: Partial<AccountSettings> = {}): AccountSettings => ({
  ...common,
  id,
  name: `Account ${id}`,
  discover: true,
  credential: { kind: 'jwt', jwt: 'jwt_CANARY' },
  ...more,
})
const environment = (id: string): EnvironmentSettings => ({
  ...common,
  id,
  name: id,
  discover: false,
  credential: { kind: 'apiKey', apiKey: 'key' },
})
const listed = (...titles: readonly (readonly [clientId: string, title: unknown])[]) => ({
  body: titles.map(([clientId, title]) => ({
    clientId,
    title,
    clientSecret: `secret_CANARY_${clientId}`,
    disableSending: [],
    secureMode: false,
  })),
})

/** Answers by the credential that asks. */
const setUp = (answers: Readonly<Record<string, Answer>>) => {
  const lines: LogLine[] = []
  const asked: string[] = []
  const world: World = {
    fetch: async (url, init) => {
      const credential = new Headers(init.headers).get('authorization') ?? ''
      asked.push(`${url} ${credential}`)
      const { status = 200, body } = answers[credential.replace('Bearer ', '')] ?? {
        status: 401,
        body: {},
      }
      return Response.json(body, { status })
    },
    fingerprint: () => ({ last4: '', hash: '' }),
    clock: {
      ...systemClock,
      sleep: (_ms, signal) => (signal === undefined ? Promise.resolve() : new Promise(() => {})),
    },
    random: () => 0,
    randomToken: () => '',
    requestId: () => '',
    log: (line) => lines.push(line),
  }
  return { find: (...entries: readonly Entry[]) => findEnvironments(entries, world), lines, asked }
}

describe('the environments of an account', () => {
  test('take its place, each with the account’s credential and its own id', async () => {
    const { find, asked, lines } = setUp({
      jwt_CANARY: listed(['env_1', 'Production'], ['env_2', 'Staging']),
    })
    const found = await find(environment('first'), account('acct'), environment('last'))
    expect(found.map(({ id }) => id)).toEqual(['first', 'acct-production', 'acct-staging', 'last'])
    expect(found[1]).toEqual({
      ...common,
      id: 'acct-production',
      name: 'Production',
      emulated: false,
      credential: { kind: 'jwt', jwt: 'jwt_CANARY', envId: 'env_1' },
    })
    expect(asked).toEqual(['https://a.test/environments Bearer jwt_CANARY'])
    expect(lines).toEqual([])
    // The client secrets came, and went no further.
    expect(JSON.stringify(found)).not.toContain('secret_CANARY')
  })

  test('may be found with an account’s API key, which then names them too', async () => {
    const { find } = setUp({ key: listed(['env_1', 'One']) })
    const credential = { kind: 'apiKey', apiKey: 'key' } as const
    const [found] = await find(account('acct', { credential }))
    expect(found?.credential).toEqual({ ...credential, envId: 'env_1' })
  })

  test.each([
    ['Été à l’île', 'acct-ete-a-l-ile'],
    ['  EU / Live!  ', 'acct-eu-live'],
    ['本番', 'acct-env-1'],
    ['', 'acct-env-1'],
    [null, 'acct-env-1'],
    [7, 'acct-env-1'],
    ['x'.repeat(100), `acct-${'x'.repeat(59)}`],
  ])('the title %j makes the id %s', async (title, id) => {
    const { find } = setUp({ jwt_CANARY: listed(['env_1', title], ['env_2', 'Other']) })
    const found = await find(account('acct'))
    expect(found.map((each) => each.id)).toEqual([id, 'acct-other'])
    expect(found.every((each) => /^[a-z0-9-]{1,64}$/u.test(each.id))).toBe(true)
  })

  test('with one title have ids of their own, the same in whatever order they are told', async () => {
    const titles = [
      ['env_b', 'Live'],
      ['env_a', 'Live'],
      ['env_c', 'Test'],
    ] as const
    const ids = async (...order: (typeof titles)[number][]) => {
      const found = await setUp({ jwt_CANARY: listed(...order) }).find(
        environment('acct-test'),
        account('acct'),
      )
      return Object.fromEntries(
        found.flatMap(({ id, credential }) =>
          'envId' in credential ? [[credential.envId, id]] : [],
        ),
      )
    }
    const expected = { env_a: 'acct-live', env_b: 'acct-live-2', env_c: 'acct-test-2' }
    expect(await ids(...titles)).toEqual(expected)
    expect(await ids(...titles.toReversed())).toEqual(expected)
  })

  test('told twice are one; of two accounts they do not collide', async () => {
    const { find } = setUp({
      jwt_CANARY: listed(['env_1', 'Live'], ['env_1', 'Live']),
      other: listed(['env_9', 'b live']),
    })
    const credential = { kind: 'jwt', jwt: 'other' } as const
    const found = await find(account('a-b'), account('a', { credential }))
    expect(found.map(({ id }) => id)).toEqual(['a-b-live', 'a-b-live-2'])
  })
})

describe('the names of environments', () => {
  const key = { kind: 'apiKey', apiKey: 'key' } as const

  test('carry their account as soon as there are two', async () => {
    const { find } = setUp({
      jwt_CANARY: listed(['env_1', 'Production'], ['env_2', null]),
      key: listed(['env_3', 'Production']),
    })
    const alone = await find(account('a'))
    expect(alone.map(({ name }) => name)).toEqual(['Production', 'env_2'])
    const both = await find(account('a'), account('b', { credential: key }))
    expect(both.map(({ name }) => name)).toEqual([
      'Account a / Production',
      'Account a / env_2',
      'Account b / Production',
    ])
  })

  test('carry it too while the other account cannot be read, so that they are the same at each start', async () => {
    const { find } = setUp({ jwt_CANARY: listed(['env_1', 'Production']) })
    const found = await find(account('a'), account('b', { credential: key }))
    expect(found.map(({ name }) => name)).toEqual(['Account a / Production'])
  })

  test('carry it where a configured environment has the name', async () => {
    const { find } = setUp({ jwt_CANARY: listed(['env_1', 'prod'], ['env_2', 'Staging']) })
    const found = await find(environment('prod'), account('a'))
    expect(found.map(({ name }) => name)).toEqual(['prod', 'Account a / prod', 'Staging'])
  })
})

describe('the stages of an account’s environments', () => {
  const two = { jwt_CANARY: listed(['env_1', 'Live'], ['env_2', 'Staging'], ['env_3', null]) }
  const stagesWith = async (stage: AccountSettings['stage']) => {
    const { find, lines } = setUp(two)
    const found = await find(account('a', { stage }))
    return { stages: found.map((each) => each.stage), events: lines.map(({ event }) => event) }
  }

  test('are one for all of them', async () => {
    expect((await stagesWith('test')).stages).toEqual(['test', 'test', 'test'])
  })

  test('are given by id or by title, and * is all others', async () => {
    const byBoth = new Map([
      ['env_2', 'test'],
      ['Live', 'production'],
      ['*', 'test'],
    ] as const)
    expect(await stagesWith(byBoth)).toEqual({ stages: ['production', 'test', 'test'], events: [] })
  })

  test('are production where nothing is said, which is the careful reading', async () => {
    const { stages } = await stagesWith(new Map([['Staging', 'test']]))
    expect(stages).toEqual(['production', 'test', 'production'])
  })

  test('an id counts more than a title', async () => {
    const { find } = setUp({ jwt_CANARY: listed(['env_1', 'env_2'], ['env_2', 'Other']) })
    const stage = new Map([
      ['env_1', 'production'],
      ['env_2', 'test'],
    ] as const)
    const found = await find(account('a', { stage }))
    expect(found.map((each) => each.stage)).toEqual(['production', 'test'])
  })

  test('of an environment that is not there is a line in the log', async () => {
    const misspelt = new Map([['Stagging', 'test']] as const)
    expect((await stagesWith(misspelt)).events).toEqual(['stage-of-no-environment'])
  })
})

describe('an account that cannot be read', () => {
  test.each([
    [{ status: 401, body: {} }, 'platform-unauthorized'],
    [{ status: 404, body: {} }, 'platform-rejected'],
    [{ body: { message: 'jwt_CANARY' } }, 'platform-bad-response'],
    [{ body: [null, { title: 'x' }] }, 'platform-bad-response'],
    [{ body: [{ clientId: 'of jwt_CANARY' }] }, 'platform-bad-response'],
    [{ body: [] }, 'no-environments'],
  ])('costs itself alone, and is told in one line', async (answer, problem) => {
    const { find, lines } = setUp({ jwt_CANARY: answer })
    const found = await find(account('acct'), environment('prod'))
    expect(found.map(({ id }) => id)).toEqual(['prod'])
    expect(lines).toEqual([
      { level: 'error', event: 'account-not-read', environment: 'acct', problem },
    ])
  })

  test('with nothing else configured is why Rollcall does not start', async () => {
    const { find, lines } = setUp({ key: { body: [] } })
    const credential = { kind: 'apiKey', apiKey: 'key' } as const
    const failure = await find(account('acct'), account('two', { credential })).catch(
      (error: unknown) => error,
    )
    expect(failure).toMatchObject({
      message:
        'The environments of account “acct” could not be found. “Account acct” refuses its credential. Check the key in the configuration.\n' +
        '  The environments of account “two” could not be found. It has none.',
    })
    expect(lines).toEqual([])
  })
})
