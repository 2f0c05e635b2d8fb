import { ECDH } from 'node:crypto'

import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { emulatorOf, get, napiKey, now, walkNapi } from '#src/emulator/testing/call.ts'
import { userSchema } from '#src/emulator/testing/notificationapi-schema.ts'
import { pathsOf } from '#src/emulator/testing/paths.ts'

const everybody = walkNapi(emulatorOf({ users: 4000 })).then((pages) =>
  z.array(userSchema).parse(pages.flatMap((page) => page.users)),
)
const people = async () => everybody
const epochOf = (time: string | undefined) => (time === undefined ? null : Date.parse(time))

test('every user is as the schema says, and every field of it occurs', async () => {
  const generated = (await people()).filter(({ id }) => !/^(demo|cust)/.test(id))
  const seen = new Set(generated.flatMap((user) => Array.from(pathsOf(user))))
  const wanted = `id email number timezone slackChannel lastSeenTime updatedAt createdAt
    pushTokens[].type pushTokens[].token pushTokens[].environment
    ${'device_id app_id ad_id platform manufacturer model'.replaceAll(/\w+/g, 'pushTokens[].device.$&')}
    webPushTokens[].sub.endpoint webPushTokens[].sub.keys.p256dh webPushTokens[].sub.keys.auth
    emailSuppressionStatus.reason
    ${'bounceType bounceSubType timestamp feedbackId reportingMTA remoteMtaIp complaintSubType userAgent arrivalDate complaintFeedbackType'.replaceAll(/\w+/g, 'emailSuppressionStatus.details.$&')}
    ${'emailAddress action status diagnosticCode'.replaceAll(/\w+/g, 'emailSuppressionStatus.details.bouncedRecipients[].$&')}
    emailSuppressionStatus.details.complainedRecipients[].emailAddress
    ${'ok access_token app_id bot_user_id error needed provided refresh_token scope token_type warning expires_in is_enterprise_install enterprise.id enterprise.name team.id team.name'.replaceAll(/[\w.]+/g, 'slackToken.$&')}
    ${'access_token id refresh_token scope token_type expires_in'.replaceAll(/\w+/g, 'slackToken.authed_user.$&')}
    ${'channel channel_id configuration_url url'.replaceAll(/\w+/g, 'slackToken.incoming_webhook.$&')}
    ${'warnings[] scopes[] acceptedScopes[] messages[] next_cursor retryAfter'.replaceAll(/[\w[\]]+/g, 'slackToken.response_metadata.$&')}`
    .split(/\s+/)
    .filter((path) => path !== '')
  expect(wanted.filter((path) => !seen.has(path))).toEqual([])
})

