import { describe, expect, test } from 'vitest'

import { notiflowsKeys } from '#src/emulator/testing/call.ts'
import { accountToken, bearer, flowsKeys } from '#src/emulator/testing/environments.ts'
import { admin, errorOf, flowsWith, read } from '#src/emulator/testing/notiflows.ts'

const root = '/notiflows/management/v1'
const emulator = flowsWith()
const ask = async (path: string, headers: Record<string, string> = accountToken) =>
  read<{ items: Record<string, unknown>[]; page_info: object }>(emulator, root + path, headers)

describe('Management API (§1, §2)', () => {
  test('whoami names a project, the projects list has it', async () => {
    const project = { id: expect.any(String), name: 'Production', slug: 'notiflows-production' }
    expect((await ask('/whoami')).body).toEqual({ project })
    expect((await ask('/projects')).body).toEqual({
      items: [project, { id: expect.any(String), name: 'Test', slug: 'notiflows-test' }],
      page_info: {},
    })
    expect((await ask('/projects/notiflows-test/whoami')).body).toMatchObject({
      project: { name: 'Test' },
    })
  })

  test('channels, the project in the path or not', async () => {
    const { body } = await ask('/channels')
    expect(body.page_info).toEqual({})
    for (const channel of body.items) {
      expect(channel).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        handle: expect.any(String),
        name: expect.any(String),
        provider: expect.any(String),
        type: expect.stringMatching(/^(in_app|email|sms|mobile_push|web_push|chat|webhook)$/),
        created_at: expect.stringMatching(/Z$/),
        updated_at: expect.stringMatching(/Z$/),
      })
    }
    expect((await ask('/projects/notiflows-production/channels')).body).toEqual(body)
    const other = (await ask('/projects/notiflows-test/channels')).body.items
    expect(other.map(({ id }) => id)).not.toContain(body.items[0]?.['id'])
  })

  test('a channel of one project is unknown in another', async () => {
    const [, , ios] = (await ask('/projects/notiflows-test/channels')).body.items
    const path = `${admin}/users/demo-two-devices/channel-settings/${String(ios?.['id'])}`
    expect((await read(emulator, path, flowsKeys('Test'))).status).toBe(200)
    expect((await read(emulator, path)).status).toBe(404)
  })

  test('pages by number, 25 a page, a short page the last', async () => {
    const whole = (await ask('/channels')).body.items
    expect(whole.length).toBeGreaterThan(4)
    expect((await ask('/channels?limit=4')).body.items).toEqual(whole.slice(0, 4))
    expect((await ask('/channels?limit=4&page=2')).body.items).toEqual(whole.slice(4, 8))
    expect((await ask('/channels?page=9')).body.items).toEqual([])
    for (const name of ['limit', 'page']) {
      for (const value of ['0', '-1', 'x', '']) {
        expect((await ask(`/channels?${name}=${value}`)).body).toEqual(
          errorOf('bad_request', 400, { reason: 'invalid_param', param: name }),
        )
      }
    }
  })

  test('notiflows alike', async () => {
    const { body } = await ask('/notiflows')
    expect(body.items).toContainEqual(expect.objectContaining({ handle: 'weekly-digest' }))
  })

  test('an unknown project: 404', async () => {
    expect((await ask('/projects/none/channels')).body).toEqual(
      errorOf('not_found', 404, { resource: 'project', id: 'none' }),
    )
  })

  test.each([
    '/whoami',
    '/projects',
    '/channels',
    '/notiflows',
    '/projects/notiflows-test/channels',
  ])('%s: the account’s token only', async (path) => {
    const wanted = errorOf('unauthenticated', 401, { auth: 'account_token' })
    for (const headers of [{}, notiflowsKeys, bearer('nf_at_wrong')]) {
      expect((await ask(path, Object(headers))).body).toEqual(wanted)
    }
  })

  test('the token opens nothing on Admin', async () => {
    expect((await read(emulator, `${admin}/users`, accountToken)).status).toBe(401)
    expect((await read(emulator, `${admin}/topics`, accountToken)).status).toBe(401)
  })
})
