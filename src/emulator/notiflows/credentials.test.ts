import { expect, test } from 'vitest'

import { notiflowsProjects } from '#src/emulator/environments.ts'
import { emulatorOf, get, notiflowsKeys, type NotiflowsPage } from '#src/emulator/testing/call.ts'

const emulator = emulatorOf({ users: 60 })
const paths = ['/notiflows/admin/users', '/notiflows/admin/v1/users/cust-0042']
const [production, test_] = notiflowsProjects.map(({ pairs }) => pairs[0])

const headers = (apiKey?: string, secretKey?: string): Record<string, string> => ({
  ...(apiKey === undefined ? {} : { 'x-notiflows-api-key': apiKey }),
  ...(secretKey === undefined ? {} : { 'x-notiflows-secret-key': secretKey }),
})

const pk = production?.apiKey
const sk = production?.secretKey

test.each([
  ['both headers missing', headers()],
  ['the secret missing', headers(pk)],
  ['the key missing', headers(undefined, sk)],
  ['an empty secret', headers(pk, '')],
  ['an unknown key', headers('pk_unknown', sk)],
  ['an unknown secret', headers(pk, 'sk_unknown')],
  ['the two swapped', headers(sk, pk)],
  ['the two of different projects', headers(pk, test_?.secretKey)],
  ['an account token', { authorization: `Bearer ${notiflowsProjects[0]?.accountToken}` }],
])('%s: 401 (§1)', async (_, given) => {
  for (const path of paths) {
    const answer = await get(emulator, path, given)
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual({
      error: {
        type: 'https://docs.notiflows.com/errors/unauthenticated',
        code: 'unauthenticated',
        message: expect.any(String),
        status: 401,
        request_id: answer.headers.get('x-request-id'),
        details: { auth: 'api_key' },
      },
    })
  }
})

test('each pair opens its own project, under /admin and /admin/v1 alike (§1)', async () => {
  for (const [pair, size] of [
    [production, 60],
    [test_, 300],
  ] as const) {
    const given = headers(pair?.apiKey, pair?.secretKey)
    const [plain, versioned] = await Promise.all(
      ['admin', 'admin/v1'].map((admin) =>
        get<NotiflowsPage>(emulator, `/notiflows/${admin}/users?limit=1000`, given),
      ),
    )
    expect(plain?.body.items).toHaveLength(size)
    expect(versioned?.body).toEqual(plain?.body)
  }
})

test('the request id is in the header of every answer, a new one each time (§5)', async () => {
  const ids = []
  for (const path of ['/notiflows/admin/users', '/notiflows/admin/users/x', '/notiflows/nothing']) {
    const { headers: given } = await get(emulator, path, notiflowsKeys)
    ids.push(given.get('x-request-id'))
  }
  expect(new Set(ids).size).toBe(3)
  for (const id of ids) expect(id).toMatch(/^req_[0-9a-f]+$/)
})
