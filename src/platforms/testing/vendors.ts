import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import type { Platform } from '#src/platforms/platform.ts'
import { fingerprint } from '#src/platforms/testing/deps.ts'
import { createFakeClock, type FakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json, scriptedFetch, type Sent, type Step } from '#src/platforms/testing/scripted-fetch.ts'

// Both platforms alike, for what must hold on either.

type Answer = { ids: readonly string[]; cursor?: unknown; hasMore?: unknown }
export type Vendor = {
  name: string
  create: (steps: readonly Step[]) => Set
  answer: (a: Answer) => Step
}
type Set = { platform: Platform; sent: readonly Sent[]; clock: FakeClock }

export const notificationApi: Vendor = {
  name: 'NotificationAPI',
  create: (steps) => {
    const clock = createFakeClock()
    const { fetch, sent } = scriptedFetch(clock, ...steps)
    const platform = createNotificationApi(
      { baseUrl: 'https://a.test', credential: { kind: 'apiKey', apiKey: 'pingram_sk_x' } },
      { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
    )
    return { platform, sent, clock }
  },
  answer: ({ ids, cursor, hasMore }) =>
    json({ users: ids.map((id) => ({ id })), lastEvaluatedKey: cursor, hasMore }),
}

export const notiflows: Vendor = {
  name: 'Notiflows',
  create: (steps) => {
    const clock = createFakeClock()
    const { fetch, sent } = scriptedFetch(clock, ...steps)
    const platform = createNotiflows(
      { baseUrl: 'https://a.test/admin', apiKey: 'pk_orchard', secretKey: 'sk_orchard' },
      { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
    )
    return { platform, sent, clock }
  },
  answer: ({ ids, cursor, hasMore }) =>
    json({
      items: ids.map((id) => ({ external_id: id })),
      page: { limit: 2, after: cursor, before: null, has_more_after: hasMore },
    }),
}
