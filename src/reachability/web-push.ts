import type { UserFacts, WebPushChannel } from '#src/domain/user.ts'

const field = 'channels.webPush.subscriptions'

/** The verdict on web push. Subscriptions that were not told are unknown, not absent. */
export const judgeWebPush = ({ facts: { subscriptions } }: UserFacts): WebPushChannel => {
  if (subscriptions === null) {
    return {
      reach: 'unknown',
      reasons: [{ code: 'subscriptions-not-told', field }],
      subscriptions: [],
    }
  }
  return subscriptions.length === 0
    ? { reach: 'absent', reasons: [{ code: 'no-subscription', field }], subscriptions }
    : {
        reach: 'reachable',
        reasons: [{ code: 'subscription-present', field, detail: subscriptions.length }],
        subscriptions,
      }
}
