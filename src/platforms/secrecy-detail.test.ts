import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityChannels, activityStatuses } from '#src/domain/activity.ts'
import { told } from '#src/domain/told.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { readLogs } from '#src/platforms/notificationapi/log-rows.ts'
import { readPreferences as readNotificationApi } from '#src/platforms/notificationapi/preferences.ts'
import { readDeliveries } from '#src/platforms/notiflows/deliveries.ts'
import {
  readPreferences as readNotiflows,
  readTopics,
} from '#src/platforms/notiflows/preferences.ts'
import { createTranslator } from '#src/platforms/notiflows/translate.ts'
import { fingerprint } from '#src/platforms/testing/deps.ts'
import { encodings, traces } from '#src/platforms/testing/traces.ts'
import { userShape } from '#src/platforms/testing/user-shape.ts'
import * as z from 'zod'

// B09 for what hangs off a user: whatever a platform sends there, nothing throws, everything has the
// domain's shape, and no secret comes out.

const credential = 'sk_CANARY/env+b1946ac92492d2347c=='
const token = 'CANARY-push:APA91b+f3cA7/q2x=='
const credentials = createNeedles([credential])
const translator = createTranslator('e', fingerprint, credentials)

const spelt = fc
  .tuple(
    fc.constantFrom(credential, token),
    fc.constantFrom(...encodings),
    fc.constantFrom('', 'x', 'id:'),
  )
  .map(([secret, encode, before]) => encode(`${before}${secret}`))

const names = fc.constantFrom(
  'id',
  'status',
  'channel_type',
  'notiflow_id',
  'topic',
  'created_at',
  'seen_at',
  'trackingId',
  'type',
  'user_id',
  'received_at',
  'email_failed_code',
  'email_routing',
  'email_sent_at',
  'ignored',
  'email_failed_recipient',
  'web_push_failed_diagnostic_code',
  'slack_routing_reason',
  'preferences',
  'notifications',
  'notificationId',
  'channel',
  'delivery',
  'title',
  'items',
  'page',
  'channel_types',
  'notiflows',
  'enabled',
  'name',
  'topic_name',
  'settings',
  'device_tokens',
  'slack_channel_id',
  'provider',
  '__proto__',
  'constructor',
)
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string({ maxLength: 8 }), fc.double(), fc.boolean(), fc.constant(null), spelt),
    fc.constantFrom('2026-01-01T00:00:00Z', 'sent', 'EMAIL', 'off', 'IGNORE', 'email'),
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(names, names, fc.string({ maxLength: 5 }), spelt), tie('anything'), {
      maxKeys: 6,
      noNullPrototype: true,
    }),
  ),
}))
const record = fc.dictionary(names, anything, { maxKeys: 12, noNullPrototype: true })
const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const text = z.string().nullable()
const time = z.iso.datetime({ precision: 3 }).nullable()
const shape = z.array(
  z.strictObject({
    id: z.string().min(1),
    at: time,
    channel: z.enum(activityChannels),
    status: z.enum(activityStatuses),
    statusRaw: text,
    notification: text,
    topic: text,
    sentAt: time,
    deliveredAt: time,
    seenAt: time,
    failedAt: time,
    failure: z
      .strictObject({
        code: text,
        recipient: text,
        diagnostic: text,
        device: z.strictObject({ last4: z.string(), hash: z.string() }).nullable(),
      })
      .nullable(),
    malformed: z.array(z.string()).max(51),
  }),
)

const leaks = (output: unknown, ...secrets: readonly string[]) => {
  const written = JSON.stringify(output)
  return secrets.flatMap(traces).filter((trace) => written.includes(trace))
}

/** What it gives; a refusal in our own words is an answer too. */
const outcomeOf = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (error) {
    return error instanceof Error && error.name === 'PlatformError' ? error.message : { bug: error }
  }
}

const whose = { user: 'ada', envId: null }

// Ten times as many before a release: FUZZ=10.
const times = Number(process.env['FUZZ'] ?? 1)
const numRuns = 1000 * times
const patience = 60_000 * times

describe('B09: whatever hangs off a user', () => {
  test(
    'activity has its shape, each of its ids once, and no secret',
    () => {
      fc.assert(
        fc.property(fc.array(fc.oneof(record, anything), { maxLength: 6 }), (rows) => {
          // Every row has the token in its own place, and copies of it elsewhere.
          const logs = rows.map((row) =>
            isRow(row) ? { ...row, mobile_push_failed_token: token } : row,
          )
          const deliveries = rows.map((row) => (isRow(row) ? { ...row, api_token: token } : row))
          for (const { value: activity, gaps } of [
            readLogs(logs, whose, { fingerprint, credentials }),
            readDeliveries(deliveries, { fingerprint, credentials }),
          ]) {
            expect(gaps.unreadable).toBeLessThanOrEqual(rows.length)
            expect(shape.safeParse(activity).error).toBeUndefined()
            expect(new Set(activity.map(({ id }) => id)).size).toBe(activity.length)
            expect(leaks(activity, credential)).toEqual([])
          }
          const known = readLogs(logs, whose, { fingerprint, credentials })
          // An id that is usable is kept, even one that is a token; the rest repeats none.
          expect(leaks(known, token)).toEqual([])
        }),
        { numRuns },
      )
    },
    patience,
  )

  test(
    'preferences and topics never throw but in our words, and repeat no secret',
    () => {
      fc.assert(
        fc.property(record, (answer) => {
          const settings = {
            push: told([
              {
                channel: { id: 'c', type: 'mobile_push' as const, provider: null },
                record: { settings: { device_tokens: [token] } },
              },
            ]),
            chat: told([]),
          }
          const guard = translator.guardFor({}, settings)
          const json = JSON.parse(JSON.stringify(answer))
          const outputs = [readNotificationApi, readNotiflows, readTopics].map((read) =>
            outcomeOf(() => read(json, guard)),
          )
          expect(outputs.filter((output) => isRow(output) && 'bug' in output)).toEqual([])
          expect(leaks(outputs, credential, token)).toEqual([])
        }),
        { numRuns },
      )
    },
    patience,
  )

  test(
    'a user with any settings has the shape of one, and repeats no token',
    () => {
      fc.assert(
        fc.property(record, fc.array(record, { maxLength: 3 }), (user, settings) => {
          const parts = settings.map((each, at) => ({
            channel: { id: `c${at}`, type: 'mobile_push' as const, provider: 'apns' },
            record: { ...each, settings: { ...Object(each['settings']), device_tokens: [token] } },
          }))
          const all = { push: told(parts), chat: told(parts) }
          // An id stays what it is, since only it can be asked for (see record.ts).
          const known = { ...user, id: 'internal' }
          const found = [translator.toUser(known, 'u', all), translator.toRaw(known, all)]
          expect(userShape.safeParse(found[0]).error).toBeUndefined()
          expect(leaks(found, credential, ...(parts.length > 0 ? [token] : []))).toEqual([])
        }),
        { numRuns },
      )
    },
    patience,
  )
})
