import { expect, test } from 'vitest'

import { emulatorOf, get, notiflowsKeys, type NotiflowsPage } from '#src/emulator/testing/call.ts'

// The worked examples of Notiflows' contract, §10, over the three people they show.
const orchard = () => emulatorOf({ users: 3 })
const users = '/notiflows/admin/users'

const rui = {
  id: '019cd366-1e78-7b4e-9a01-3c5d7e9f1a2b',
  external_id: 'cust-0311',
  email: 'rui@orchard.test',
  first_name: 'Rui',
  last_name: null,
  phone: null,
  avatar: null,
  locale: 'pt-PT',
  timezone: 'Europe/Lisbon',
  custom_fields: { tier: 'gold' },
  created_at: '2026-03-09T16:20:11Z',
  updated_at: '2026-03-09T16:20:11Z',
}
const ines = {
  id: '019cad94-dc20-71d3-8f22-aa10bb20cc30',
  external_id: 'cust-0107',
  email: 'ines@orchard.test',
  first_name: 'Ines',
  last_name: 'Prado',
  phone: '+351210000042',
  avatar: null,
  locale: null,
  timezone: null,
  custom_fields: {},
  created_at: '2026-03-02T08:05:40Z',
  updated_at: '2026-03-10T11:00:00Z',
}
const afterInes = 'eyJpZCI6IjAxOWNhZDk0LWRjMjAtNzFkMy04ZjIyLWFhMTBiYjIwY2MzMCJ9'
const beforeLast = 'eyJpZCI6IjAxOWJkMzhkLTFjMTgtN2MxMS1iM2E0LTBkMWUyZjNhNGI1YyJ9'

test('the first page is the one of the example', async () => {
  const { status, body } = await get(orchard(), `${users}?limit=2`, notiflowsKeys)
  expect(status).toBe(200)
  expect(body).toEqual({
    items: [rui, ines],
    page: {
      limit: 2,
      after: afterInes,
      before: null,
      has_more_after: true,
      has_more_before: false,
    },
  })
})

test('the second page is the one of the example', async () => {
  const { body } = await get(orchard(), `${users}?limit=2&after=${afterInes}`, notiflowsKeys)
  expect(body).toEqual({
    items: [
      expect.objectContaining({
        id: '019bd38d-1c18-7c11-b3a4-0d1e2f3a4b5c',
        external_id: 'cust-0042',
        created_at: '2026-01-18T23:59:59Z',
      }),
    ],
    page: {
      limit: 2,
      after: null,
      before: beforeLast,
      has_more_after: false,
      has_more_before: true,
    },
  })
})

test('the page before it is the one of the example', async () => {
  const { body } = await get<NotiflowsPage>(
    orchard(),
    `${users}?limit=2&before=${beforeLast}`,
    notiflowsKeys,
  )
  expect(body.items).toEqual([rui, ines])
  expect(body.page).toMatchObject({ has_more_after: true, has_more_before: false })
})

test('the filter of the example includes its end', async () => {
  const { body } = await get<NotiflowsPage>(
    orchard(),
    `${users}?created_before=2026-01-18T23%3A59%3A59Z`,
    notiflowsKeys,
  )
  expect(body.items.map((user) => user.external_id)).toEqual(['cust-0042'])
})

test('the errors are those of the examples, request ids included', async () => {
  const emulator = emulatorOf({ users: 3, switches: { notiflows: { refuseEvery: 4 } } })
  const unknown = await get(emulator, `${users}/cust-9999`, notiflowsKeys)
  expect(unknown.status).toBe(404)
  expect(unknown.body).toEqual({
    error: {
      type: 'https://docs.notiflows.com/errors/not_found',
      code: 'not_found',
      message: 'No such user',
      status: 404,
      request_id: 'req_7d1',
      details: { resource: 'user', id: 'cust-9999' },
    },
  })
  const limit = await get(emulator, `${users}?limit=5000`, notiflowsKeys)
  expect(limit.status).toBe(400)
  expect(limit.body).toEqual({
    error: {
      type: 'https://docs.notiflows.com/errors/bad_request',
      code: 'bad_request',
      message: 'limit is out of range',
      status: 400,
      request_id: 'req_7d2',
      details: { reason: 'invalid_param', param: 'limit' },
    },
  })
  const missing = await get(emulator, users, { 'x-notiflows-api-key': 'pk_demo_orchard' })
  expect(missing.status).toBe(401)
  expect(missing.body).toEqual({
    error: {
      type: 'https://docs.notiflows.com/errors/unauthenticated',
      code: 'unauthenticated',
      message: 'Credentials are missing',
      status: 401,
      request_id: 'req_7d3',
      details: { auth: 'api_key' },
    },
  })
  const fast = await get(emulator, users, notiflowsKeys)
  expect(fast.status).toBe(429)
  expect(fast.headers.get('retry-after')).toBe('3')
  expect(fast.body).toEqual({
    error: {
      type: 'https://docs.notiflows.com/errors/rate_limited',
      code: 'rate_limited',
      message: 'Slow down',
      status: 429,
      request_id: 'req_7d4',
      details: { limit: 60, window: '1m', retry_after: 3 },
    },
  })
})
