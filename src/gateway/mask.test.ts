import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Json } from '#src/domain/json.ts'
import { encodings } from '#src/platforms/testing/traces.ts'

import { maskAnswer } from './mask.ts'

const email = 'Ines.Prado@orchard.test'
const phone = '+351912000242'

/** What a detail of this person becomes where `attributes` stand beside their addresses. */
const attributesOf = (attributes: Json, more: Readonly<Record<string, Json>> = {}): unknown => {
  const answer = maskAnswer({ user: { id: 'cust-1', email, phone, attributes, ...more }, raw: {} })
  return Object(answer).user.attributes
}

describe('a person’s own addresses', () => {
  test('are masked in their fields, and the rest stays', () => {
    const user = { id: 'cust-1', name: 'Ines Prado', email, phone, locale: null, malformed: [] }
    expect(maskAnswer({ user })).toEqual({
      user: { ...user, email: 'I•••@orchard.test', phone: '+351 ••• •• 42' },
    })
  })

  test.each([
    ['seen as ines.PRADO@ORCHARD.test.', 'seen as i•••@ORCHARD.test.'],
    ['351912000242', '+351 ••• •• 42'],
    ['00351 912 000 242!', '+351 ••• •• 42!'],
    ['(912) 000-242', '(+351 ••• •• 42'],
    ['sms-912000242-failed', 'sms-+351 ••• •• 42-failed'],
    [351_912_000_242, '+351 ••• •• 42'],
    [912_000_242, '+351 ••• •• 42'],
    [`https://x.test/?u=${encodeURIComponent(email)}`, 'https:/•••%40orchard.test'],
  ])('are masked in a note of the application: %j', (note, masked) => {
    expect(attributesOf({ note })).toEqual({ note: masked })
  })

  test.each(encodings.map((encode) => [encode(email), encode(phone)] as const))(
    'are masked however they are written: %j, %j',
    (...written) => {
      const text = JSON.stringify(
        attributesOf({ note: written.map((one) => `x${one}y`), deep: [{ [written[0]]: 1 }] }),
      )
      for (const one of written) expect(text).not.toContain(one)
    },
  )

  test('are masked as names of fields, and no field is lost', () => {
    expect(
      attributesOf({ [email]: 1, [email.replace('nes', 'da')]: 2, 'x@y.test': { n: 3 } }),
    ).toEqual({
      'I•••@orchard.test': 1,
      'I•••@orchard.test·': 2,
      '•••@y.test': { n: 3 },
    })
  })

  test('do not hide in the fields that the contracts name, though they are others than today’s', () => {
    const raw = {
      email: 'old@orchard.test',
      number: '020 7946 0123',
      phone: 442_079_460_123,
      emailAddress: 'no at sign',
      user_email: 'x',
      user_number: '1234567',
      bouncedRecipients: [{ emailAddress: 'b@c.test', action: 'failed' }],
      recipients: ['d@e.test', '442079460958', '#ops'],
    }
    expect(maskAnswer({ user: { id: 'u', email, phone }, raw })).toHaveProperty('raw', {
      email: 'o•••@orchard.test',
      number: '••• •• 23',
      phone: '••• •• 23',
      emailAddress: '•••',
      user_email: '•••',
      user_number: '••• •• 67',
      bouncedRecipients: [{ emailAddress: '•••@c.test', action: 'failed' }],
      recipients: ['•••@e.test', '••• •• 58', '#ops'],
    })
  })

  test('are masked in a diagnostic, by the recipient beside it or by its digits', () => {
    const failure = { recipient: '+351912000242', diagnostic: '30003 351912000242 unreachable' }
    const other = { recipient: 'x@y.test', diagnostic: 'smtp; 550 <x@y.test> unknown' }
    const alone = { recipient: null, diagnostic: '30003 912345678 unreachable' }
    const activity = [{ id: 'a', failure }, { id: 'b', failure: other }, { failure: alone }]
    expect(maskAnswer({ told: true, activity, page: { after: null } })).toEqual({
      told: true,
      activity: [
        {
          id: 'a',
          failure: {
            recipient: '+351 ••• •• 42',
            diagnostic: '30003 +351 ••• •• 42 unreachable',
          },
        },
        {
          id: 'b',
          failure: { recipient: '•••@y.test', diagnostic: 'smtp; 550 <•••@y.test> unknown' },
        },
        { failure: { recipient: null, diagnostic: '30003 ••• •• 78 unreachable' } },
      ],
      page: { after: null },
    })
  })
})

