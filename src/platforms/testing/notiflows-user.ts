import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import { fingerprint } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { routed } from '#src/platforms/testing/routed.ts'
import { json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'

// One user of Notiflows and what hangs off them, for tests (contract Notiflows §2, §3).

export type Route = readonly [path: string | RegExp, step: Step]

export const user = {
  id: '019cd366-1e78-7b4e-9a01-3c5d7e9f1a2b',
  external_id: 'cust-0311',
  email: 'rui@orchard.test',
  created_at: '2026-03-09T16:20:11Z',
}
export const ios = '5b0c6d1e-2f3a-4b5c-8d6e-7f8091a2b3c4'
export const channels = [
  { id: ios, type: 'mobile_push', provider: 'apns', handle: 'ios', name: 'iOS' },
  { id: 'android', type: 'mobile_push', provider: 'fcm', handle: 'android', name: 'Android' },
  { id: 'team', type: 'chat', provider: 'slack', handle: 'team', name: 'Team' },
  { id: 'mail', type: 'email', provider: 'ses', handle: 'mail', name: 'Mail' },
]
export const settingsPath = '/admin/users/cust-0311/channel-settings'
export const setting = (channel: string, provider: string, settings: unknown) =>
  json({ channel_id: channel, provider, settings, user_id: user.id })
export const listed = (items: readonly unknown[]): Route => [
  '/management/v1/channels',
  json({ items, page_info: {} }),
]
export const userRoute: Route = ['/admin/users/cust-0311', json(user)]
export const preferences: Route = [
  '/admin/users/cust-0311/preferences',
  json({ channel_types: { email: true }, notiflows: {} }),
]
export const subscriptions: Route = [
  '/admin/users/cust-0311/subscriptions',
  json({ items: [], page: { after: null } }),
]
export const usual: readonly Route[] = [userRoute, preferences, subscriptions]

/** A Notiflows adapter over these routes, for the user `cust-0311`. */
export function setUpUser(
  routes: readonly Route[],
  more: { accountToken?: string; baseUrl?: string } = {},
) {
  const clock = createFakeClock()
  const { fetch, sent } = scriptedFetch(clock, routed(...routes))
  const { accountToken = 'nf_at_orchard', baseUrl = 'https://api.notiflows.com/admin' } = more
  const account = accountToken === '' ? {} : { accountToken }
  const platform = createNotiflows(
    { baseUrl, apiKey: 'pk_demo_orchard', secretKey: 'sk_demo_orchard', ...account },
    { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
  )
  const get = async (id = 'cust-0311', signal = new AbortController().signal) => {
    const outcome = await clock.during(platform.getUser(id, signal))
    if (outcome.status === 'rejected') throw outcome.reason
    if (outcome.value === null) throw new Error('No such user')
    return outcome.value
  }
  const targets = (part: string) =>
    sent.map(({ target }) => target).filter((target) => target.includes(part))
  return { get, sent, clock, targets, platform }
}

export const { signal: noSignal } = new AbortController()
