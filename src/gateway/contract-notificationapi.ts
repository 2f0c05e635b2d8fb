import { parts, types, words } from './contract-notificationapi-schemas.ts'
import type { Contract } from './contract-shape.ts'

// NotificationAPI's contract written down as a list, section by section: §2 the credentials, §3 the calls,
// §4 the schemas, §6 the errors. The events webhook (§9) is a call that the platform makes, not one it answers.

const userWrite = [
  'id',
  'email',
  'number',
  'timezone',
  'pushTokens',
  'webPushTokens',
  'slackChannel',
  'slackToken',
]
const preference = ['notificationId', 'channel', 'delivery', 'subNotificationId'].map(
  (field) => `[].${field}`,
)

export const notificationapi: Contract = {
  name: 'NotificationAPI',
  credentials: ['key', 'account', 'jwt', 'basic', 'person', 'hash'],
  calls: {
    'GET /users': { query: ['limit', 'nextToken', 'envId'], answer: 'GetUsers' },
    'GET /users/{userId}': { answer: 'User' },
    'POST /users/{userId}': { body: userWrite, answer: 'User' },
    'DELETE /users/{userId}': { query: ['envId'], answer: 'Message' },
    'DELETE /user_suppression/{userId}/channel/{channel}': { query: ['envId'], answer: 'Lifted' },
    'GET /environments': { answer: 'Environment[]' },
    'GET /account': { answer: 'Account' },

    'GET /user/inapp': { query: ['before', 'count'], answer: 'Feed' },
    'GET /user/inapp/unread': { answer: 'Unread' },
    'PATCH /user/inapp/unread': { body: ['notificationId', 'trackingId'] },
    'PATCH /user/inapp': {
      body: [
        'trackingIds',
        'opened',
        'clicked',
        'archived',
        'actioned1',
        'actioned2',
        'reply',
        'replies',
      ],
    },
    'GET /users/account-metadata': { answer: 'Metadata' },
    'GET /users/{userId}/slack-channels': { emulated: false },
    'POST /users/{userId}/slack-oauth': { emulated: false },
    'GET /{clientId}/users/{userId}/preferences': { answer: 'AllPreferences' },
    'POST /{clientId}/users/{userId}/preferences': { body: preference },
    'POST /{clientId}/user_preferences/{userId}': { body: preference },
    'DELETE /{clientId}/users/{userId}/preferences': {
      query: ['notificationId', 'subNotificationId'],
    },
    'POST /{clientId}/users/{userId}': { body: userWrite, answer: 'User' },
    'GET /{clientId}/users/{userId}/': { answer: 'User' },
    'GET /{clientId}/users/{userId}/notifications/INAPP_WEB': {
      query: ['count', 'before'],
      answer: 'Feed',
    },
    'PATCH /{clientId}/users/{userId}/notifications/INAPP_WEB': {},

    'POST /logs/query': {
      body: [
        'dateRangeFilter',
        'userFilter',
        'envIdFilter',
        'statusFilter',
        'channelFilter',
        'notificationFilter',
      ],
      answer: 'LogQuery',
    },
    'GET /logs/query/{queryId}': { answer: 'LogResult' },
    'GET /logs/tail': { answer: 'Logs' },
    'GET /logs/{ids}': { answer: 'Logs' },
    'GET /logs/retention': { answer: 'Retention' },
    'GET /logs': { query: ['limit', 'cursor'], answer: 'Messages' },

    'GET /settings/push/apn': { emulated: false },
    'PUT /settings/push/apn': { body: ['KeyId', 'Key', 'TeamId', 'Topic'], emulated: false },
    'DELETE /settings/push/apn': { emulated: false },
    'GET /settings/push/fcm': { emulated: false },
    'PUT /settings/push/fcm': { body: ['fcmConfig'], emulated: false },
    'DELETE /settings/push/fcm': { emulated: false },
    'GET /keys': { emulated: false },
    'POST /keys': { emulated: false },
    'DELETE /keys/{id}': { emulated: false },
    'GET /webhooks/events': { emulated: false },
    'PUT /webhooks/events': { emulated: false },
    'DELETE /webhooks/events': { emulated: false },
  },
  types,
  parts,
  words,
  openTypes: ['Log'],
  errors: {
    '400 invalid_request': ['trackingId', 'error.code', 'error.message', 'error.fix'],
    '401': ['message'],
    '402 usage_limit': ['trackingId', 'error.code', 'error.message', 'error.fix'],
    '403': ['message'],
    '404': ['message'],
    '429': ['message', 'Retry-After'],
    '500': ['message'],
    '502 provider_error': [
      'trackingId',
      'error.code',
      'error.message',
      'error.provider',
      'error.providerCode',
    ],
  },
}
