import { getEventListeners } from 'node:events'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abortable } from '#src/platforms/abortable.ts'
import { readByParts, readInstant } from '#src/platforms/instant.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { isSensitiveName } from '#src/platforms/sensitive-name.ts'
import { encodings } from '#src/platforms/testing/traces.ts'

const padded = (value: number) => String(value).padStart(2, '0')

describe('B07: instants', () => {
  test.each([
    ['2026-01-04T09:12:00.000Z', '2026-01-04T09:12:00.000Z'],
    ['2026-01-04T09:12:00Z', '2026-01-04T09:12:00.000Z'],
    ['2026-01-04t09:12:00z', '2026-01-04T09:12:00.000Z'],
    ['2026-01-04 09:12:00', '2026-01-04T09:12:00.000Z'],
    ['2026-01-04T09:12Z', '2026-01-04T09:12:00.000Z'],
    ['2026-01-04', '2026-01-04T00:00:00.000Z'],
    ['2026-01-04T09:12:00.1Z', '2026-01-04T09:12:00.100Z'],
    ['2026-01-04T09:12:00,25Z', '2026-01-04T09:12:00.250Z'],
    ['2026-01-04T09:12:00.123999999Z', '2026-01-04T09:12:00.123Z'],
    ['2026-01-04T09:12:00+02:00', '2026-01-04T07:12:00.000Z'],
    ['2026-01-04T09:12:00-0330', '2026-01-04T12:42:00.000Z'],
    ['2026-01-04T09:12:00+14', '2026-01-03T19:12:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, expected) => {
    expect(readInstant(text)).toBe(expected)
  })

  test.each([
    '2026-13-45',
    '2026-02-30',
    '2025-02-29T00:00:00Z',
    '2026-00-01',
    '2026-01-00',
    '2026-01-04T24:00:00Z',
    '2026-01-04T09:60:00Z',
    '2026-01-04T09:12:60Z',
    '2026-01-04T09:12:00+25:00',
    '2026-01-04T09:12:00+02:60',
    '2026-01-04T09:12:00 PST',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+02:00',
    '9999-12-31T23:59:59-02:00',
    '+275760-09-13T00:00:00Z',
    '275760-09-13',
    '-000001-01-01T00:00:00Z',
    '1772323200000',
    '',
    ' 2026-01-04',
    'Sun, 04 Jan 2026 09:12:00 GMT',
    '2026-W01',
    '٢٠٢٦-٠١-٠٤',
    'now',
    `2026-01-04T09:12:00.${'0'.repeat(100_000)}Z`,
  ])('%.40s is unreadable', (text) => {
    expect(readInstant(text)).toBeNull()
  })

  test('no month has more days in one look than part by part', () => {
    const dates = ['0000', '1900', '2000', '2024', '2026'].flatMap((year) =>
      Array.from({ length: 14 * 33 }, (_, at) => `${year}-${padded(at % 14)}-${padded(at % 33)}`),
    )
    const times = ['T09:12:00.000Z', 'T23:59:59Z', 'T00:00:60Z']
    for (const text of dates.flatMap((date) => times.map((time) => date + time)))
      expect([text, readInstant(text)]).toEqual([text, readByParts(text)])
  })

  test('what is read in one look is what is read part by part', () => {
    const two = fc.integer({ min: 0, max: 61 }).map(padded)
    const year = fc.oneof(
      fc.constantFrom('0000', '0001', '2024', '2025'),
      fc.stringMatching(/^\d{4}$/u),
    )
    const fraction = fc.oneof(
      fc.constant(''),
      fc.stringMatching(/^\d{0,50}$/u).map((digits) => `.${digits}`),
    )
    const date = fc.tuple(year, two, two).map((parts) => parts.join('-'))
    const time = fc.tuple(two, two, two).map((parts) => parts.join(':'))
    const zone = fc.constantFrom('Z', 'Z', 'Z', 'z', '', '+02:00', ' Z', 'ZZ')
    const usual = fc
      .date({ min: new Date('0000-12-31'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((moment) => moment.toISOString().slice(0, 19))
    const wall = fc.oneof(
      usual,
      fc.tuple(date, time).map((parts) => parts.join('T')),
    )
    fc.assert(
      fc.property(wall, fraction, zone, (start, digits, end) => {
        const text = `${start}${digits}${end}`
        expect([text, readInstant(text)]).toEqual([text, readByParts(text)])
      }),
      { numRuns: 2000 },
    )
  })
})

const sensitive = `
  token Token access_token accessToken accesstoken ACCESS-TOKEN pushTokens t.o.k.e.n ｔｏｋｅｎ
  secret clientSecret secrets password passwordHash user_passwd
  key keys apiKey apikey APIKey api-key API_KEY key1 privatekey publicKeyPem accesskeyid sshKey
  signingKey keyId stripe.key
  auth authtoken basicAuth oauth OAuth2 authorization x-auth authHeader authed_user
  webhook webhookUrl incoming_webhook slackWebhooks credential dbCredentials jwt bearer otp pwd`

const harmless = `
  monkey Monkey favouriteMonkey turkey_region keyboard keyboardLayout keynote keyword keywords
  author authorName book-author authors authority authenticity
  email plan company tier feedbackId compass diagnosticCode bouncedRecipients passport journey hockey
  名前 __proto__`

const words = (text: string): string[] => text.trim().split(/\s+/)

describe('B01: names of secrets', () => {
  test.each([...words(sensitive), 'to ken', `${'x'.repeat(1000)}Token`])('%.40s is one', (name) => {
    expect(isSensitiveName(name)).toBe(true)
  })

  test.each([...words(harmless), '', 'x'.repeat(1000)])('%.40s is none', (name) => {
    expect(isSensitiveName(name)).toBe(false)
  })
})

test('A06: a secret is found in every spelling and at every place of a longer one', () => {
  const secret = 'sk_Grüße/+=42"\\'
  const { foundIn } = createNeedles([secret])
  const bytes = Buffer.from(secret)
  for (const prefix of ['', 'a', 'ab', 'abc', 'abcd']) {
    for (const suffix of ['', 'y', 'yz']) {
      const longer = Buffer.from(`${prefix}${secret}${suffix}`)
      for (const text of [
        longer.toString('utf8'),
        encodeURIComponent(longer.toString('utf8')),
        encodeURIComponent(secret).toLowerCase().replace('sk_gr', 'sk_Gr'),
        JSON.stringify(longer.toString('utf8')),
        longer.toString('base64'),
        longer.toString('base64url'),
        `${prefix}${bytes.toString('hex')}${suffix}`,
        `${prefix}${bytes.toString('hex').toUpperCase()}${suffix}`,
      ])
        expect([text, foundIn(text)]).toEqual([text, true])
    }
  }
  expect(foundIn('sk_Grüße/+=43')).toBe(false)
  expect(createNeedles([]).foundIn('anything')).toBe(false)
  // Too short to be sought: every "abc" would be hidden.
  expect(createNeedles(['abc']).foundIn('abcdef')).toBe(false)
})

test('A06: many secrets at once are found where each of them alone would be, and nowhere else', () => {
  const secret = fc.string({
    minLength: 4,
    maxLength: 12,
    unit: fc.constantFrom('a', 'b', '+', '/', 'é', '"'),
  })
  const spelt = fc
    .tuple(secret, fc.constantFrom(...encodings), fc.string({ maxLength: 3 }))
    .map(([text, encode, before]) => encode(`${before}${text}`))
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 60, maxLength: 80 }),
      fc.array(fc.oneof(spelt, fc.string()), { maxLength: 20 }),
      (secrets, texts) => {
        const together = createNeedles(secrets)
        const alone = secrets.map((each) => createNeedles([each]))
        for (const text of [...texts, ...secrets])
          expect([text, together.foundIn(text)]).toEqual([
            text,
            alone.some(({ foundIn }) => foundIn(text)),
          ])
      },
    ),
    { numRuns: 300 },
  )
})

test('nobody waits for a promise whose signal is aborted already', async () => {
  await expect(abortable(new Promise(() => {}), AbortSignal.abort('gone'))).rejects.toBe('gone')
})

test('whoever waited leaves nothing behind on the signal, however it ended', async () => {
  const { signal } = new AbortController()
  await abortable(Promise.resolve(), signal)
  await expect(abortable(Promise.reject(new Error('failed')), signal)).rejects.toThrow('failed')
  expect(getEventListeners(signal, 'abort')).toEqual([])
})
