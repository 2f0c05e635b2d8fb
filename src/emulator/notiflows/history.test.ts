import { describe, expect, test } from 'vitest'

import { now, type NotiflowsUser } from '#src/emulator/testing/call.ts'
import {
  admin,
  errorOf,
  flowsWith,
  read,
  userPath,
  walk,
  write,
  type Rows,
} from '#src/emulator/testing/notiflows.ts'

const emulator = flowsWith()
const deliveries = await walk(emulator, `${admin}/deliveries?limit=1000`)
const notifications = await walk(emulator, `${admin}/notifications?limit=1000`)
const people: NotiflowsUser[] = Object(await walk(emulator, `${admin}/users?limit=1000`))
const personOf = new Map(people.map((user) => [user.id, user]))
const nowhere = '00000000-0000-4000-8000-000000000000'

const share = (status: string) =>
  deliveries.filter((row) => row['status'] === status).length / deliveries.length

describe('what was sent (§3)', () => {
  test('has the fields of the schema, and nothing else', () => {
    expect(deliveries.length).toBeGreaterThan(500)
    for (const delivery of deliveries) {
      expect(Object.keys(delivery).toSorted((a, b) => a.localeCompare(b))).toEqual([
        'actor_id',
        'archived_at',
        'channel_id',
        'channel_type',
        'clicked_at',
        'created_at',
        'data',
        'id',
        'notification_id',
        'notiflow_id',
        'read_at',
        'recipient_id',
        'seen_at',
        'sent_at',
        'status',
        'topic',
        'updated_at',
      ])
      expect(['pending', 'processing', 'sent', 'delivered', 'failed', 'bounced']).toContain(
        delivery['status'],
      )
      expect(['in_app', 'email', 'sms', 'mobile_push', 'web_push', 'chat', 'webhook']).toContain(
        delivery['channel_type'],
      )
    }
    for (const notification of notifications) {
      expect(notification).toEqual({
        id: expect.any(String),
        notiflow_id: expect.any(String),
        notiflow_run_id: expect.any(String),
        recipient_id: expect.any(String),
        status: 'processed',
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        updated_at: expect.any(String),
        data: expect.any(Object),
        actor_id: notification['actor_id'],
        topic: notification['topic'],
        processed_at: expect.any(String),
      })
    }
  })

  test('went to people who were there, on channels they have, and not in the future', () => {
    const known = new Set(notifications.map(({ id }) => id))
    for (const row of [...deliveries, ...notifications]) {
      const person = personOf.get(String(row['recipient_id']))
      expect(Date.parse(String(row['created_at']))).toBeGreaterThanOrEqual(
        Date.parse(person?.created_at ?? ''),
      )
      for (const field of ['created_at', 'updated_at', 'sent_at', 'seen_at']) {
        expect(Date.parse(String(row[field] ?? row['created_at']))).toBeLessThanOrEqual(now)
      }
    }
    for (const delivery of deliveries) {
      expect(known).toContain(delivery['notification_id'])
      const person = Object(personOf.get(String(delivery['recipient_id'])))
      const address = { email: person.email, sms: person.phone }[String(delivery['channel_type'])]
      expect(address).not.toBe(null)
    }
  })

  test('mostly arrived', () => {
    expect(share('delivered')).toBeGreaterThan(0.4)
    for (const status of ['failed', 'bounced', 'pending']) {
      expect(share(status)).toBeGreaterThan(0.003)
      expect(share(status)).toBeLessThan(0.12)
    }
  })

  test('some notifications have no deliveries (§8)', () => {
    const delivered = new Set(deliveries.map((row) => row['notification_id']))
    const silent = notifications.filter(({ id }) => !delivered.has(id))
    expect(silent.length).toBeGreaterThan(20)
    expect(silent.length).toBeLessThan(notifications.length / 2)
  })
})

const deliveriesTo = (user: string) => walk(emulator, `${userPath(user)}/deliveries`)

