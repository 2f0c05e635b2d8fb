import { describe, expect, test } from 'vitest'

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

const topics = `${admin}/topics`
const people = `${topics}/team/subscriptions`

describe('GET /topics (§2, §3, §4)', () => {
  test('is a page of names and times, newest first, in any steps', async () => {
    const emulator = flowsWith()
    const whole = await walk(emulator, topics)
    expect(whole.length).toBeGreaterThan(2)
    for (const topic of whole) {
      expect(topic).toEqual({ name: expect.any(String), created_at: expect.stringMatching(/Z$/) })
    }
    const times = whole.map((topic) => String(topic['created_at']))
    expect(times).toEqual(times.toSorted((a, b) => b.localeCompare(a)))
    expect(await walk(emulator, `${topics}?limit=2`)).toEqual(whole)
  })

  test('by name, 404 for one unknown', async () => {
    const emulator = flowsWith()
    expect((await read(emulator, `${topics}/team`)).body).toMatchObject({ name: 'team' })
    const wanted = errorOf('not_found', 404, { resource: 'topic', id: 'none' })
    for (const path of [`${topics}/none`, `${topics}/none/subscriptions`]) {
      expect((await read(emulator, path)).body).toEqual(wanted)
    }
    expect((await write(emulator, 'DELETE', `${topics}/none`)).body).toEqual(wanted)
  })

  test('a topic deleted is gone with its subscriptions, also when made anew', async () => {
    const emulator = flowsWith()
    expect(await write(emulator, 'DELETE', `${topics}/team`)).toMatchObject({ status: 204 })
    expect((await read(emulator, `${topics}/team`)).status).toBe(404)
    const [topic] = await walk(emulator, topics)
    expect(topic?.['name']).not.toBe('team')
    await write(emulator, 'POST', people, { user_external_ids: ['cust-0107'] })
    expect(await walk(emulator, people)).toHaveLength(1)
  })
})

describe('subscribers of a topic (§2)', () => {
  test('are paged both ways, newest first, filtered by creation', async () => {
    const emulator = flowsWith()
    const whole = await walk(emulator, `${people}?limit=1000`)
    expect(whole.length).toBeGreaterThan(20)
    const ids = whole.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? 1 : -1)))
    expect(new Set(whole.map((row) => row['user_id'])).size).toBe(whole.length)
    expect(await walk(emulator, `${people}?limit=7`)).toEqual(whole)
    const cursor = Buffer.from(JSON.stringify({ id: ids.at(-1) })).toString('base64url')
    expect(await walk(emulator, `${people}?limit=7`, 'before', cursor)).toEqual(whole.slice(0, -1))
    const since = String(whole[9]?.['created_at'])
    expect(await walk(emulator, `${people}?limit=4&created_after=${since}`)).toEqual(
      whole.slice(0, 10),
    )
  })

  test('cost a page at ten million people, too', async () => {
    const emulator = flowsWith({}, 10_000_000)
    const { body } = await read<Rows>(emulator, `${people}?limit=1000`)
    expect(body.items).toHaveLength(1000)
    const last = body.items.at(-1)
    const deep = `${people}?limit=1000&created_before=2024-06-01T00:00:00Z`
    const page = await read<Rows>(emulator, deep)
    expect(page.body.items).toHaveLength(1000)
    expect(page.body.items).not.toContainEqual(last)
  })
})

const ids = (...list: unknown[]) => ({ user_external_ids: list })

describe('many at once (§2)', () => {
  test('all well: 200, or 201 by the switch, there already or not', async () => {
    const emulator = flowsWith()
    const answer = await write(
      emulator,
      'POST',
      `${topics}/new/subscriptions`,
      ids('cust-0107', 'cust-0042'),
    )
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      successful: [{ topic_name: 'new' }, { topic_name: 'new' }],
      failed: [],
    })
    expect(await walk(emulator, `${topics}/new/subscriptions`)).toHaveLength(2)
    const other = flowsWith({ bulkStatus: '201' })
    expect((await write(other, 'POST', people, ids('cust-0107'))).status).toBe(201)
  })

  test('some failed: 207, each with its reason', async () => {
    const emulator = flowsWith()
    const answer = await write(emulator, 'POST', people, ids('cust-0107', 'nobody'))
    expect(answer.status).toBe(207)
    expect(answer.body).toEqual({
      successful: [expect.objectContaining({ topic_name: 'team' })],
      failed: [{ external_id: 'nobody', reason: expect.any(String) }],
    })
    expect((await read(emulator, userPath('nobody'))).status).toBe(404)
  })

  test('unsubscribing likewise', async () => {
    const emulator = flowsWith()
    await write(emulator, 'POST', people, ids('cust-0107'))
    const answer = await write(emulator, 'DELETE', people, ids('cust-0107', 'cust-0042'))
    expect(answer.status).toBe(207)
    expect(answer.body).toMatchObject({
      successful: [{ topic_name: 'team' }],
      failed: [{ external_id: 'cust-0042' }],
    })
    expect((await read(emulator, `${userPath('cust-0107')}/subscriptions/team`)).status).toBe(404)
  })

  test.each([
    ['nothing', {}],
    ['nobody', ids()],
    ['a number', ids('a', 7)],
    ['a word', { user_external_ids: 'a' }],
  ])('%s: 400, as 422 is not among their errors (§5)', async (_, body) => {
    const wanted = errorOf('bad_request', 400, {
      reason: 'invalid_param',
      param: 'user_external_ids',
    })
    expect((await write(flowsWith(), 'POST', people, body)).body).toEqual(wanted)
  })
})
