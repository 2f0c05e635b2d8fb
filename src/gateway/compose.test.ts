import { describe, expect, test } from 'vitest'

import { type Configured, emulatedEnvironments, launchLink, tokenFor } from './compose.ts'
import { allowedHosts } from './host.ts'
import { createFingerprinter, randomKey, randomToken } from './secrets.ts'

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