describe('the fixtures (§12)', () => {
  test('every email to one of them failed or bounced, again and again', async () => {
    const emails = (await deliveriesTo('demo-email-failing')).filter(
      (row) => row['channel_type'] === 'email',
    )
    expect(emails.length).toBeGreaterThan(2)
    for (const { status } of emails) expect(['failed', 'bounced']).toContain(status)
  })

  test('somebody opted out of email got none, of one flow none of that', async () => {
    expect((await deliveriesTo('demo-no-email')).map((row) => row['channel_type'])).not.toContain(
      'email',
    )
    const flows = Object(
      (await read(emulator, `${userPath('demo-one-flow-off')}/preferences`)).body,
    ).notiflows
    const [off] = Object.keys(flows)
    const theirs = await deliveriesTo('demo-one-flow-off')
    expect(theirs.length).toBeGreaterThan(0)
    expect(theirs.map((row) => row['notiflow_id'])).not.toContain(off)
    const notified = await walk(emulator, `${userPath('demo-one-flow-off')}/notifications`)
    expect(notified.map((row) => row['notiflow_id'])).toContain(off)
  })

  test('without devices, nothing by push: the step is skipped (§8)', async () => {
    expect((await deliveriesTo('demo-no-device')).map((row) => row['channel_type'])).not.toContain(
      'mobile_push',
    )
    expect((await deliveriesTo('demo-two-devices')).map((row) => row['channel_type'])).toContain(
      'mobile_push',
    )
  })
})

describe.each(['deliveries', 'notifications'] as const)('%s', (kind) => {
  const whole = kind === 'deliveries' ? deliveries : notifications
  const path = `${admin}/${kind}`

  test('of the project: newest first, the same both ways in any steps (§4)', async () => {
    const ids = whole.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? 1 : -1)))
    expect(new Set(ids).size).toBe(ids.length)
    expect(await walk(emulator, `${path}?limit=173`)).toEqual(whole)
    const cursor = Buffer.from(JSON.stringify({ id: ids.at(-1) })).toString('base64url')
    expect(await walk(emulator, `${path}?limit=173`, 'before', cursor)).toEqual(whole.slice(0, -1))
  })

  test('of each person are those of the project', async () => {
    for (const user of people.slice(0, 60)) {
      const theirs = whole.filter((row) => row['recipient_id'] === user.id)
      expect(await walk(emulator, `${userPath(user.external_id)}/${kind}?limit=3`)).toEqual(theirs)
    }
  })

  test('one by one, from the project or its person, not from another', async () => {
    for (const row of whole.slice(0, 400).filter((_, at) => at % 40 === 0)) {
      const owner = personOf.get(String(row['recipient_id']))?.external_id ?? ''
      const { body } = await read(emulator, `${path}/${row.id}`)
      expect(body).toMatchObject(row)
      expect((await read(emulator, `${userPath(owner)}/${kind}/${row.id}`)).body).toEqual(body)
      const other = owner === 'cust-0107' ? 'cust-0042' : 'cust-0107'
      const stranger = await read(emulator, `${userPath(other)}/${kind}/${row.id}`)
      expect(stranger.body).toEqual(
        errorOf('not_found', 404, {
          resource: kind === 'deliveries' ? 'delivery' : 'notification',
          id: row.id,
        }),
      )
    }
  })

  test('unknown, or no UUID (§5)', async () => {
    expect((await read(emulator, `${path}/${nowhere}`)).status).toBe(404)
    expect((await read(emulator, `${path}/7`)).body).toEqual(
      errorOf('bad_request', 400, { reason: 'invalid_uuid', param: 'id' }),
    )
    expect((await read(emulator, `${userPath('nobody')}/${kind}`)).body).toEqual(
      errorOf('not_found', 404, { resource: 'user', id: 'nobody' }),
    )
    expect((await read(emulator, `${path}?limit=0`)).status).toBe(400)
  })

  test('filtered by topic, status and creation, both ways', async () => {
    const status = kind === 'deliveries' ? 'failed' : 'processed'
    const since = String(whole[Math.floor(whole.length / 2)]?.['created_at'])
    for (const [query, keep] of [
      ['topic=team', (row) => row['topic'] === 'team'],
      [`status=${status}`, (row) => row['status'] === status],
      ['topic=no-such-topic', () => false],
      ['status=no-such-status', () => false],
      [`created_after=${since}`, (row) => String(row['created_at']) >= since],
      [
        `created_before=${since}&topic=shipping`,
        (row) => String(row['created_at']) <= since && row['topic'] === 'shipping',
      ],
    ] as [string, (row: Rows['items'][number]) => boolean][]) {
      const wanted = whole.filter(keep)
      expect(await walk(emulator, `${path}?limit=20&${query}`)).toEqual(wanted)
      const cursor = Buffer.from(JSON.stringify({ id: nowhere })).toString('base64url')
      expect(await walk(emulator, `${path}?limit=20&${query}`, 'before', cursor)).toEqual(wanted)
    }
  })

  test('cost a page at ten million people, whatever the filter', async () => {
    const large = flowsWith({}, 10_000_000)
    for (const [query, full] of [
      ['limit=1000', true],
      ['limit=1000&created_before=2026-09-15T00:00:00Z', true],
      ['limit=100&topic=team', true],
      [`limit=100&status=${kind === 'deliveries' ? 'processing' : 'processed'}`, true],
      ['status=none', false],
      ['topic=none', false],
      ['created_before=2020-01-01T00:00:00Z', false],
    ] as const) {
      const { body } = await read<Rows>(large, `${path}?${query}`)
      expect(body.page.has_more_after).toBe(full)
      expect(body.items.length > 0).toBe(full)
    }
  })
})

