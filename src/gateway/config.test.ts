import { describe, expect, test } from 'vitest'

import { readConfig } from './config.ts'

const none = () => null
const good = (env: Record<string, string> = {}, file: unknown = null) => {
  const result = readConfig(env, () => (file === null ? null : JSON.stringify(file)))
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.settings
}
const problems = (env: Record<string, string>, file: unknown = null, argv: string[] = []) => {
  const result = readConfig(
    env,
    () => (file === null ? null : typeof file === 'string' ? file : JSON.stringify(file)),
    argv,
  )
  return result.ok ? [] : result.problems
}

const at = (index: number) => `rollcall.config.json: environments[${index}]`

const entry = {
  id: 'prod',
  name: 'Production',
  stage: 'production',
  platform: 'notificationapi',
  baseUrl: 'https://api.pingram.io',
  apiKey: 'pingram_sk_1',
}
const { apiKey: _, ...bare } = entry
const withEntry = (more: object, base: object = entry) => ({ environments: [{ ...base, ...more }] })

describe('settings', () => {
  test('nothing set means the defaults and the emulator', () => {
    expect(good()).toEqual({
      host: '127.0.0.1',
      port: 4310,
      token: null,
      allowedHosts: [],
      dataDirectory: 'data/',
      mask: false,
      emulator: { port: 4311, users: 100_000 },
      environments: null,
    })
  })

  test('a blank variable is one that is not set', () => {
    const names = ['PORT', 'HOST', 'ROLLCALL_CONFIG', 'ROLLCALL_DATA', 'ROLLCALL_TOKEN']
    const more = ['ROLLCALL_ALLOWED_HOSTS', 'ROLLCALL_EMULATOR_PORT', 'ROLLCALL_EMULATOR_USERS']
    const env = Object.fromEntries([...names, ...more, 'ROLLCALL_MASK'].map((name) => [name, '  ']))
    expect(good(env)).toEqual(good())
  })

  test('everything can be set', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      ROLLCALL_DATA: '/var/rollcall',
      ROLLCALL_MASK: '1',
      ROLLCALL_TOKEN: 'a-token-of-mine',
      ROLLCALL_ALLOWED_HOSTS: 'Rollcall.test, other.test:8443,',
      ROLLCALL_EMULATOR_PORT: '0',
      ROLLCALL_EMULATOR_USERS: '2000',
    }
    expect(good(env)).toEqual({
      host: '::1',
      port: 0,
      token: 'a-token-of-mine',
      allowedHosts: ['rollcall.test', 'other.test:8443'],
      dataDirectory: '/var/rollcall',
      mask: true,
      emulator: { port: 0, users: 2000 },
      environments: null,
    })
  })

  test.each(['127.0.0.1', '127.9.9.9', 'localhost', 'LOCALHOST', '::1', '0:0:0:0:0:0:0:1'])(
    'HOST %s is this machine',
    (host) => {
      expect(good({ HOST: host }).host).toBe(host)
    },
  )

  test.each([
    '0.0.0.0',
    '::',
    '0',
    '0x0',
    '00.0.0.0',
    '::ffff:0.0.0.0',
    '[::]',
    '0:0:0:0:0:0:0:0',
    '192.168.1.2',
    '10.0.0.1',
    'rollcall.test',
    '127.0.0.1.nip.io',
    '*',
    'fe80::1%eth0',
    '2130706433',
  ])('HOST %s is refused with the reason (A02)', (host) => {
    const [problem, ...more] = problems({ HOST: host })
    expect(more).toEqual([])
    expect(problem).toMatch(/^HOST: .*loopback.*login/u)
  })

  test('a file that was named must be there; the default one need not', () => {
    expect(problems({ ROLLCALL_CONFIG: '/nowhere.json' })).toEqual([
      'ROLLCALL_CONFIG: there is no such file',
    ])
    expect(readConfig({}, none).ok).toBe(true)
    const unreadable = readConfig({}, () => {
      throw new Error('EACCES: permission denied, sk_CANARY')
    })
    expect(unreadable).toEqual({ ok: false, problems: ['rollcall.config.json: cannot be read'] })
  })

  test('the command line takes nothing, least of all secrets (A06)', () => {
    const found = problems({}, null, ['--token=sk_CANARY'])
    expect(found).toHaveLength(1)
    expect(found.join()).not.toContain('CANARY')
  })
})

