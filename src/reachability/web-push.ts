import type { UserFacts, WebPushChannel } from '#src/domain/user.ts'

const field = 'channels.webPush.subscriptions'

/** The verdict on web push. Subscriptions that were not told are unknown, not absent. */
export const judgeWebPush = ({ facts: { subscriptions } }: UserFacts): WebPushChannel => {
  if (!subscriptions.told) {
    return {
      reach: 'unknown',
      reasons: [{ code: 'subscriptions-not-told', field, detail: subscriptions.why }],
      subscriptions: [],
    }
  }
  const { value } = subscriptions
  return value.length === 0
    ? { reach: 'absent', reasons: [{ code: 'no-subscription', field }], subscriptions: value }
    : {
        reach: 'reachable',
        reasons: [{ code: 'subscription-present', field, detail: value.length }],
        subscriptions: value,
      }
}
