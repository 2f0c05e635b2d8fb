import { describe, expect, test } from 'vitest'

import type { Activity, ActivityChannel } from '#src/domain/activity.ts'
import { noGaps, told } from '#src/domain/told.ts'
import { PlatformError } from '#src/platforms/platform.ts'

import { codeOf, detailOf, factsOf, fakeGateway, pageOf } from './fakes.ts'

const path = '/api/environments/prod/user/why'
const messageOf = (id: string, channel: ActivityChannel): Activity => ({
  id,
  at: '2026-11-20T08:00:00.000Z',
  channel,
  status: 'sent',
  statusRaw: null,
  notification: null,
  topic: null,
  sentAt: null,
  deliveredAt: null,
  seenAt: null,
  failedAt: null,
  failure: null,
  malformed: [],
})
const withEmail = async (id: string) => detailOf(factsOf(id, { email: 'ada@orchard.test' }))

/** The answer for somebody of whom the platform tells so many messages, a page at a time. */
const whyAmong = (all: readonly Activity[]) =>
  fakeGateway({
    get: withEmail,
    activity: async ({ limit }) =>
      told({
        activity: all.slice(0, limit),
        page: { after: all.length > limit ? 'on' : null },
        gaps: noGaps,
      }),
  }).ask(`${path}?id=ada&channel=email`)

describe('why somebody was not reached', () => {
  test('is answered from the user and their last messages, asked for at once', async () => {
    const { ask, calls } = fakeGateway({ get: withEmail })
    const response = await ask(`${path}?id=ada&channel=email`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      channel: 'email',
      conclusion: { code: 'doubtful', step: 'deliveries' },
      last: [],
    })
    expect(calls.ids).toEqual(['ada'])
    expect(calls.activities).toMatchObject([{ id: 'ada', limit: 100, after: null }])
  })

  test('messages that cannot be read cost that step alone', async () => {
    const { ask } = fakeGateway({
      get: withEmail,
      activity: () => Promise.reject(new PlatformError('platform-failed', 'no', { status: 500 })),
    })
    const { steps } = await (await ask(`${path}?id=ada&channel=email`)).json()
    expect(steps.at(-1)).toEqual({
      step: 'deliveries',
      state: 'unknown',
      reasons: [{ code: 'activity-not-told', field: 'activity', detail: 'failed' }],
    })
  })

  test('says that it read the last hundred where there are more, and no more than that', async () => {
    const rows = Array.from({ length: 101 }, (_, index) => messageOf(`m${index}`, 'sms'))
    const { steps, conclusion } = await (await whyAmong(rows)).json()
    expect(steps.at(-1)).toEqual({
      step: 'deliveries',
      state: 'unknown',
      reasons: [{ code: 'nothing-among', field: 'activity', detail: 100 }],
    })
    expect(conclusion).toMatchObject({ code: 'not-known' })
    const fewer = await (await whyAmong(rows.slice(1))).json()
    expect(fewer.steps.at(-1)).toMatchObject({
      state: 'doubt',
      reasons: [{ code: 'nothing-sent' }],
    })
  })

  test('messages that could not be read may have been on the channel', async () => {
    const { ask } = fakeGateway({
      get: withEmail,
      activity: async () =>
        told({ activity: [], page: { after: null }, gaps: { ...noGaps, unreadable: 1 } }),
    })
    const { steps } = await (await ask(`${path}?id=ada&channel=email`)).json()
    expect(steps.at(-1)).toMatchObject({ state: 'unknown', reasons: [{ code: 'nothing-among' }] })
  })

  test.each([
    ['no channel', '?id=ada', 'bad-parameter'],
    ['a channel that there is not', '?id=ada&channel=fax', 'bad-parameter'],
    ['no id', '?channel=email', 'bad-parameter'],
    ['an id that no platform can be asked for', '?id=..&channel=email', 'bad-request'],
  ])('%s is refused before anybody is asked', async (_title, query, code) => {
    const { ask, calls } = fakeGateway()
    expect(await codeOf(await ask(path + query))).toBe(code)
    expect([calls.ids, calls.activities]).toEqual([[], []])
  })

  test('nobody of that id is a problem of its own', async () => {
    const { ask } = fakeGateway({ get: async () => null, activity: async () => null })
    expect(await codeOf(await ask(`${path}?id=ada&channel=sms`))).toBe('unknown-user')
  })
})

describe('others who have the same', () => {
  test('are named in the drawer once they were loaded, and never before', async () => {
    const twins = { email: 'same@orchard.test' }
    const { ask } = fakeGateway({
      get: async (id) => detailOf(factsOf(id, twins)),
      list: async () => ({
        users: [factsOf('bo', twins)],
        page: { after: null, before: null },
        coverage: { scanned: 1, matched: 1, complete: true },
        warnings: [],
      }),
    })
    const notesOf = async () => {
      const { user } = await (await ask('/api/environments/prod/user?id=ada')).json()
      return user.notes.filter((note: { code: string }) => note.code === 'email-shared')
    }
    expect(await notesOf()).toEqual([])
    await ask('/api/environments/prod/users')
    expect(await notesOf()).toEqual([
      { code: 'email-shared', field: 'email', detail: { users: ['bo'], among: 2 } },
    ])
  })

  test('are not named once the platform knows them no more', async () => {
    const twins = { email: 'same@orchard.test' }
    const { ask } = fakeGateway({
      get: async (id) => (id === 'bo' ? null : detailOf(factsOf(id, twins))),
      list: async () => pageOf([factsOf('bo', twins)]),
    })
    const sharing = async () => {
      const { user } = await (await ask('/api/environments/prod/user?id=ada')).json()
      return user.notes.filter((note: { code: string }) => note.code === 'email-shared').length
    }
    await ask('/api/environments/prod/users')
    expect(await sharing()).toBe(1)
    expect((await ask('/api/environments/prod/user?id=bo')).status).toBe(404)
    expect(await sharing()).toBe(0)
  })

  test('what is switched off in the environment blocks every user of it', async () => {
    const off = told(['email'] as const)
    const { ask } = fakeGateway({ get: withEmail, switchedOff: off })
    const { user } = await (await ask('/api/environments/prod/user?id=ada')).json()
    expect(user.channels.email).toMatchObject({
      reach: 'blocked',
      reasons: [{ code: 'switched-off', field: 'environment' }, { code: 'address-present' }],
    })
    const settings = await ask('/api/environments/prod/settings')
    expect(await settings.json()).toEqual({ switchedOff: { told: true, value: ['email'] } })
  })
})