const withPrivacy = (privacy: unknown) => ({ ...withEntry({}), privacy })

describe('masking', () => {
  test('is asked for by the file or by the variable, which can only add to it', () => {
    const asked = [{}, { ROLLCALL_MASK: '0' }, { ROLLCALL_MASK: '1' }] as const
    const of = (privacy: unknown) => asked.map((env) => good(env, withPrivacy(privacy)).mask)
    expect(of({ mask: true })).toEqual([true, true, true])
    expect(of({ mask: false })).toEqual([false, false, true])
    expect(of({})).toEqual([false, false, true])
    expect(good({}, withEntry({})).mask).toBe(false)
  })

  test.each([
    [{ mask: 'CANARY' }, 'privacy.mask: must be true or false'],
    [{ mask: null }, 'privacy.mask: must be true or false'],
    [{ maks: true }, 'privacy.maks: there is no such setting'],
    [null, 'privacy: must be an object'],
    [true, 'privacy: must be an object'],
    [[], 'privacy: must be an object'],
  ])('%j is told as a mistake', (privacy, problem) => {
    expect(problems({}, withPrivacy(privacy))).toEqual([`rollcall.config.json: ${problem}`])
  })

  test.each(['true', 'yes', '2', 'CANARY'])('the variable is not %j', (value) => {
    expect(problems({ ROLLCALL_MASK: value })).toEqual(['ROLLCALL_MASK: must be 1 or 0'])
  })
})

