import { describe, expect, test } from 'vitest'
import { wireUser as napiWire } from '#src/platforms/notificationapi/wire.ts'
import { wireUser as flowsWire } from '#src/platforms/notiflows/wire.ts'
import { listRequest } from '#src/platforms/testing/deps.ts'
import { json, jsonText, type Step } from '#src/platforms/testing/scripted-fetch.ts'
import { notificationApi, notiflows } from '#src/platforms/testing/vendors.ts'

// What one odd record of a page may cost, on both platforms alike (checks B02, B04).

test('B02: a list left out, or null, is empty where the answer is a page otherwise', async () => {
  for (const users of [null, undefined]) {
    const napi = notificationApi.create([json({ users, hasMore: false })])
    expect((await napi.platform.listUsers(listRequest())).coverage.complete).toBe(true)
    const flows = notiflows.create([json({ items: users, page: { after: null } })])
    expect((await flows.platform.listUsers(listRequest())).coverage.complete).toBe(true)
  }
})

/** Every field that either platform knows, of a type that none of them has. */
const everyField = Object.fromEntries(
  [...Object.keys(napiWire.shape), ...Object.keys(flowsWire.shape)].map((name) => [name, [[7]]]),
)

const pageOf = (records: readonly unknown[]): Step =>
  json({ users: records, items: records, hasMore: false, page: { after: null } })

describe.each([
  { ...notificationApi, idField: 'id' },
  { ...notiflows, idField: 'external_id' },
])('$name', ({ create, idField }) => {
  const good = (i: number) => ({ [idField]: `u${i}`, email: `u${i}@a.test`, created: 1 })
  const read = async (...steps: readonly Step[]) =>
    create(steps).platform.listUsers(listRequest({ limit: 1000 }))

  test.each([
    ['no record', null, 0],
    ['a number', 7, 0],
    ['an array', [], 0],
    ['a text', 'x', 0],
    ['without an id', {}, 0],
    ['with an empty id', { [idField]: '' }, 0],
    ['with an id of another type', { [idField]: { a: 1 } }, 0],
    ['with every field wrong', { ...everyField, [idField]: 'odd' }, 1],
  ])('B02: one that is %s leaves the other 999 as they are', async (_what, odd, kept) => {
    const others = Array.from({ length: 999 }, (_, i) => good(i))
    const whole = await read(pageOf(others))
    const page = await read(pageOf([...others.slice(0, 500), odd, ...others.slice(500)]))
    expect(page.users.filter(({ id }) => id !== 'odd')).toEqual(whole.users)
    expect(page.users).toHaveLength(999 + kept)
    // Not dropped without a word.
    expect(page.warnings).toEqual(kept === 1 ? [] : [{ code: 'records-without-id', count: 1 }])
    expect(page.coverage.scanned).toBe(1000)
  })

  test('B04: of a field that stands there twice the last counts, and nobody is harmed', async () => {
    const record = `{"${idField}":"u1","email":"old@a.test","email":"new@a.test","x":1,"x":2}`
    const text = `{"users":[${record}],"items":[${record}],"hasMore":true,"hasMore":false,"page":{}}`
    const { users } = await read(jsonText(text))
    expect(users.map(({ id, email, attributes }) => [id, email, attributes])).toEqual([
      ['u1', 'new@a.test', { x: 2 }],
    ])
  })

  test('B04: whole numbers beyond 2^53 do no harm, and mark the id that one rounds', async () => {
    const record = `{"${idField}":9007199254740993,"big":9007199254740993}`
    const text = `{"users":[${record}],"items":[${record}],"hasMore":false,"page":{}}`
    const { users } = await read(jsonText(text))
    expect(users[0]?.malformed).toEqual([idField])
    expect(users[0]?.attributes).toMatchObject({ big: 9_007_199_254_740_992 })
  })
})
