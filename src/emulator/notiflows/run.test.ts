import { describe, expect, test } from 'vitest'

import { call, notiflowsKeys, type NotiflowsPage } from '#src/emulator/testing/call.ts'
import { accountToken } from '#src/emulator/testing/environments.ts'
import {
  admin,
  errorOf,
  fieldErrors,
  flowsWith,
  read,
  userPath,
  walk,
  write,
  type FlowsEmulator,
} from '#src/emulator/testing/notiflows.ts'

const run = (emulator: FlowsEmulator, body: unknown, flow = 'order-confirmation') =>
  write(emulator, 'POST', `${admin}/notiflows/${flow}/run`, body)
const sentTo = async (emulator: FlowsEmulator, user: string) => ({
  notifications: await walk(emulator, `${userPath(user)}/notifications`),
  deliveries: await walk(emulator, `${userPath(user)}/deliveries`),
})

describe('running a notiflow (§2)', () => {
  test('notifies its recipients and creates those nobody knew', async () => {
    const emulator = flowsWith()
    const body = { recipients: ['cust-0107', 'typo-0107'], data: { order: 7 }, actor: 'cust-0042' }
    const answer = await run(emulator, body)
    expect(answer).toMatchObject({ status: 200, body: { notiflow_run_id: expect.any(String) } })

    const created = (await read(emulator, userPath('typo-0107'))).body
    expect(created).toMatchObject({ email: null, first_name: null, custom_fields: null })
    const { body: list } = await read<NotiflowsPage>(emulator, `${admin}/users?limit=1`)
    expect(list.items).toEqual([created])

    const known = await sentTo(emulator, 'cust-0107')
    const actor = (await read(emulator, userPath('cust-0042'))).body
    expect(known.notifications[0]).toMatchObject({
      notiflow_run_id: Object(answer.body).notiflow_run_id,
      actor_id: actor.id,
      data: { order: 7 },
      topic: null,
      status: 'processed',
    })
    expect(known.deliveries[0]).toMatchObject({
      notification_id: known.notifications[0]?.id,
      channel_type: 'email',
      status: 'sent',
    })
    const fresh = await sentTo(emulator, 'typo-0107')
    expect(fresh.notifications).toHaveLength(1)
    expect(fresh.deliveries).toEqual([])
    const { body: newest } = await read<NotiflowsPage>(emulator, `${admin}/notifications?limit=2`)
    expect(newest.items).toEqual([fresh.notifications[0], known.notifications[0]])
  })

  test('follows what was written: addresses, devices, opt-outs', async () => {
    const emulator = flowsWith()
    const settings = {
      channel_id: '5b0c6d1e-2f3a-4b5c-8d6e-7f8091a2b3c4',
      settings: { device_tokens: ['aa'] },
    }
    await write(emulator, 'PUT', userPath('ada'), {
      email: 'ada@orchard.test',
      channel_settings: [settings],
    })
    await run(emulator, { recipients: ['ada'] })
    const types = async () =>
      (await sentTo(emulator, 'ada')).deliveries.map((row) => row['channel_type'])
    expect(await types()).toEqual(['mobile_push', 'email'])
    await write(emulator, 'PUT', `${userPath('ada')}/preferences`, {
      channel_types: { email: false },
    })
    await run(emulator, { recipients: [{ external_id: 'ada' }] })
    expect(await types()).toEqual(['mobile_push', 'mobile_push', 'email'])
  })

  test('by id, and aimed at a topic', async () => {
    const emulator = flowsWith()
    const { body } = await read<{ items: { id: string; handle: string }[] }>(
      emulator,
      '/notiflows/management/v1/notiflows',
      accountToken,
    )
    const flow = body.items.find(({ handle }) => handle === 'team-mention')
    await write(emulator, 'POST', `${admin}/topics/crew/subscriptions`, {
      user_external_ids: ['cust-0107', 'cust-0042'],
    })
    expect((await run(emulator, { topic: 'crew' }, flow?.id)).status).toBe(200)
    const found = await walk(emulator, `${admin}/notifications?topic=crew`)
    expect(found).toHaveLength(2)
    expect(found.map((row) => row['notiflow_id'])).toEqual([flow?.id, flow?.id])
  })

  test.each([
    ['nobody', {}, [['recipients', 'required']]],
    ['both kinds of recipients', { recipients: ['a'], topic: 'team' }, [['topic', 'exclusive']]],
    ['an empty list', { recipients: [] }, [['recipients', 'format']]],
    ['a number', { recipients: ['a', 7] }, [['recipients', 'format']]],
    ['data that is none', { recipients: ['a'], data: [] }, [['data', 'type']]],
    ['an actor that is none', { recipients: ['a'], actor: 7 }, [['actor', 'type']]],
  ] as const)('%s: 422', async (_, body, fields) => {
    const emulator = flowsWith()
    expect((await run(emulator, body)).body).toEqual(fieldErrors(...fields))
    expect((await read(emulator, userPath('a'))).status).toBe(404)
  })

  test('unknown notiflow or topic: 404; one that is a draft: 409', async () => {
    const emulator = flowsWith()
    expect((await run(emulator, { recipients: ['a'] }, 'none')).body).toEqual(
      errorOf('not_found', 404, { resource: 'notiflow', id: 'none' }),
    )
    expect((await run(emulator, { topic: 'none' })).body).toEqual(
      errorOf('not_found', 404, { resource: 'topic', id: 'none' }),
    )
    expect((await run(emulator, { recipients: ['a'] }, 'spring-campaign')).body).toEqual(
      errorOf('conflict', 409, {
        current_status: 'draft',
        allowed_statuses: ['active'],
        allowed_transitions: ['active', 'archived'],
      }),
    )
  })

  test('another status, by the switch', async () => {
    expect((await run(flowsWith({ runStatus: '202' }), { recipients: ['cust-0107'] })).status).toBe(
      202,
    )
  })
})

const again = (emulator: FlowsEmulator, user: string) =>
  call(
    emulator,
    'POST',
    `${admin}/notiflows/order-confirmation/run`,
    { ...notiflowsKeys, 'idempotency-key': 'k1' },
    { recipients: [user] },
  )

describe('Idempotency-Key (§6)', () => {
  test('is ignored', async () => {
    const emulator = flowsWith()
    const first = await again(emulator, 'cust-0107')
    expect((await again(emulator, 'cust-0107')).body).not.toEqual(first.body)
  })

  test('is honoured by the switch, and 409 for another body', async () => {
    const emulator = flowsWith({ idempotencyKeys: true })
    const first = await again(emulator, 'cust-0107')
    const count = (await sentTo(emulator, 'cust-0107')).notifications.length
    expect((await again(emulator, 'cust-0107')).body).toEqual(first.body)
    expect((await sentTo(emulator, 'cust-0107')).notifications).toHaveLength(count)
    expect((await again(emulator, 'cust-0042')).body).toEqual(
      errorOf('conflict', 409, { idempotency_key: 'k1' }),
    )
  })
})
