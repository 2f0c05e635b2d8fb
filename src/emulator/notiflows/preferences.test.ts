import { describe, expect, test } from 'vitest'

import {
  admin,
  errorOf,
  flowsWith,
  read,
  userPath,
  walk,
  write,
} from '#src/emulator/testing/notiflows.ts'

const nowhere = '00000000-0000-4000-8000-000000000000'
const preferencesPath = (user: string) => `${userPath(user)}/preferences`
const param = (name: string, reason = 'invalid_param') =>
  errorOf('bad_request', 400, { reason, param: name })

describe('preferences (§2, §3, §9)', () => {
  const all = {
    chat: true,
    email: true,
    in_app: true,
    mobile_push: true,
    sms: true,
    web_push: true,
  }

  test('never set: all six types true, no notiflows; or nothing, by the switch', async () => {
    const { status, body } = await read(flowsWith(), preferencesPath('cust-0107'))
    expect(status).toBe(200)
    expect(body).toEqual({ channel_types: all, notiflows: {} })
    expect(
      (await read(flowsWith({ unsetPreferences: 'empty' }), preferencesPath('cust-0107'))).body,
    ).toEqual({
      channel_types: {},
      notiflows: {},
    })
  })

  test('of the fixtures who opted out (§12)', async () => {
    expect((await read(flowsWith(), preferencesPath('demo-no-email'))).body).toEqual({
      channel_types: { ...all, email: false },
      notiflows: {},
    })
    const { body } = await read(flowsWith(), preferencesPath('demo-one-flow-off'))
    expect(Object.values(Object(body['notiflows']))).toEqual([
      { enabled: false, name: 'Weekly digest' },
    ])
  })

  test('of made-up people: some opted out, most did not', async () => {
    const emulator = flowsWith()
    const people = await walk(emulator, `${admin}/users?limit=1000`)
    let opted = 0
    for (const user of people) {
      const { body } = await read(emulator, preferencesPath(String(user['external_id'])))
      if (JSON.stringify(body).includes('false')) opted += 1
    }
    expect(opted).toBeGreaterThan(15)
    expect(opted).toBeLessThan(90)
  })

  test('are laid over by PUT, part by part', async () => {
    const emulator = flowsWith()
    const [flow] = Object.keys(
      Object((await read(emulator, preferencesPath('demo-one-flow-off'))).body['notiflows']),
    )
    const put = (body: object) => write(emulator, 'PUT', preferencesPath('cust-0107'), body)
    await put({ channel_types: { sms: false } })
    await put({ channel_types: { chat: false }, notiflows: { [String(flow)]: { enabled: false } } })
    const answer = await put({
      notiflows: { [String(flow)]: { channel_types: { email: false }, name: 'ignored' } },
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      channel_types: { ...all, sms: false, chat: false },
      notiflows: {
        [String(flow)]: { enabled: false, channel_types: { email: false }, name: 'Weekly digest' },
      },
    })
    expect((await read(emulator, preferencesPath('cust-0107'))).body).toEqual(answer.body)
  })

  test.each([
    ['a word for a choice', { channel_types: { sms: 'no' } }, param('channel_types')],
    ['an unknown type', { channel_types: { fax: false } }, param('channel_types')],
    ['a list of types', { channel_types: [] }, param('channel_types')],
    [
      'a handle for an id',
      { notiflows: { 'weekly-digest': {} } },
      param('notiflows', 'invalid_uuid'),
    ],
    [
      'an unknown notiflow',
      { notiflows: { [nowhere]: {} } },
      errorOf('not_found', 404, { resource: 'notiflow', id: nowhere }),
    ],
    ['no JSON', '{', errorOf('bad_request', 400, { reason: 'invalid_json' })],
  ])('%s is refused, never with 422 (§5)', async (_, body, wanted) => {
    expect((await write(flowsWith(), 'PUT', preferencesPath('cust-0107'), body)).body).toEqual(
      wanted,
    )
  })

  test('of an unknown user: 404', async () => {
    const wanted = errorOf('not_found', 404, { resource: 'user', id: 'nobody' })
    expect((await read(flowsWith(), preferencesPath('nobody'))).body).toEqual(wanted)
    expect((await write(flowsWith(), 'PUT', preferencesPath('nobody'), {})).body).toEqual(wanted)
  })
})
