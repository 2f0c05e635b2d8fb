import type { NotificationApiCredential } from '#src/platforms/notificationapi/credential.ts'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import type { ActivityRequest } from '#src/platforms/platform.ts'
import { fingerprint, valueOf } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'

// NotificationAPI's log of one user, over a script of answers (contract NotificationAPI §3).

export const apiKey = {
  kind: 'apiKey',
  apiKey: 'pingram_sk_CANARY_1',
} as const satisfies NotificationApiCredential

export function setUpLog(steps: readonly Step[], credential: NotificationApiCredential = apiKey) {
  const clock = createFakeClock()
  const { fetch, sent } = scriptedFetch(clock, ...steps)
  const platform = createNotificationApi(
    { baseUrl: 'https://a.test', credential },
    { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
  )
  const list = async (more: Partial<ActivityRequest> = {}) => {
    const { signal } = new AbortController()
    const request = { id: 'ada', limit: 25, after: null, signal, ...more }
    const outcome = await clock.during(platform.listActivity(request))
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }
  const read = async (more: Partial<ActivityRequest> = {}) =>
    valueOf((await list(more)) ?? undefined)
  const targets = () => sent.map(({ method, target }) => `${method} ${target}`)
  return { platform, list, read, sent, clock, targets }
}

export const made = json({ queryId: 'qry-1' })
export const done = (...logs: readonly unknown[]) => json({ status: 'Complete', logs })
export const running = json({ status: 'Running' })

export const row = (more: object) => ({
  trackingId: 't1',
  type: 'order_confirmation',
  user_id: 'ada',
  received_at: '2026-11-20T10:00:00.000Z',
  ...more,
})
export const readOne = async (more: object) =>
  (await setUpLog([made, done(row(more))]).read()).activity
