import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { told, untold } from '#src/domain/told.ts'
import type { DeviceFacts, UserFacts } from '#src/domain/user.ts'

import { factsOf } from './fakes.ts'
import { createLoaded, emailKey, phoneKey, sharedNotes, tokenKey } from './loaded.ts'

const device = (hash: string): DeviceFacts => ({
  type: 'FCM',
  token: { last4: '', hash },
  tokenForm: 'other',
  deviceId: null,
  appId: null,
  adId: null,
  platform: null,
  manufacturer: null,
  model: null,
  apnsEnvironment: null,
  environmentRaw: null,
})

const person = (id: string, more: Partial<UserFacts> = {}, hashes?: readonly string[]) => {
  const user = factsOf(id, more)
  const devices = hashes === undefined ? untold('platform') : told(hashes.map(device))
  return { ...user, facts: { ...user.facts, devices } }
}

describe('who was loaded', () => {
  test('is found by address in any letter case, by number in any writing, and by device', () => {
    const loaded = createLoaded()
    loaded.remember([
      person('ada', { email: 'Ada@orchard.test' }),
      person('bo', { phone: '+351 912-000-200' }),
      person('cy', {}, ['h1']),
    ])
    expect(loaded.find('prod', [emailKey('ada@ORCHARD.test ')])).toEqual(['ada'])
    expect(loaded.find('prod', [phoneKey('351912000200')])).toEqual(['bo'])
    expect(loaded.find('prod', [tokenKey('h1')])).toEqual(['cy'])
    expect(loaded.find('prod', [tokenKey('h2')])).toEqual([])
    expect(loaded.count('prod')).toBe(3)
  })

  test('is never found in another environment', () => {
    const loaded = createLoaded()
    loaded.remember([person('ada', { email: 'a@b.test' })])
    expect(loaded.find('other', [emailKey('a@b.test')])).toEqual([])
    expect(loaded.count('other')).toBe(0)
  })

  test('is known by what they have now, not by what they had', () => {
    const loaded = createLoaded()
    loaded.remember([person('ada', { email: 'old@b.test' }, ['h1'])])
    loaded.remember([person('ada', { email: 'new@b.test' }, [])])
    expect(loaded.find('prod', [emailKey('old@b.test'), tokenKey('h1')])).toEqual([])
    expect(loaded.find('prod', [emailKey('new@b.test')])).toEqual(['ada'])
    expect(loaded.count('prod')).toBe(1)
  })

  test('keeps devices that a list does not tell', () => {
    const loaded = createLoaded()
    loaded.remember([person('ada', {}, ['h1'])])
    loaded.remember([person('ada')])
    expect(loaded.find('prod', [tokenKey('h1')])).toEqual(['ada'])
  })

  test('the oldest make room, and nothing of them stays', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 4 })), {
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 5 }),
        (loads, most) => {
          const loaded = createLoaded(most)
          const model = new Map<string, string>()
          for (const [who, address] of loads) {
            const [id, email] = [`user-${who}`, `${address}@b.test`]
            loaded.remember([person(id, { email })])
            model.delete(id)
            model.set(id, email)
            for (const oldest of [...model.keys()].slice(0, -most)) model.delete(oldest)
          }
          expect(loaded.count('prod')).toBe(model.size)
          for (const address of [0, 1, 2, 3, 4]) {
            const email = `${address}@b.test`
            const holders = [...model].filter((entry) => entry[1] === email).map(([id]) => id)
            expect(loaded.find('prod', [emailKey(email)])).toEqual(holders)
          }
        },
      ),
    )
  })
})

const withBrowser = (id: string, hash: string) => {
  const user = factsOf(id)
  const endpoint = { last4: '', hash }
  const keys = { p256dh: true, auth: true }
  const browser = { origin: null, service: null, browser: null, endpoint, keys }
  return { ...user, facts: { ...user.facts, subscriptions: told([browser]) } }
}

describe('what is shared', () => {
  test('names the others and among how many was looked', () => {
    const loaded = createLoaded()
    const ada = person('ada', { email: 'x@b.test', phone: '+351912000200' }, ['h0', 'h1'])
    loaded.remember([
      ada,
      person('bo', { email: 'X@b.test' }),
      person('cy', { phone: '351912000200' }, ['h1']),
      person('dan', { email: 'other@b.test' }, ['h2']),
    ])
    expect(sharedNotes(loaded, ada)).toEqual([
      {
        code: 'token-shared',
        field: 'channels.push.devices.1',
        detail: { users: ['cy'], among: 4 },
      },
      { code: 'email-shared', field: 'email', detail: { users: ['bo'], among: 4 } },
      { code: 'phone-shared', field: 'phone', detail: { users: ['cy'], among: 4 } },
    ])
  })

  test('names a browser that two people share', () => {
    const loaded = createLoaded()
    const ada = withBrowser('ada', 'e1')
    loaded.remember([ada, withBrowser('bo', 'e1'), withBrowser('cy', 'e2')])
    expect(sharedNotes(loaded, ada)).toEqual([
      {
        code: 'token-shared',
        field: 'channels.webPush.subscriptions.0',
        detail: { users: ['bo'], among: 3 },
      },
    ])
  })

  test('says nothing of somebody who was forgotten', () => {
    const loaded = createLoaded()
    const ada = person('ada', { email: 'x@b.test' })
    loaded.remember([ada, person('bo', { email: 'x@b.test' })])
    loaded.forget('prod', 'bo')
    loaded.forget('prod', 'nobody')
    expect([sharedNotes(loaded, ada), loaded.count('prod')]).toEqual([[], 1])
  })

  test('says nothing of somebody alone, or without address', () => {
    const loaded = createLoaded()
    const nobody = person('ada', { email: '', phone: '–' }, ['h1', 'h1'])
    loaded.remember([nobody, person('bo', { email: '', phone: '' })])
    expect(sharedNotes(loaded, nobody)).toEqual([])
  })
})
