import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import type { NotiflowsSwitches } from '#src/emulator/switches.ts'
import { emulatorOf, get, notiflowsKeys, now, walkNotiflows } from '#src/emulator/testing/call.ts'
import { pathsOf } from '#src/emulator/testing/paths.ts'

// Written from the contract's §3, strict: a field it does not name fails.
const text = z.string().min(1)
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const userSchema = z.strictObject({
  id: z.uuid({ version: 'v7' }),
  external_id: text,
  email: z.email().nullable(),
  first_name: text.nullable(),
  last_name: text.nullable(),
  phone: text.nullable(),
  avatar: z.url({ protocol: /^https$/ }).nullable(),
  locale: text.nullable(),
  timezone: text.nullable(),
  custom_fields: z.record(z.string(), z.json()).nullable(),
  created_at: instant,
  updated_at: instant,
})

const everybody = walkNotiflows(emulatorOf({ users: 3000 })).then((pages) =>
  z.array(userSchema).parse(pages.flatMap((page) => page.items)),
)
const people = async () => everybody
const generated = async () =>
  (await people()).filter((user) => !/^(demo|cust|lena)/.test(user.external_id))

test('every user is as the schema says, every field filled for some and null for others', async () => {
  const all = await generated()
  for (const field of [
    'email',
    'first_name',
    'last_name',
    'phone',
    'avatar',
    'locale',
    'timezone',
    'custom_fields',
  ] as const) {
    const filled = all.filter((user) => user[field] !== null).length
    expect(`${field} ${filled > all.length / 4}`).toBe(`${field} true`)
    expect(`${field} ${filled < all.length}`).toBe(`${field} true`)
  }
})

test('custom fields come empty, flat, nested and in lists', async () => {
  const fields = (await generated()).map((user) => user.custom_fields)
  expect(fields).toContainEqual({})
  expect(fields).toContain(null)
  const paths = new Set(fields.flatMap((found) => Array.from(pathsOf(found))))
  for (const path of ['plan', 'seats', 'newsletter', 'address.city', 'tags[]', 'renews_on']) {
    expect(paths).toContain(path)
  }
})

describe('people are plausible', () => {
  test('nobody was changed before they came, or in the future', async () => {
    for (const { created_at: created, updated_at: updated } of await people()) {
      expect(updated >= created).toBe(true)
      expect(Date.parse(updated)).toBeLessThanOrEqual(now)
    }
  })

  test('some were never changed, some never filled in by the application (§8)', async () => {
    const all = await generated()
    const untouched = all.filter((user) => user.created_at === user.updated_at).length
    expect(untouched).toBeGreaterThan(all.length / 4)
    expect(untouched).toBeLessThan(all.length / 2)
    const bare = all.filter((user) => Object.values(user).filter(Boolean).length === 4)
    expect(bare.length / all.length).toBeGreaterThan(0.01)
    expect(bare.length / all.length).toBeLessThan(0.04)
  })

  test('they came over three years, nine in a hundred in the last thirty days', async () => {
    const ages = (await generated()).map((user) => (now - Date.parse(user.created_at)) / 86_400_000)
    const recent = ages.filter((age) => age <= 30).length / ages.length
    expect(recent).toBeGreaterThan(0.085)
    expect(recent).toBeLessThan(0.095)
    expect(Math.min(...ages)).toBeLessThan(0.5)
    expect(Math.max(...ages)).toBeGreaterThan(1000)
    expect(Math.max(...ages)).toBeLessThanOrEqual(1096)
  })

  test('external ids look like an application’s, in more than one form', async () => {
    const ids = (await generated()).map((user) => user.external_id)
    expect(ids.every((id) => /^(C-[2-9A-Z]{4}-[2-9A-Z]{4}|shop_\d+)$/.test(id))).toBe(true)
    expect(ids.filter((id) => id.startsWith('shop_')).length).toBeGreaterThan(ids.length / 20)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('a person is the same in every instance, listed or asked for', async () => {
  const [one, two] = [emulatorOf({ users: 900 }), emulatorOf({ users: 900 })]
  const listed = (await walkNotiflows(one)).flatMap((page) => page.items)
  for (const user of listed.filter((_, at) => at % 17 === 0)) {
    const path = `/notiflows/admin/users/${encodeURIComponent(user.external_id)}`
    expect((await get(two, path, notiflowsKeys)).body).toEqual(user)
  }
})

test('only external ids resolve (§9)', async () => {
  const emulator = emulatorOf()
  for (const id of ['019cd366-1e78-7b4e-9a01-3c5d7e9f1a2b', 'nobody', 'C-AAAA-AAAA']) {
    const { status, body } = await get(emulator, `/notiflows/admin/users/${id}`, notiflowsKeys)
    expect(status).toBe(404)
    expect(body).toMatchObject({ error: { code: 'not_found', details: { resource: 'user', id } } })
  }
})

const emulatorWith = (notiflows: Partial<NotiflowsSwitches>) =>
  emulatorOf({ switches: { notiflows } })

describe('switches', () => {
  const path = '/notiflows/admin/users'

  test('a limit out of range can be clamped, one that is no number cannot (§4)', async () => {
    const emulator = emulatorWith({ overMaxLimit: 'clamp', lowLimit: 'clamp' })
    const limitOf = async (limit: string) =>
      (await get(emulator, `${path}?limit=${limit}`, notiflowsKeys)).body
    expect(await limitOf('5000')).toMatchObject({ page: { limit: 1000 } })
    expect(await limitOf('0')).toMatchObject({ page: { limit: 1 } })
    expect(await limitOf('-7')).toMatchObject({ page: { limit: 1 } })
    expect(await limitOf('many')).toMatchObject({ error: { details: { param: 'limit' } } })
  })

  test('unset fields can be left out instead of null (§9)', async () => {
    const only = `${path}/demo-only-ids`
    const nulls = await get<object>(emulatorOf(), only, notiflowsKeys)
    expect(Object.keys(nulls.body)).toHaveLength(12)
    const { body } = await get<object>(emulatorWith({ unset: 'omitted' }), only, notiflowsKeys)
    expect(Object.keys(body).toSorted()).toEqual(['created_at', 'external_id', 'id', 'updated_at'])
  })

  test('every second request can fail with 500 (§5)', async () => {
    const emulator = emulatorWith({ failEvery: 2 })
    expect((await get(emulator, path, notiflowsKeys)).status).toBe(200)
    const failed = await get(emulator, path, notiflowsKeys)
    expect(failed.status).toBe(500)
    expect(failed.body).toMatchObject({ error: { code: 'internal_error', details: {} } })
  })
})