describe('what stays', () => {
  test('is the id, also one that is an address, and the cursor', () => {
    const answer = {
      users: [{ id: email, email, platformId: email }],
      page: { after: 'x351912000242', before: null },
    }
    expect(maskAnswer(answer)).toEqual({
      ...answer,
      users: [{ id: email, email: 'I•••@orchard.test', platformId: 'I•••@orchard.test' }],
    })
    const detail = { user: { id: email, email }, raw: { external_id: email, id: 'x@y.test' } }
    expect(maskAnswer(detail)).toEqual({
      user: { id: email, email: 'I•••@orchard.test' },
      raw: { external_id: email, id: '•••@y.test' },
    })
    const found = { among: 7, users: [email, '+351912000242'] }
    expect(maskAnswer(found)).toEqual(found)
  })

  test('are our own words, whatever somebody’s address is said to be', () => {
    const channels = {
      email: { reach: 'blocked', reasons: [{ code: 'no-address', field: 'email' }] },
    }
    const dated = { createdAt: '2026-01-04T09:12:00.000Z', expiresInSeconds: 20_260_104 }
    for (const word of ['blocked', 'no-address', '2026-01-04', '20260104', 'a', '1', '']) {
      const user = { id: 'u', channels, ...dated, attributes: { email: word, phone: word } }
      expect(maskAnswer({ users: [user] })).toMatchObject({ users: [{ channels, ...dated }] })
    }
  })

  test('is every answer in which there is no address', () => {
    const word = fc.constantFrom('ops', '#ops', '@signe', '', 'Porto', 'x/y', 'true', '550 5.1.1')
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.boolean(),
        fc.constant(null),
        fc.integer({ min: 0, max: 999_999 }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'users', '__proto__', 'page', 'id', 'raw'), tie('tree')),
      ),
    }))
    fc.assert(
      fc.property(tree, (answer) => {
        expect(maskAnswer(answer)).toEqual(answer)
      }),
    )
  })
})

test('what is one person’s is not sought in another’s record', () => {
  const users = [
    { id: 'a', phone: '+351912000242', attributes: { order: 'x 912000242' } },
    { id: 'b', phone: null, attributes: { order: 'x 912000242' } },
  ]
  expect(maskAnswer({ users })).toMatchObject({
    users: [
      { attributes: { order: 'x +351 ••• •• 42' } },
      { attributes: { order: 'x 912000242' } },
    ],
  })
})

const upper = (text: string) => text.toUpperCase()

test('no address is left in any answer, wherever it stands and however it is written', () => {
  const local = fc.stringMatching(/^[a-z][a-z0-9.+_'-]{1,12}$/u)
  const address = local.map((name) => `${name}@orchard.test`)
  const number = fc.stringMatching(/^\+3519[1236]\d{7}$/u)
  const place = fc.constantFrom('note', 'email', 'raw', 'list', 'diagnostic', 'text')
  const spell = fc.constantFrom(...encodings)
  const spelling = fc.oneof(spell, fc.constant(upper))
  fc.assert(
    fc.property(address, number, place, spelling, fc.string(), (mail, tel, name, write, more) => {
      const put = [`${more} ${write(mail)}`, { [name]: write(tel) }, [write(mail), write(tel)]]
      const user = { id: 'u', email: mail, phone: tel, attributes: { put }, malformed: [mail] }
      for (const answer of [{ users: [user] }, { user, raw: { put, email: mail, number: tel } }]) {
        const text = JSON.stringify(maskAnswer(answer)).toLowerCase()
        for (const one of [mail, tel.slice(1), write(mail), write(tel)].map((all) =>
          JSON.stringify(all).slice(1, -1).toLowerCase(),
        ))
          expect(text).not.toContain(one)
      }
    }),
  )
})

test('a record that is made to be slow is masked all the same', () => {
  const phones = Array.from({ length: 5000 }, (_, index) => `+35191${1_000_000 + index}`)
  const long = { email: `${'a'.repeat(200_000)}@x.test`, phone: '7'.repeat(200_000) }
  const answer = { user: { id: 'u', ...long, attributes: { phones, note: phones.join(' ') } } }
  expect(JSON.stringify(maskAnswer(answer))).not.toMatch(/a{9}|7{9}|351\d|91\d{5}/u)
})
