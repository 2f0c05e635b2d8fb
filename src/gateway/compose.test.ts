import { describe, expect, test, vi } from 'vitest'

import { systemClock } from '#src/platforms/clock.ts'

import {
  composeGateway,
  type Configured,
  emulatedEnvironments,
  launchLink,
  tokenFor,
} from './compose.ts'
import { allowedHosts } from './host.ts'
import { createFingerprinter, randomKey, randomToken } from './secrets.ts'

// Generous, because a machine that builds and tests at once is slow; nothing here waits for time.
vi.setConfig({ testTimeout: 60_000 })

const environment = (emulated: boolean): Configured => ({
  id: 'prod',
  name: 'Production',
  stage: 'production',
  platform: 'notificationapi',
  baseUrl: 'https://api.pingram.io',
  credential: { kind: 'apiKey', apiKey: 'k' },
  requestsPerSecond: null,
  emulated,
})
const emulated = environment(true)
const real = environment(false)
const made = () => 'made-up'

describe('the token', () => {
  test('is asked for as soon as one environment is real', () => {
    expect(tokenFor({ token: null }, [emulated, emulated], made)).toBeNull()
    expect(tokenFor({ token: null }, [emulated, real], made)).toBe('made-up')
  })

  test('is the operator’s own whenever one was chosen', () => {
    expect(tokenFor({ token: 'mine' }, [emulated], made)).toBe('mine')
    expect(tokenFor({ token: 'mine' }, [real], made)).toBe('mine')
  })

  test('that is made up cannot be guessed', () => {
    const tokens = new Set(Array.from({ length: 100 }, randomToken))
    expect(tokens.size).toBe(100)
    expect([...tokens].every((token) => /^[\w-]{43}$/u.test(token))).toBe(true)
  })

  test('travels in the fragment of the link, and nowhere else', () => {
    expect(launchLink('127.0.0.1', 4310, null)).toBe('http://127.0.0.1:4310/')
    const link = new URL(launchLink('::1', 4310, 'a+b/c='))
    expect(link.host).toBe('[::1]:4310')
    expect(link.pathname + link.search).toBe('/')
    expect(decodeURIComponent(link.hash)).toBe('#token=a+b/c=')
  })
})

test('further names are answered to with the bound port, with none, or with their own', () => {
  const names = allowedHosts(80, ['rollcall.test', 'Other.test:8443'])
  expect([...names].toSorted()).toEqual(
    [
      '127.0.0.1',
      '127.0.0.1:80',
      '[::1]',
      '[::1]:80',
      'localhost',
      'localhost:80',
      'other.test:8443',
      'rollcall.test',
      'rollcall.test:80',
    ].toSorted(),
  )
  expect(allowedHosts(4310, []).has('127.0.0.1')).toBe(false)
})

test('equal secrets have equal fingerprints, and short ones give nothing away', () => {
  const fingerprint = createFingerprinter(randomKey())
  expect(fingerprint('a-secret-of-some-length')).toEqual(fingerprint('a-secret-of-some-length'))
  expect(fingerprint('a-secret-of-some-length').last4).toBe('ngth')
  expect(fingerprint('123456789012345').last4).toBe('')
  expect(fingerprint('x').hash).toMatch(/^[0-9a-f]{16}$/u)
  expect(createFingerprinter(randomKey())('x').hash).not.toBe(fingerprint('x').hash)
})

test('an emulator that lists itself wrongly is not believed', async () => {
  const answers = [{}, [], { environments: [] }, { environments: [{ id: 'x', apiKey: 'CANARY' }] }]
  for (const answer of answers) {
    const asked = emulatedEnvironments('http://127.0.0.1:1', async () => Response.json(answer))
    await expect(asked).rejects.toThrow(/^(?!.*CANARY).*the emulator/u)
  }
})

/** A gateway over one platform that answers everything with this text. */
const gatewayOver = (configured: Configured, text: string) => {
  const world = {
    fetch: async () => new Response(text, { headers: { 'content-type': 'application/json' } }),
    fingerprint: createFingerprinter(randomKey()),
    clock: systemClock,
    random: () => 0,
    randomToken: () => 'unused',
    requestId: () => 'request',
    log: () => {},
  }
  const settings = {
    token: null,
    host: '127.0.0.1',
    allowedHosts: [],
    mask: false,
    dataDirectory: '/nowhere',
  }
  return composeGateway(settings, [configured], 4310, new Map(), world).app
}
const flows: Configured = {
  ...emulated,
  platform: 'notiflows',
  baseUrl: 'https://api.notiflows.com/admin',
  credential: { kind: 'keyPair', apiKey: 'pk_1', secretKey: 'sk_1', accountToken: null },
}

// Half of them are secrets by their names, and copies of those are sought in the other half.
const field = (i: number) =>
  i % 2 === 0 ? `"token-${i}":"${'lorem'.repeat(8)}-${i}"` : `"note-${i}":"${'lorem '.repeat(40)}"`

describe('B03: a page of users with more in them than anybody reads', () => {
  const megabyte = `{"bio":"${'x y '.repeat(250_000)}","last":1}`
  const keys = `{${Array.from({ length: 20_000 }, (_, i) => field(i)).join()}}`
  const deep = `${'{"a":['.repeat(5000)}1${']}'.repeat(5000)}`
  const bulks = [...Array.from({ length: 25 }, () => megabyte), keys, deep]

  test.each([
    ['Notiflows', flows, 'items'],
    ['NotificationAPI', emulated, 'users'],
  ])(
    'is answered by %s within 5 s of work, with 4 KiB of each',
    async (_name, configured, list) => {
      const records = bulks
        .map((bulk, i) => `{"id":"u${i}","external_id":"u${i}","custom_fields":${bulk}}`)
        .join()
      const text = `{"${list}":[${records}],"hasMore":false,"page":{}}`
      const app = gatewayOver(configured, text)
      const before = process.cpuUsage()
      const response = await app.request('http://127.0.0.1:4310/api/environments/prod/users', {
        headers: { host: '127.0.0.1:4310' },
      })
      const answer = await response.text()
      const { user, system } = process.cpuUsage(before)
      expect(response.status).toBe(200)
      const { users } = JSON.parse(answer)
      expect(users).toHaveLength(bulks.length)
      for (const each of users)
        expect(Buffer.byteLength(JSON.stringify(each.attributes))).toBeLessThanOrEqual(4096)
      expect((user + system) / 1e6).toBeLessThanOrEqual(5)
    },
  )
})