describe('people are plausible', () => {
  test('about three in a hundred are suppressed, for bounces mostly', async () => {
    const all = await people()
    const suppressed = all.flatMap((user) => user.emailSuppressionStatus ?? [])
    expect(suppressed.length / all.length).toBeGreaterThan(0.02)
    expect(suppressed.length / all.length).toBeLessThan(0.045)
    const complaints = suppressed.filter(({ reason }) => reason === 'Complaint')
    expect(complaints.length).toBeGreaterThan(0)
    expect(complaints.length).toBeLessThan(suppressed.length / 2)
  })

  test('suppression concerns an address, and its details fit its reason', async () => {
    const suppressed = (await people()).filter((user) => user.emailSuppressionStatus)
    for (const { email, emailSuppressionStatus: status } of suppressed) {
      expect(email).toBeDefined()
      const complained = 'complainedRecipients' in (status?.details ?? {})
      expect(status?.reason).toBe(complained ? 'Complaint' : 'Bounce')
    }
  })

  test('nothing happens in the future, nor before somebody came', async () => {
    for (const { createdAt, updatedAt, lastSeenTime } of await people()) {
      const created = epochOf(createdAt)
      for (const later of [epochOf(updatedAt), epochOf(lastSeenTime)]) {
        expect(later ?? now).toBeLessThanOrEqual(now)
        expect(later ?? now).toBeGreaterThanOrEqual(created ?? 0)
      }
    }
  })

  test('they came over three years, nine in a hundred in the last thirty days', async () => {
    const ages = (await people()).flatMap(({ createdAt }) =>
      createdAt === undefined ? [] : [(now - Date.parse(createdAt)) / 86_400_000],
    )
    const recent = ages.filter((age) => age <= 30).length / ages.length
    expect(recent).toBeGreaterThan(0.07)
    expect(recent).toBeLessThan(0.11)
    expect(ages.some((age) => age < 1)).toBe(true)
    expect(ages.some((age) => age > 900)).toBe(true)
    expect(Math.max(...ages)).toBeLessThanOrEqual(1096)
  })

  test('not everybody has everything', async () => {
    const all = await people()
    const share = (has: (user: (typeof all)[number]) => boolean) =>
      all.filter((user) => has(user)).length / all.length
    expect(share((user) => user.email !== undefined)).toBeGreaterThan(0.8)
    expect(share((user) => user.email === undefined)).toBeGreaterThan(0.02)
    expect(share((user) => user.number !== undefined)).toBeGreaterThan(0.3)
    expect(share((user) => user.number === undefined)).toBeGreaterThan(0.3)
    const devices = new Set(all.map((user) => user.pushTokens?.length ?? 0))
    expect([...devices].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
    const gateways = all.flatMap((user) =>
      (user.pushTokens ?? []).flatMap(({ type, environment }) =>
        type === 'APN' ? [environment] : [],
      ),
    )
    expect(gateways.filter((gateway) => gateway === 'production').length).toBeGreaterThan(
      gateways.length * 0.7,
    )
    expect(new Set(gateways)).toContain('sandbox')
    expect(new Set(gateways)).toContain(undefined)
  })

  test('web push keys are what a browser gives', async () => {
    const subscriptions = (await people()).flatMap(({ webPushTokens }) => webPushTokens ?? [])
    for (const { sub } of subscriptions) {
      const point = Buffer.from(sub.keys.p256dh, 'base64url')
      expect(point).toHaveLength(65)
      expect(point[0]).toBe(4)
      // Throws for what does not lie on the curve.
      expect(ECDH.convertKey(point, 'prime256v1')).toEqual(point)
      expect(point.toString('base64url')).toBe(sub.keys.p256dh)
      const secret = Buffer.from(sub.keys.auth, 'base64url')
      expect(secret).toHaveLength(16)
      expect(secret.toString('base64url')).toBe(sub.keys.auth)
    }
    const services = new Set(subscriptions.map(({ sub }) => new URL(sub.endpoint).hostname))
    expect([...services].toSorted()).toEqual([
      'fcm.googleapis.com',
      'updates.push.services.mozilla.com',
      'web.push.apple.com',
      'wns2-by3p.notify.windows.com',
    ])
  })

  test('push tokens are shared by nobody but the two it was asked for', async () => {
    const owners = new Map<string, Set<string>>()
    for (const { id, pushTokens } of await people()) {
      for (const { token } of pushTokens ?? []) {
        owners.set(token, (owners.get(token) ?? new Set()).add(id))
      }
    }
    const shared = [...owners.values()].filter((ids) => ids.size > 1)
    expect(shared.map((ids) => [...ids].toSorted())).toEqual([
      ['demo-handed-over-a', 'demo-handed-over-b'],
    ])
  })
})

test('a person is the same in every instance, listed or asked for', async () => {
  const [one, two] = [emulatorOf({ users: 900 }), emulatorOf({ users: 900 })]
  const listed = (await walkNapi(one)).flatMap((page) => page.users)
  for (const user of listed.filter((_, at) => at % 17 === 0)) {
    const path = `/notificationapi/users/${encodeURIComponent(user.id)}`
    expect((await get(two, path, napiKey)).body).toEqual(user)
  }
})
