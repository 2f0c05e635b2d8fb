import { describe, expect, test } from 'vitest'

import { notiflowsKeys, type NotiflowsPage } from '#src/emulator/testing/call.ts'
import {
  admin,
  errorOf,
  fieldErrors,
  flowsWith,
  read,
  userPath,
  walk,
  write,
} from '#src/emulator/testing/notiflows.ts'

const full = {
  email: 'ada@orchard.test',
  first_name: 'Ada',
  last_name: 'Braga',
  phone: '+351912345678',
  avatar: 'https://avatars.example/ada.png',
  locale: 'pt-PT',
  timezone: 'Europe/Lisbon',
  custom_fields: { plan: 'premium', address: { city: 'Porto', country: 'PT' } },
}
const time = '2026-11-22T18:00:00Z'

describe('PUT /users/{ext} creates (§2)', () => {
  test('with 201, first in the list, its id a UUIDv7 of the moment', async () => {
    const emulator = flowsWith()
    const answer = await write(emulator, 'PUT', userPath('ada / 100%'), full)
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({
      id: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      external_id: 'ada / 100%',
      ...full,
      created_at: time,
      updated_at: time,
    })
    const { body } = await read<NotiflowsPage>(emulator, `${admin}/users?limit=1`)
    expect(body.items).toEqual([answer.body])
    expect((await read(emulator, userPath('ada / 100%'))).body).toEqual(answer.body)
    expect(await walk(emulator, `${admin}/users?limit=1000`)).toHaveLength(301)
  })

  test('the newest always first, on a clock that stands still too', async () => {
    const emulator = flowsWith()
    const ids = ['c', 'a', 'f', 'b', 'h', 'd', 'g', 'e']
    for (const id of ids) await write(emulator, 'PUT', userPath(id), {})
    const { body } = await read<NotiflowsPage>(emulator, `${admin}/users?limit=8`)
    expect(body.items.map((user) => user.external_id)).toEqual(ids.toReversed())
    const internal = body.items.map(({ id }) => id)
    expect(internal).toEqual(internal.toSorted().toReversed())
  })

  test('leaves what is not given null', async () => {
    const { body } = await write(flowsWith(), 'PUT', userPath('bare'), {})
    expect(body).toMatchObject({ email: null, phone: null, custom_fields: null })
  })

  test('is not seen by an after walk that has begun (§4)', async () => {
    const emulator = flowsWith()
    const whole = await walk(emulator, `${admin}/users?limit=1000`)
    const first = await read<NotiflowsPage>(emulator, `${admin}/users?limit=100`)
    await write(emulator, 'PUT', userPath('late'), {})
    const rest = await walk(emulator, `${admin}/users?limit=100`, 'after', first.body.page.after)
    expect([...first.body.items, ...rest]).toEqual(whole)
  })

  test('on both paths alike', async () => {
    const emulator = flowsWith()
    await write(emulator, 'PUT', '/notiflows/admin/v1/users/ada', full)
    expect((await read(emulator, userPath('ada'))).body).toMatchObject(full)
  })
})

describe('PUT /users/{ext} changes (§2, §9)', () => {
  test('with 200: given fields replace, absent ones stay, null clears, updated_at moves', async () => {
    const emulator = flowsWith()
    const before = (await read(emulator, userPath('cust-0107'))).body
    const change = { email: 'ines.new@orchard.test', phone: null }
    const answer = await write(emulator, 'PUT', userPath('cust-0107'), change)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ ...before, ...change, updated_at: time })
    expect((await read(emulator, userPath('cust-0107'))).body).toEqual(answer.body)
    expect(await walk(emulator, `${admin}/users?limit=1000`)).toHaveLength(300)
  })

  test('a generated person where they stand', async () => {
    const emulator = flowsWith()
    const whole = await walk(emulator, `${admin}/users?limit=1000`)
    const at = whole.findIndex((user) => String(user['external_id']).startsWith('C-'))
    const id = String(whole[at]?.['external_id'])
    const { body } = await write(emulator, 'PUT', userPath(id), { first_name: 'Changed' })
    expect(await walk(emulator, `${admin}/users?limit=1000`)).toEqual(whole.with(at, Object(body)))
  })

  test('custom fields merge deeply, and a key set to null goes', async () => {
    const emulator = flowsWith()
    await write(emulator, 'PUT', userPath('ada'), full)
    const text = '{"custom_fields":{"plan":null,"address":{"city":"Faro"},"__proto__":{"x":1}}}'
    await write(emulator, 'PUT', userPath('ada'), text)
    const { body } = await read(emulator, userPath('ada'))
    expect(JSON.stringify(body['custom_fields'])).toBe(
      '{"address":{"city":"Faro","country":"PT"},"__proto__":{"x":1}}',
    )
    await write(emulator, 'PUT', userPath('ada'), { custom_fields: null })
    expect((await read(emulator, userPath('ada'))).body['custom_fields']).toBe(null)
  })

  test('null is as good as absent, by the switch', async () => {
    const emulator = flowsWith({ nullWrites: 'ignore' })
    const { body } = await write(emulator, 'PUT', userPath('cust-0107'), { phone: null })
    expect(body).toMatchObject({ phone: '+351210000042' })
  })
})

