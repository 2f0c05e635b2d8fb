import NotificationAPI, { Channels } from 'notificationapi-node-server-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { startEmulator, type RunningEmulator } from '#src/emulator/server.ts'
import { napiEnvironment } from '#src/emulator/testing/environments.ts'

import { onlyLoopback } from './loopback-only.ts'

const attempts = onlyLoopback()
const { clientId, clientSecret } = napiEnvironment('Production')
let emulator: RunningEmulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, users: 60 })
})
afterAll(() => emulator.close())
beforeEach(() => {
  NotificationAPI.init(clientId, clientSecret, { baseURL: `${emulator.url}/notificationapi` })
})

type Answer = { readonly status: number; readonly data: unknown; readonly config: { url?: string } }

/** What was answered, once it is certain who answered. */
const from = (path: string, { status, data, config }: Answer) => {
  expect(config.url).toBe(`${emulator.url}/notificationapi/${clientId}/${path}`)
  return { status, data: Object(data) }
}

/** What the emulator itself says on the current path. */
const current = async (path: string) => {
  const response = await fetch(`${emulator.url}/notificationapi${path}`, {
    headers: { authorization: 'Bearer pingram_sk_demo_prod' },
  })
  return Object(await response.json())
}

const preferencesOf = async (id: string) => {
  const path = `users/${id}/preferences`
  return from(path, await NotificationAPI.request('GET', path)).data.preferences
}

describe('the vendor’s legacy client with the emulator as its platform', () => {
  test('identifies somebody, proved by the hash it makes', async () => {
    const id = 'grace / 50%'
    const answer = await NotificationAPI.identifyUser({ id, email: 'grace@orchard.test' })
    const path = `users/${encodeURIComponent(id)}`
    expect(from(path, answer)).toMatchObject({
      status: 200,
      data: { id, email: 'grace@orchard.test' },
    })
    expect(await current(`/users/${encodeURIComponent(id)}`)).toEqual(answer.data)
  })

  test('gets somebody, the slash at the end as its sisters write it', async () => {
    for (const path of ['users/cust-0107/', 'users/cust-0107']) {
      const answer = from(path, await NotificationAPI.request('GET', path))
      expect(answer.data).toEqual(await current('/users/cust-0107'))
    }
  })

  test('sets preferences, reads and deletes them', async () => {
    const wish = { notificationId: 'weekly_digest', channel: 'EMAIL', delivery: 'off' }
    const path = 'user_preferences/cust-0107'
    const set = await NotificationAPI.request('POST', path, [wish])
    expect(from(path, set).status).toBe(200)
    expect(await preferencesOf('cust-0107')).toContainEqual(wish)
    const deleted = await NotificationAPI.deleteUserPreferences('cust-0107', 'weekly_digest')
    expect(from('users/cust-0107/preferences', deleted).status).toBe(200)
    expect(await preferencesOf('cust-0107')).toContainEqual({ ...wish, delivery: 'instant' })
  })

  test('sets preferences by its own method', async () => {
    const answer = await NotificationAPI.setUserPreferences('cust-0042', [
      { notificationId: 'price_drop', channel: Channels.WEB_PUSH, delivery: 'monthly' },
    ])
    expect(from('user_preferences/cust-0042', answer).status).toBe(200)
    expect(await preferencesOf('cust-0042')).toContainEqual({
      notificationId: 'price_drop',
      channel: 'WEB_PUSH',
      delivery: 'monthly',
    })
  })

  test('starts a log query, and archives a notification in a feed', async () => {
    const query = from('logs/query', await NotificationAPI.queryLogs({ userFilter: ['cust-0107'] }))
    expect(query.data).toEqual({ queryId: expect.any(String) })
    const feed = 'users/cust-0107/notifications/INAPP_WEB'
    const [item] = from(feed, await NotificationAPI.request('GET', feed)).data.notifications
    const marked = await NotificationAPI.updateInAppNotification('cust-0107', {
      trackingIds: [item.id],
      archived: '2026-11-22T18:00:00.000Z',
    })
    expect(from(feed, marked).data).toEqual({ success: true })
  })

  test('is refused with a wrong secret', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue()
    NotificationAPI.init(clientId, 'wrong', { baseURL: `${emulator.url}/notificationapi` })
    const refused: unknown = await NotificationAPI.identifyUser({ id: 'cust-0107' }).catch(
      (reason: unknown) => reason,
    )
    error.mockRestore()
    expect(from('users/cust-0107', Object(refused).response)).toEqual({
      status: 401,
      data: { message: 'Unauthorized' },
    })
  })
})

test('without a base URL it goes to production, and is stopped', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue()
  NotificationAPI.init(clientId, clientSecret)
  await expect(NotificationAPI.request('GET', 'users/cust-0107')).rejects.toThrow(
    'api.notificationapi.com is not this machine',
  )
  expect(new Set(attempts)).toEqual(new Set(['api.notificationapi.com']))
  error.mockRestore()
})