describe('the configuration file', () => {
  test('reads every form of credential', () => {
    const flows = { ...bare, platform: 'notiflows', baseUrl: 'https://api.notiflows.com/admin/' }
    const file = {
      environments: [
        { ...entry, id: 'a' },
        { ...bare, id: 'b', clientId: 'abc', clientSecret: 's' },
        { ...bare, id: 'c', jwt: 'ey.j.w', envId: 'env_1' },
        { ...entry, id: 'a2', envId: 'env_2' },
        { ...entry, id: 'a3', discover: true, requestsPerSecond: 2.5 },
        { ...bare, id: 'c2', discover: true, jwt: 'ey.j.w' },
        { ...entry, id: 'a4', discover: true, stage: { env_1: 'production', '*': 'test' } },
        { ...flows, id: 'd', apiKey: 'pk', secretKey: 'sk' },
        { ...flows, id: 'e', apiKey: 'pk', secretKey: 'sk', accountToken: 'nf_at' },
      ],
    }
    expect(good({}, file).environments).toMatchObject([
      { id: 'a', credential: { kind: 'apiKey', apiKey: 'pingram_sk_1' } },
      { id: 'b', credential: { kind: 'basic', clientId: 'abc', clientSecret: 's' } },
      { id: 'c', credential: { kind: 'jwt', jwt: 'ey.j.w', envId: 'env_1' } },
      {
        id: 'a2',
        discover: false,
        requestsPerSecond: null,
        credential: { kind: 'apiKey', apiKey: 'pingram_sk_1', envId: 'env_2' },
      },
      {
        id: 'a3',
        discover: true,
        requestsPerSecond: 2.5,
        credential: { kind: 'apiKey', apiKey: 'pingram_sk_1' },
      },
      { id: 'c2', discover: true, credential: { kind: 'jwt', jwt: 'ey.j.w' } },
      {
        id: 'a4',
        stage: new Map([
          ['env_1', 'production'],
          ['*', 'test'],
        ]),
      },
      {
        id: 'd',
        baseUrl: 'https://api.notiflows.com/admin',
        credential: { kind: 'keyPair', apiKey: 'pk', secretKey: 'sk', accountToken: null },
      },
      { id: 'e', credential: { accountToken: 'nf_at' } },
    ])
  })

  test('takes variables of the environment in any text', () => {
    const file = withEntry({ apiKey: '${PINGRAM_KEY}', baseUrl: 'https://${REGION}.pingram.io' })
    const env = { PINGRAM_KEY: 'pingram_sk_9', REGION: 'api.eu' }
    expect(good(env, file).environments).toMatchObject([
      { baseUrl: 'https://api.eu.pingram.io', credential: { apiKey: 'pingram_sk_9' } },
    ])
  })

  test('tells every mistake at once, by its place and never by its value', () => {
    const secret = 'sk_CANARY_77'
    const file = {
      version: 1,
      environments: [
        { ...entry, id: 'Prod!' + secret, name: ' ', stage: secret, extra: secret },
        { ...entry, apiKey: `${secret} with a blank`, baseUrl: `http://x:${secret}@evil.test` },
        { ...entry, platform: secret },
        { ...entry, id: 'two', apiKey: '${MISSING_KEY}' },
        { ...bare, id: 'three' },
        { ...entry, id: 'four', clientId: secret },
        { ...entry, id: 'five', platform: 'notiflows' },
        { ...entry, id: 'six' },
        { ...entry, id: 'six', [secret]: 1 },
        { ...entry, id: 'seven' },
        { ...entry, id: 'seven' },
        secret,
        { ...bare, id: 'eight', clientId: 'a:b', clientSecret: secret },
        { ...entry, id: 'nine', apiKey: 5 },
      ],
    }
    const found = problems(
      {
        HOST: secret,
        PORT: secret,
        ROLLCALL_TOKEN: `${secret} "`,
        ROLLCALL_ALLOWED_HOSTS: `${secret}/x`,
        ROLLCALL_EMULATOR_PORT: '65536',
        ROLLCALL_EMULATOR_USERS: '-1',
      },
      file,
    )
    expect(found.join('\n')).not.toContain('CANARY')
    const expected = [
      'HOST:',
      'PORT:',
      'ROLLCALL_TOKEN:',
      'ROLLCALL_ALLOWED_HOSTS:',
      'ROLLCALL_EMULATOR_PORT:',
      'ROLLCALL_EMULATOR_USERS:',
      'rollcall.config.json: version: there is no such setting',
      `${at(0)}.id: must be`,
      `${at(0)}.name: must not be blank`,
      `${at(0)}.stage: must be one of production, test`,
      `${at(0)}.extra: there is no such setting`,
      `${at(1)}.apiKey: must be plain`,
      `${at(1)}.baseUrl: must not hold a user name`,
      `${at(2)}.platform: must be one of`,
      `${at(3)}: the environment variable MISSING_KEY is not set`,
      `${at(4)}: needs apiKey, or`,
      `${at(5)}: needs apiKey, or`,
      `${at(6)}: needs apiKey and secretKey`,
      `${at(8)}.(unprintable): there is no such setting`,
      `${at(10)}.id: is the same as that of environments[9]`,
      `${at(11)}: must be an object`,
      `${at(12)}: clientId must not hold a colon`,
      `${at(13)}.apiKey: must be a text`,
    ]
    const starts = found.map(
      (problem) => expected.find((start) => problem.startsWith(start)) ?? problem,
    )
    expect(starts.toSorted()).toEqual(expected.toSorted())
  })

  test.each([
    [{ discover: 'yes' }, 'discover: must be true or false'],
    [{ discover: true, envId: 'e' }, 'discover needs the platform notificationapi'],
    [{ discover: true, platform: 'notiflows' }, 'discover needs the platform notificationapi'],
    [{ stage: { env_1: 'test' } }, 'stage: must be one of production, test; an object goes with'],
    [{ discover: true, stage: { env_1: 'tset' } }, 'stage: must be one of production, test, or'],
    [{ discover: true, stage: ['test'] }, 'stage: must be one of production, test, or'],
    [{ discover: true, stage: null }, 'stage: must be one of production, test, or'],
    [{ requestsPerSecond: 0 }, 'requestsPerSecond: must be a number above 0'],
    [{ requestsPerSecond: -1 }, 'requestsPerSecond: must be a number above 0'],
    [{ requestsPerSecond: '5' }, 'requestsPerSecond: must be a number above 0'],
    [{ requestsPerSecond: 1e9 }, 'requestsPerSecond: must be at most 1000'],
  ])('%j is one mistake', (more, words) => {
    const found = problems({}, withEntry(more))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(words)
  })

  test.each([
    ['{ "environments": [ sk_CANARY ] }', 'is not valid JSON'],
    ['', 'is not valid JSON'],
    ['[]', 'at least one environment'],
    ['null', 'at least one environment'],
    ['{"environments":[]}', 'at least one environment'],
    ['{"environments":{}}', 'at least one environment'],
  ])('%j is one clear mistake', (text, words) => {
    const found = problems({}, text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(words)
    expect(found[0]).not.toContain('CANARY')
  })
})