describe('PUT /users/{ext} refuses (§5, §9)', () => {
  test.each([
    ['a bad phone', { phone: '12' }, [['phone', 'format']]],
    ['a phone without +', { phone: '351912345678' }, [['phone', 'format']]],
    ['a bad email', { email: 'ada' }, [['email', 'format']]],
    ['an avatar that is no web address', { avatar: 'ftp://a.example/x' }, [['avatar', 'format']]],
    ['a zone that is none', { timezone: 'Central European Time' }, [['timezone', 'format']]],
    ['an offset for a zone', { timezone: '+01:00' }, [['timezone', 'format']]],
    ['a number for a name', { first_name: 7 }, [['first_name', 'type']]],
    ['a list of custom fields', { custom_fields: [] }, [['custom_fields', 'type']]],
    ['another external id', { external_id: 'other' }, [['external_id', 'mismatch']]],
    [
      'several at once',
      { phone: '12', email: '' },
      [
        ['email', 'format'],
        ['phone', 'format'],
      ],
    ],
    [
      'an unknown channel',
      { channel_settings: [{ channel_id: 'x', settings: {} }] },
      [['channel_settings.0.channel_id', 'not_found']],
    ],
    ['settings that are no list', { channel_settings: {} }, [['channel_settings', 'type']]],
  ] as const)('%s: 422 with the field, nothing written', async (_, body, fields) => {
    const emulator = flowsWith()
    const answer = await write(emulator, 'PUT', userPath('cust-0500'), body)
    expect(answer.status).toBe(422)
    expect(answer.body).toEqual(fieldErrors(...fields))
    expect((await read(emulator, userPath('cust-0500'))).status).toBe(404)
  })

  test.each([
    ['no JSON', '{'],
    ['a list', []],
    ['nothing', ''],
  ])('%s: 400', async (_, body) => {
    const answer = await write(flowsWith(), 'PUT', userPath('ada'), body)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual(errorOf('bad_request', 400, { reason: 'invalid_json' }))
  })

  test('less, by the switches', async () => {
    const emulator = flowsWith({ badFields: 'accept', otherBodyExternalId: 'ignore' })
    const body = { phone: '12', external_id: 'other' }
    const answer = await write(emulator, 'PUT', userPath('ada'), body)
    expect(answer.body).toMatchObject({ phone: '12', external_id: 'ada' })
  })

  test('writes of a key that may only read, by the switch: 403', async () => {
    const emulator = flowsWith({ readOnlyKeys: true })
    const answer = await write(emulator, 'PUT', userPath('ada'), {})
    expect(answer.body).toEqual(errorOf('forbidden', 403, { required_scope: 'write' }))
    expect((await read(emulator, userPath('cust-0107'))).status).toBe(200)
  })

  test('those without keys: 401', async () => {
    for (const method of ['PUT', 'DELETE'] as const) {
      const answer = await write(flowsWith(), method, userPath('ada'), {}, {})
      expect(answer.body).toEqual(errorOf('unauthenticated', 401, { auth: 'api_key' }))
    }
  })
})

describe('DELETE /users/{ext} (§9)', () => {
  test('204, gone at once, and 404 the second time', async () => {
    const emulator = flowsWith()
    const whole = await walk(emulator, `${admin}/users?limit=1000`)
    const generated = String(
      whole.find((user) => String(user['external_id']).startsWith('C-'))?.['external_id'],
    )
    for (const id of ['cust-0107', generated]) {
      const answer = await write(emulator, 'DELETE', userPath(id))
      expect(answer).toMatchObject({ status: 204, body: null })
      expect((await read(emulator, userPath(id))).body).toEqual(
        errorOf('not_found', 404, { resource: 'user', id }),
      )
      const again = await write(emulator, 'DELETE', userPath(id))
      expect(again.body).toEqual(errorOf('not_found', 404, { resource: 'user', id }))
    }
    expect(await walk(emulator, `${admin}/users?limit=1000`)).toEqual(
      whole.filter((user) => ![generated, 'cust-0107'].includes(String(user['external_id']))),
    )
  })

  test('204 for somebody unknown, by the switch', async () => {
    const answer = await write(flowsWith({ deleteUnknown: '204' }), 'DELETE', userPath('nobody'))
    expect(answer.status).toBe(204)
  })

  test('a cursor whose user is gone still works (§4)', async () => {
    const emulator = flowsWith()
    const whole = await walk(emulator, `${admin}/users?limit=1000`)
    const { body } = await read<NotiflowsPage>(emulator, `${admin}/users?limit=5`)
    await write(emulator, 'DELETE', userPath(body.items[4]?.external_id ?? ''))
    const next = `${admin}/users?limit=5&after=${body.page.after}`
    expect((await read<NotiflowsPage>(emulator, next)).body.items).toEqual(whole.slice(5, 10))
  })

  test('somebody who comes back is a new user, the newest', async () => {
    const emulator = flowsWith()
    const before = (await read(emulator, userPath('cust-0107'))).body
    await write(emulator, 'DELETE', userPath('cust-0107'))
    const answer = await write(emulator, 'PUT', userPath('cust-0107'), {})
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ email: null, created_at: time })
    expect(Object(answer.body).id).not.toBe(before.id)
    const { body } = await read<NotiflowsPage>(emulator, `${admin}/users?limit=1`)
    expect(body.items).toEqual([answer.body])
  })
})

test('internal ids do not resolve, unless the switch says so (§9)', async () => {
  const { id } = (await read(flowsWith(), userPath('cust-0107'))).body
  expect((await read(flowsWith(), userPath(id))).status).toBe(404)
  const found = await read(flowsWith({ internalIdsResolve: true }), userPath(id), notiflowsKeys)
  expect(found.body).toMatchObject({ external_id: 'cust-0107' })
})
