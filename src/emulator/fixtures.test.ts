import { describe, expect, test } from 'vitest'

import { notificationapiEnvironments, notiflowsProjects } from '#src/emulator/environments.ts'
import { basic, emulatorOf, get } from '#src/emulator/testing/call.ts'

type Listed = { readonly id: string; readonly description: string }
type Index = { fixtures: { notificationapi: Listed[]; notiflows: Listed[] } }

const emulator = emulatorOf({ users: 5000 })
const listed = async () => (await get<Index>(emulator, '/')).body.fixtures

const napiUser = async (environment: string, id: string) => {
  const found = notificationapiEnvironments.find(({ title }) => title === environment)
  const path = `/notificationapi/users/${encodeURIComponent(id)}`
  return (await get(emulator, path, basic(`${found?.clientId}:${found?.clientSecret}`))).body
}

const notiflowsUser = async (project: string, id: string) => {
  const pair = notiflowsProjects.find(({ name }) => name === project)?.pairs[0]
  return get(emulator, `/notiflows/admin/users/${encodeURIComponent(id)}`, {
    'x-notiflows-api-key': pair?.apiKey ?? '',
    'x-notiflows-secret-key': pair?.secretKey ?? '',
  })
}

test('every listed person is found by id, in all the environments that hold people', async () => {
  const { notificationapi, notiflows } = await listed()
  for (const { id, description } of notificationapi) {
    expect(description.length).toBeGreaterThan(5)
    for (const environment of ['Production', 'Staging']) {
      const body = await napiUser(environment, id)
      expect(body).toMatchObject({ id })
      expect(Object.keys(body ?? {}).length > 1).toBe(id !== 'demo-only-id')
    }
    expect(await napiUser('Empty', id)).toEqual({ id })
  }
  for (const { id } of notiflows) {
    for (const project of ['Production', 'Test']) {
      const { status, body } = await notiflowsUser(project, id)
      expect(status).toBe(200)
      expect(body).toMatchObject({ external_id: id })
    }
  }
})

test('ids are listed once', async () => {
  for (const people of Object.values(await listed())) {
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length)
  }
})

const bounced = (bounceType: string, bounceSubType: string) => ({
  emailSuppressionStatus: { reason: 'Bounce', details: { bounceType, bounceSubType } },
})
const apn = (environment: string) => ({ pushTokens: [{ type: 'APN', environment }] })

type Devices = {
  pushTokens?: { token: string; device: { device_id: string }; environment?: string }[]
  webPushTokens?: unknown[]
  lastSeenTime?: string
  email?: string
  emailSuppressionStatus?: { details: { bouncedRecipients?: { emailAddress: string }[] } }
}

const devicesOf = async (id: string): Promise<Devices> => Object(await napiUser('Production', id))

