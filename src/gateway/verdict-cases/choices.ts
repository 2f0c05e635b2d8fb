import type { JsonObject } from '#src/domain/json.ts'
import { told, untold } from '#src/domain/told.ts'

import type { VerdictCase } from './case.ts'

// What stands over a channel: the person's choices (contracts NotificationAPI §3, Notiflows §3, §8) and
// the environment's switches (NotificationAPI §10).

const flow = '019cd366-0000-7000-8000-000000000001'
const other = '019cd366-0000-7000-8000-000000000002'

const rui = { external_id: 'cust-0311', email: 'rui@orchard.test', phone: '+351912000200' }

/** Somebody of Notiflows with an address and a number, who made these choices. */
const flows = (
  title: string,
  preferences: JsonObject,
  verdict: Pick<VerdictCase, 'channel' | 'reach' | 'reasons'>,
): VerdictCase => ({ title, platform: 'notiflows', record: rui, preferences, ...verdict })

const mail = {
  channel: 'email',
  reach: 'reachable',
  reasons: ['address-present', 'suppression-not-told'],
} as const
const noMail = {
  channel: 'email',
  reach: 'blocked',
  reasons: ['opted-out', 'address-present', 'suppression-not-told'],
} as const
const someMail = (count: number) =>
  ({ ...mail, reasons: [...mail.reasons, ['opted-out-of-some', count]] }) as const
const noListedMail = (count: number) =>
  ({ ...mail, reach: 'at-risk', reasons: [['opted-out-of-all', count], ...mail.reasons] }) as const
/** As the platform answers for everybody: all channels wanted, whatever is said of single notiflows. */
const all = { channel_types: { email: true, sms: true } }
const text = { channel: 'sms', reach: 'reachable', reasons: ['address-present'] } as const

const chosen = (notificationId: string, channel: string, delivery: string, more: object = {}) => ({
  notificationId,
  channel,
  delivery,
  ...more,
})
/** Somebody of NotificationAPI with an address and a number, who made these choices. */
const napi = (
  title: string,
  preferences: readonly JsonObject[],
  verdict: Pick<VerdictCase, 'channel' | 'reach' | 'reasons'>,
): VerdictCase => ({
  title,
  platform: 'notificationapi',
  record: { id: 'cust-0107', email: 'ines@orchard.test', number: '+351912000200' },
  preferences: { preferences, notifications: [], subNotifications: [] },
  ...verdict,
})
const inMail = { channel: 'email', reach: 'reachable' } as const

const ines = { id: 'cust-0107', email: 'ines@orchard.test' }

