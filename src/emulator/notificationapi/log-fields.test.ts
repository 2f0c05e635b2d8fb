import { expect, test } from 'vitest'

import { call, emulatorOf, get, napiKey } from '#src/emulator/testing/call.ts'

type Log = { readonly trackingId: string; readonly [field: string]: unknown }
type Result = { status: string; logs?: Log[]; error?: string }
const root = '/notificationapi/logs/query'
const emulatorWith = (users: number) =>
  emulatorOf({ users, switches: { notificationapi: { logQueryPolls: 0, maxLogs: 100_000 } } })
const emulator = emulatorWith(2500)

const query = async (body: object, on = emulator) => {
  const { queryId } = Object((await call(on, 'POST', root, napiKey, body)).body)
  return (await get<Result>(on, `${root}/${queryId}`, napiKey)).body
}
const channels = ['email', 'inapp', 'sms', 'call', 'mobile_push', 'web_push', 'slack']
const all = (await query({})).logs ?? []
const outcomes = ['sent_at', 'delivered_at', 'failed_at', 'failed_code', 'routing']

test.each(channels)('the log tells of %s all that the contract names (§3)', (channel) => {
  const found = new Set(all.flatMap((log) => Object.keys(log)))
  const wanted = [...outcomes, 'routing_reason'].map((field) => `${channel}_${field}`)
  expect(wanted.filter((field) => !found.has(field))).toEqual([])
})

test('by every routing there is; what was not sent has no times (§3)', () => {
  const routings = new Set<unknown>()
  for (const channel of channels) {
    for (const log of all) {
      const routing = log[`${channel}_routing`]
      if (routing === undefined) continue
      routings.add(log[`${channel}_routing_reason`] ?? routing)
      if (routing === 'SEND') continue
      for (const field of outcomes.slice(0, 4))
        expect(log).not.toHaveProperty(`${channel}_${field}`)
    }
  }
  expect(routings).toEqual(
    new Set([
      'OFF',
      'SEND',
      'BATCH',
      'SCHEDULE',
      'THROTTLED',
      'DEDUPLICATED',
      'IGNORE_BY_PREFERENCES',
      'IGNORE_BY_DEFAULT_DELIVERY',
    ]),
  )
})

test('the fixtures are sent to as their record has it, whatever else happens now and then', async () => {
  const { logs = [] } = await query({ userFilter: 'cust-0107' })
  for (const log of logs) {
    for (const channel of channels) {
      expect([undefined, 'SEND', 'IGNORE']).toContain(log[`${channel}_routing`])
    }
  }
})

test('a query of dates that run backwards is taken, and fails in its turn (§3)', async () => {
  expect(await query({ dateRangeFilter: [2, 1] })).toEqual({
    status: 'Failed',
    error: expect.stringContaining('range'),
  })
  const on = emulatorOf({
    switches: { notificationapi: { logQueryPolls: 0, logStatusWords: 'lower-case' } },
  })
  const dateRangeFilter = { startTime: 2, endTime: 1 }
  expect((await query({ dateRangeFilter }, on)).status).toBe('failed')
  expect((await query({ dateRangeFilter: [1, 1] }, on)).status).toBe('complete')
})

test('a query that ended before the oldest row says so', async () => {
  const never = { statusFilter: 'never', notificationFilter: ['weekly_digest'] }
  const some = await query(never, emulatorWith(8000))
  expect(some).toEqual({ status: 'Complete', logs: [], message: expect.stringMatching(/older/) })
  expect(await query(never)).toEqual({ status: 'Complete', logs: [] })
})
