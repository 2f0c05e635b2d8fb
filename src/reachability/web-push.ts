import { askedOnce } from '#src/domain/asked-once.ts'
import type { Untold } from '#src/domain/told.ts'
import type {
  SubscriptionFacts,
  UserFacts,
  WebPushChannel,
  WebPushSubscription,
} from '#src/domain/user.ts'

import { firstOfEach } from './push.ts'
import { absent, best, blocks, notes, unknown, weigh, type Weighed } from './weigh.ts'

const field = 'channels.webPush.subscriptions'
// The same for everybody, and a page has a thousand people.
const nothing: WebPushChannel = {
  ...absent({ code: 'no-subscription', field }),
  subscriptions: [],
}
const notTold = askedOnce((why: Untold): WebPushChannel => ({
  ...unknown('subscriptions-not-told', field, why),
  subscriptions: [],
}))

const against = (subscription: SubscriptionFacts, at: string): readonly Weighed[] => {
  const { origin, service, keys } = subscription
  const found: Weighed[] = []
  // RFC 8030 §8: a push resource is always https.
  if (origin === null || !origin.startsWith('https:'))
    found.push(blocks({ code: 'endpoint-unusable', field: `${at}.origin`, detail: origin }))
  else if (service === null)
    // Any host may run a push service, so this is only said.
    found.push(notes({ code: 'push-service-unrecognised', field: `${at}.origin`, detail: origin }))
  // RFC 8291 §3: without both keys nothing can be encrypted for this browser.
  if (!keys.p256dh || !keys.auth)
    found.push(
      blocks({
        code: 'keys-malformed',
        field: `${at}.keys`,
        detail: [...(keys.p256dh ? [] : ['p256dh']), ...(keys.auth ? [] : ['auth'])],
      }),
    )
  return found
}

/**
 * The verdict on web push, and on each subscription: the channel does as well as its best one. Whether
 * a subscription still lives shows only on sending (contract NotificationAPI §10). Subscriptions that
 * were not told are unknown, not absent.
 */
export const judgeWebPush = ({ facts }: UserFacts): WebPushChannel => {
  const told = facts.subscriptions
  if (!told.told) return notTold(told.why)
  if (told.value.length === 0) return nothing

  const seen = new Map<string, number>()
  for (const { endpoint } of told.value) seen.set(endpoint.hash, (seen.get(endpoint.hash) ?? 0) + 1)
  const judged = (subscription: SubscriptionFacts, index: number): WebPushSubscription => {
    const at = `${field}.${index}`
    const copies = seen.get(subscription.endpoint.hash) ?? 1
    const repeated: readonly Weighed[] =
      copies > 1
        ? [notes({ code: 'subscription-repeated', field: `${at}.endpoint`, detail: copies })]
        : []
    return { ...subscription, ...weigh([...against(subscription, at), ...repeated]) }
  }
  const subscriptions = told.value.map(judged)
  const reachable = subscriptions.filter(({ reach }) => reach === 'reachable').length
  const detail = { subscriptions: subscriptions.length, reachable }
  return {
    reach: best(subscriptions.map(({ reach }) => reach)),
    reasons: [
      { code: 'subscription-present', field, detail },
      ...firstOfEach(subscriptions.flatMap(({ reasons }) => reasons)),
    ],
    subscriptions,
  }
}
