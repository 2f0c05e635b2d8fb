import { describe, expect, test } from 'vitest'

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

const time = '2026-11-22T18:00:00Z'
const subscriptionPath = (user: string, topic = '') =>
  `${userPath(user)}/subscriptions${topic === '' ? '' : `/${encodeURIComponent(topic)}`}`

const subscribe = (emulator: FlowsEmulator, user: string, topic: string) =>
  write(emulator, 'POST', subscriptionPath(user), { topic_name: topic })

describe('subscriptions of a user (§2)', () => {
  test('begin with 201, 200 when there already, and make the topic', async () => {
    const emulator = flowsWith()
    const answer = await subscribe(emulator, 'cust-0107', 'a / b')
    expect(answer.status).toBe(201)
    const user = (await read(emulator, userPath('cust-0107'))).body
    expect(answer.body).toEqual({
      id: expect.any(String),
      topic_name: 'a / b',
      user_id: user.id,
      created_at: time,
    })
    const again = await subscribe(emulator, 'cust-0107', 'a / b')
    expect(again).toMatchObject({ status: 200, body: answer.body })
    expect((await read(emulator, subscriptionPath('cust-0107', 'a / b'))).body).toEqual(answer.body)
    expect(await walk(emulator, subscriptionPath('cust-0107'))).toEqual([answer.body])
    const topic = `${admin}/topics/${encodeURIComponent('a / b')}`
    expect((await read(emulator, topic)).body).toEqual({ name: 'a / b', created_at: time })
  })

  test('end with 204, and 404 when there were none', async () => {
    const emulator = flowsWith()
    await subscribe(emulator, 'cust-0107', 'team')
    const ended = await write(emulator, 'DELETE', subscriptionPath('cust-0107', 'team'))
    expect(ended).toMatchObject({ status: 204, body: null })
    const wanted = errorOf('not_found', 404, { resource: 'subscription', id: 'team' })
    expect((await write(emulator, 'DELETE', subscriptionPath('cust-0107', 'team'))).body).toEqual(
      wanted,
    )
    expect((await read(emulator, subscriptionPath('cust-0107', 'team'))).body).toEqual(wanted)
  })

  test.each([
    ['no topic', {}, 'required'],
    ['an empty one', { topic_name: '' }, 'required'],
    ['a number', { topic_name: 7 }, 'type'],
  ])('%s: 422', async (_, body, reason) => {
    const answer = await write(flowsWith(), 'POST', subscriptionPath('cust-0107'), body)
    expect(answer.body).toEqual(fieldErrors(['topic_name', reason]))
  })

  test('of made-up people are paged like any list, and those of the topic', async () => {
    const emulator = flowsWith()
    const people = await walk(emulator, `${admin}/users?limit=1000`)
    for (const user of people.slice(0, 40)) {
      const external = String(user['external_id'])
      const whole = await walk(emulator, subscriptionPath(external))
      expect(await walk(emulator, `${subscriptionPath(external)}?limit=1`)).toEqual(whole)
      for (const subscription of whole) {
        const topic = String(subscription['topic_name'])
        expect((await read(emulator, subscriptionPath(external, topic))).body).toEqual(subscription)
        const all = await walk(emulator, `${admin}/topics/${topic}/subscriptions?limit=1000`)
        expect(all).toContainEqual(subscription)
      }
    }
  })

  test('go with their user', async () => {
    const emulator = flowsWith()
    const list = `${admin}/topics/team/subscriptions?limit=1000`
    const [first] = await walk(emulator, list)
    const people = await walk(emulator, `${admin}/users?limit=1000`)
    const user = people.find(({ id }) => id === first?.['user_id'])
    await write(emulator, 'DELETE', userPath(String(user?.['external_id'])))
    expect(await walk(emulator, list)).not.toContainEqual(first)
  })
})