test('some go to a webhook, which is nobody’s address', () => {
  const hooks = deliveries.filter((row) => row['channel_type'] === 'webhook')
  expect(hooks.length).toBeGreaterThan(20)
  for (const row of hooks) expect(row['seen_at']).toBeNull()
})

test('a page before the last match knows that nothing follows it', async () => {
  const team = deliveries.filter((row) => row['topic'] === 'team')
  const beyond = Buffer.from(JSON.stringify({ id: nowhere })).toString('base64url')
  const path = `${admin}/deliveries?limit=2&topic=team&before=`
  expect((await read<Rows>(emulator, path + beyond)).body.page).toMatchObject({
    after: null,
    has_more_after: false,
    has_more_before: true,
  })
  const last = Buffer.from(JSON.stringify({ id: team.at(-1)?.id })).toString('base64url')
  expect((await read<Rows>(emulator, path + last)).body.page.has_more_after).toBe(true)
})

test('deliveries by channel, and those of one notification', async () => {
  for (const channel of new Set(deliveries.map((row) => String(row['channel_id'])))) {
    const wanted = deliveries.filter((row) => row['channel_id'] === channel)
    expect(await walk(emulator, `${admin}/deliveries?limit=300&channel_id=${channel}`)).toEqual(
      wanted,
    )
  }
  const large = flowsWith({}, 10_000_000)
  expect(await walk(large, `${admin}/deliveries?channel_id=${nowhere}`)).toEqual([])
  expect((await read(emulator, `${admin}/deliveries?channel_id=ios`)).body).toEqual(
    errorOf('bad_request', 400, { reason: 'invalid_uuid', param: 'channel_id' }),
  )
  for (const { id } of notifications.slice(0, 50)) {
    const wanted = deliveries.filter((row) => row['notification_id'] === id)
    expect(await walk(emulator, `${admin}/notifications/${id}/deliveries`)).toEqual(wanted)
  }
  expect((await read(emulator, `${admin}/notifications/${nowhere}/deliveries`)).body).toEqual(
    errorOf('not_found', 404, { resource: 'notification', id: nowhere }),
  )
})

describe('a deleted user’s (§9)', () => {
  const before = deliveries.filter(
    (row) => row['recipient_id'] === '019cd366-1e78-7b4e-9a01-3c5d7e9f1a2b',
  )

  test('stay', async () => {
    const on = flowsWith()
    await write(on, 'DELETE', userPath('cust-0311'))
    expect(await walk(on, `${admin}/deliveries?limit=1000`)).toEqual(deliveries)
    expect((await read(on, `${userPath('cust-0311')}/deliveries`)).status).toBe(404)
    await write(on, 'PUT', userPath('cust-0311'), {})
    expect(await walk(on, `${userPath('cust-0311')}/deliveries`)).toEqual([])
  })

  test('or go, by the switch', async () => {
    const on = flowsWith({ deletedHistory: 'drop' })
    expect(before.length).toBeGreaterThan(0)
    await write(on, 'DELETE', userPath('cust-0311'))
    const rest = deliveries.filter((row) => !before.includes(row))
    expect(await walk(on, `${admin}/deliveries?limit=1000`)).toEqual(rest)
  })
})