export const choiceCases: readonly VerdictCase[] = [
  flows('no choices made', { channel_types: {}, notiflows: {} }, mail),
  flows('every channel chosen', { channel_types: { email: true }, notiflows: {} }, mail),
  flows(
    'opted out of email everywhere',
    { channel_types: { email: false }, notiflows: {} },
    noMail,
  ),
  flows(
    'opted out of email everywhere leaves SMS as it is',
    { channel_types: { email: false } },
    text,
  ),
  flows(
    'opted out of email everywhere, and into it in one notiflow',
    {
      channel_types: { email: false },
      notiflows: { [flow]: { enabled: true, channel_types: { email: true } } },
    },
    noMail,
  ),
  flows(
    'opted out of one notiflow',
    { ...all, notiflows: { [flow]: { enabled: false } } },
    someMail(1),
  ),
  flows(
    'opted out of the only notiflow that is listed, and nothing said of the channel',
    { notiflows: { [flow]: { enabled: false } } },
    noListedMail(1),
  ),
  flows(
    'opted out of email in one notiflow',
    { notiflows: { [flow]: { enabled: true, channel_types: { email: false } } } },
    someMail(1),
  ),
  flows(
    'opted out of one notiflow whole and of email in it is one notiflow',
    { ...all, notiflows: { [flow]: { enabled: false, channel_types: { email: false } } } },
    someMail(1),
  ),
  flows(
    'opted out of two notiflows',
    {
      ...all,
      notiflows: { [flow]: { enabled: false }, [other]: { channel_types: { email: false } } },
    },
    someMail(2),
  ),
  flows(
    'opted out of email in one notiflow leaves SMS as it is',
    { notiflows: { [flow]: { channel_types: { email: false } } } },
    text,
  ),
  flows(
    'opted out of push everywhere, whose devices are not told: not knowing them is no hope',
    { channel_types: { mobile_push: false } },
    { channel: 'push', reach: 'blocked', reasons: ['opted-out', 'devices-not-told'] },
  ),
  flows(
    'opted out of chat everywhere, which is Slack',
    { channel_types: { chat: false } },
    { channel: 'slack', reach: 'blocked', reasons: ['opted-out', 'slack-not-told'] },
  ),
  flows(
    'opted out of web push everywhere',
    { channel_types: { web_push: false } },
    { channel: 'webPush', reach: 'blocked', reasons: ['opted-out', 'subscriptions-not-told'] },
  ),
  flows('a choice that is no yes or no', { channel_types: { email: 'no' }, notiflows: {} }, mail),
  flows('an answer without preferences says nothing', { message: 'not here' }, mail),
  flows('opted out of a channel that is not judged', { channel_types: { in_app: false } }, mail),
  {
    title: 'opted out of email everywhere, and there is no address',
    platform: 'notiflows',
    record: { external_id: 'cust-0312' },
    preferences: { channel_types: { email: false } },
    channel: 'email',
    reach: 'absent',
    reasons: ['no-address', 'opted-out'],
  },

  napi(
    'one notification of two by no email',
    [chosen('order', 'EMAIL', 'off'), chosen('news', 'EMAIL', 'instant')],
    { ...inMail, reasons: ['address-present', ['opted-out-of-some', 1]] },
  ),
  napi(
    'both notifications that are listed by no email',
    [
      chosen('order', 'EMAIL', 'off'),
      chosen('news', 'EMAIL', 'off'),
      chosen('news', 'SMS', 'instant'),
    ],
    { channel: 'email', reach: 'at-risk', reasons: [['opted-out-of-all', 2], 'address-present'] },
  ),
  napi(
    'two parts of a notification by no email',
    [
      chosen('order', 'EMAIL', 'off', { subNotificationId: 'shop-1' }),
      chosen('order', 'EMAIL', 'off', { subNotificationId: 'shop-2' }),
      chosen('order', 'EMAIL', 'daily', { subNotificationId: 'shop-3' }),
    ],
    { ...inMail, reasons: ['address-present', ['opted-out-of-some', 2]] },
  ),
  napi('one notification by email once a week', [chosen('order', 'EMAIL', 'weekly')], {
    ...inMail,
    reasons: ['address-present'],
  }),
  napi('one notification by no SMS leaves email as it is', [chosen('order', 'SMS', 'off')], {
    ...inMail,
    reasons: ['address-present'],
  }),

  {
    title: 'email switched off in the environment',
    platform: 'notificationapi',
    record: ines,
    switchedOff: told(['email']),
    channel: 'email',
    reach: 'blocked',
    reasons: ['switched-off', 'address-present'],
  },
  {
    title: 'email switched off and suppressed: the switch first, since it holds for everybody',
    platform: 'notificationapi',
    record: { ...ines, emailSuppressionStatus: { reason: 'Complaint', details: {} } },
    switchedOff: told(['email', 'push']),
    channel: 'email',
    reach: 'blocked',
    reasons: ['switched-off', 'suppressed-complaint'],
  },
  {
    title: 'push switched off, and devices that cannot be read',
    platform: 'notificationapi',
    record: { pushTokens: 'x' },
    switchedOff: told(['push']),
    channel: 'push',
    reach: 'blocked',
    reasons: ['switched-off', 'devices-not-told'],
  },
  {
    title: 'push switched off does nothing to email',
    platform: 'notificationapi',
    record: ines,
    switchedOff: told(['push']),
    channel: 'email',
    reach: 'reachable',
    reasons: ['address-present'],
  },
  {
    title: 'SMS switched off, and there is no number',
    platform: 'notificationapi',
    record: ines,
    switchedOff: told(['sms']),
    channel: 'sms',
    reach: 'absent',
    reasons: ['no-address', 'switched-off'],
  },
  {
    title: 'switches that could not be asked for say nothing',
    platform: 'notificationapi',
    record: ines,
    switchedOff: untold('credential'),
    channel: 'email',
    reach: 'reachable',
    reasons: ['address-present'],
  },
  {
    title: 'Slack switched off, which nobody opted out of',
    platform: 'notificationapi',
    record: { slackChannel: '#ops', slackToken: { ok: true, access_token: 'xoxb-1' } },
    switchedOff: told(['slack']),
    channel: 'slack',
    reach: 'blocked',
    reasons: ['switched-off', 'destination-present'],
  },
]