describe('NotificationAPI §13', () => {
  test.each([
    ['cust-0107', bounced('Permanent', 'NoEmail')],
    ['demo-mailbox-full', bounced('Transient', 'MailboxFull')],
    ['demo-complaint', { emailSuppressionStatus: { reason: 'Complaint' } }],
    ['demo-details-empty', { emailSuppressionStatus: { details: {} } }],
    ['demo-details-wrapped', { emailSuppressionStatus: { details: { bounce: {} } } }],
    ['demo-apn-production', apn('production')],
    ['demo-apn-sandbox', apn('sandbox')],
    ['demo-apn-undefined', apn('undefined')],
    ['demo-slack-connected', { slackToken: { ok: true }, slackChannel: expect.any(String) }],
    ['demo-slack-not-ok', { slackToken: { ok: false, error: 'missing_scope' } }],
    ['demo-timezone-unknown', { timezone: 'Central European Time' }],
    ['cust-0200', { emailSuppressionStatus: { reason: 'Bounce' } }],
  ])('%s', async (id, facts) => {
    for (const environment of ['Production', 'Staging']) {
      expect(await napiUser(environment, id)).toMatchObject(facts)
    }
  })

  test('each has only what it is about', async () => {
    const fieldsOf = async (id: string) =>
      Object.keys((await napiUser('Production', id)) ?? {}).filter(
        (field) => !/(^id|At|Time|timezone)$/.test(field),
      )
    expect(await fieldsOf('demo-email-only')).toEqual(['email'])
    expect(await fieldsOf('demo-sms-only')).toEqual(['number'])
    expect(await fieldsOf('demo-two-browsers')).toEqual(['webPushTokens'])
    expect(await fieldsOf('demo-apn-no-environment')).toEqual(['pushTokens'])
    expect(await fieldsOf('demo-slack-no-token')).toEqual(['email', 'slackChannel'])
    expect(await napiUser('Production', 'demo-only-id')).toEqual({ id: 'demo-only-id' })
  })

  test('devices', async () => {
    const twice = (await devicesOf('demo-two-tokens-one-device')).pushTokens ?? []
    expect(new Set(twice.map(({ token }) => token)).size).toBe(2)
    expect(new Set(twice.map(({ device }) => device.device_id)).size).toBe(1)
    const [a, b] = [await devicesOf('demo-handed-over-a'), await devicesOf('demo-handed-over-b')]
    expect(a.pushTokens?.[0]?.token).toBe(b.pushTokens?.[0]?.token)
    expect((await devicesOf('demo-two-browsers')).webPushTokens).toHaveLength(2)
    expect((await devicesOf('cust-0200')).pushTokens).toHaveLength(3)
    expect((await devicesOf('demo-apn-no-environment')).pushTokens?.[0]).not.toHaveProperty(
      'environment',
    )
    expect((await devicesOf('demo-seen-two-years-ago')).lastSeenTime).toBe(
      '2024-11-22T18:00:00.000Z',
    )
    const changed = await devicesOf('demo-email-changed')
    expect(changed.emailSuppressionStatus?.details.bouncedRecipients?.[0]?.emailAddress).not.toBe(
      changed.email,
    )
  })
})

test.each(['/', ' ', '%', '+', 'é'])('both platforms have an id with "%s"', async (letter) => {
  const within = (id: string) => id.normalize('NFD').includes(letter.normalize('NFD').slice(-1))
  const { notificationapi, notiflows } = await listed()
  expect(notificationapi.some(({ id }) => within(id))).toBe(true)
  expect(notiflows.some(({ id }) => within(id))).toBe(true)
})

describe('Notiflows §12', () => {
  test.each([
    ['demo-full-profile', { avatar: expect.any(String), phone: expect.stringMatching(/^\+/) }],
    ['demo-email-only', { email: expect.any(String), phone: null, first_name: null }],
    ['demo-phone-not-e164', { phone: '02079460123' }],
    ['demo-only-ids', { email: null, first_name: null, custom_fields: null }],
    ['lena.fischer@example.org', { email: expect.any(String) }],
    ['demo-same-email-a', { email: 'same.person@example.com' }],
    ['demo-same-email-b', { email: 'same.person@example.com' }],
    ['demo-two-devices', {}],
    ['demo-shared-device', {}],
    ['demo-no-device', {}],
    ['demo-no-email', {}],
    ['demo-one-flow-off', {}],
    ['demo-email-failing', { email: expect.any(String) }],
  ])('%s', async (id, facts) => {
    expect((await notiflowsUser('Production', id)).body).toMatchObject(facts)
    expect((await notiflowsUser('Test', id)).body).toMatchObject(facts)
  })

  test('two kilobytes of custom fields under a name in another script', async () => {
    const { body } = await notiflowsUser('Production', 'demo-many-fields')
    expect(body).toMatchObject({ first_name: 'Соломія' })
    expect(Buffer.byteLength(JSON.stringify(Object(body).custom_fields))).toBeGreaterThan(2000)
  })
})
