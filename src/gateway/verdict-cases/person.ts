import type { NoteCase } from './case.ts'

// What is to be noted of a person, whatever the channel (contracts NotificationAPI §3, §10, Notiflows §8).

const zone = { timezone: 'Europe/Lisbon' }
const times = { createdAt: '2026-01-04T09:12:00.000Z', updatedAt: '2026-03-11T17:40:21.004Z' }
const created = { created_at: '2026-03-09T16:20:11Z', updated_at: '2026-03-09T16:20:11Z' }
const device = { type: 'FCM', token: 'eDq1:APA91bFirebaseMadeThisOne' }

const napi = (
  title: string,
  record: NoteCase['record'],
  ...notes: NoteCase['notes']
): NoteCase => ({ title, platform: 'notificationapi', record, notes })
const flows = (
  title: string,
  record: NoteCase['record'],
  ...notes: NoteCase['notes']
): NoteCase => ({ title, platform: 'notiflows', record, notes })
const inZone = (title: string, timezone: unknown, ...notes: NoteCase['notes']) =>
  napi(title, { email: 'ines@orchard.test', timezone }, ...notes)

export const noteCases: readonly NoteCase[] = [
  napi('somebody complete', { id: 'cust-0107', email: 'ines@orchard.test', ...zone }),
  napi('only an id', { id: 'no-such-person' }, 'only-an-id', 'no-timezone'),
  napi(
    'only an id and nulls',
    { id: 'u', email: null, pushTokens: [] },
    'only-an-id',
    'no-timezone',
  ),
  napi('an id and times', { id: 'u', ...times }, 'never-completed', 'no-timezone'),
  napi(
    'an id and when they were seen',
    { id: 'u', lastSeenTime: times.createdAt },
    'never-completed',
    'no-timezone',
  ),
  napi('an id and a zone', { id: 'u', ...zone }),
  napi('an id and a number', { id: 'u', number: '+351912000200', ...zone }),
  napi('an id and a device', { id: 'u', pushTokens: [device] }, 'no-timezone'),
  napi(
    'an id and a browser',
    { id: 'u', webPushTokens: [{ sub: { endpoint: 'https://a.test/x' } }] },
    'no-timezone',
  ),
  napi('an id and a place in Slack', { id: 'u', slackChannel: '#ops' }, 'no-timezone'),
  napi(
    'an id and a workspace connected',
    { id: 'u', slackToken: { ok: true, access_token: 'xoxb-1' } },
    'no-timezone',
  ),
  napi(
    'an id and a suppression',
    { id: 'u', emailSuppressionStatus: { reason: 'Bounce', details: {} } },
    'no-timezone',
  ),
  napi('an id and something that cannot be read', { id: 'u', pushTokens: 'x' }, 'no-timezone'),
  napi('an id and a field of no contract', { id: 'u', plan: 'gold' }, 'no-timezone'),
  flows(
    'created by a run, and never filled in',
    { external_id: 'cust-0500', ...created },
    'never-completed',
    'no-timezone',
  ),
  flows('a name alone', { external_id: 'cust-0500', first_name: 'Rui', ...created }, 'no-timezone'),
  flows(
    'custom fields alone',
    { external_id: 'cust-0500', custom_fields: { tier: 'gold' }, ...created },
    'no-timezone',
  ),
  flows(
    'empty custom fields',
    { external_id: 'cust-0500', custom_fields: {}, ...created },
    'never-completed',
    'no-timezone',
  ),
  {
    title: 'created by a run, with a device since',
    platform: 'notiflows',
    record: { external_id: 'cust-0500', ...created },
    settings: [
      { type: 'mobile_push', provider: 'fcm', settings: { device_tokens: [device.token] } },
    ],
    notes: ['no-timezone'],
  },

  napi(
    'an id that is an email address',
    { id: 'ines@orchard.test', email: 'ines@orchard.test', ...zone },
    'id-is-an-address',
  ),
  napi('an id that is a number', { id: '+351912000200', ...zone }, 'id-is-an-address'),
  flows(
    'an external id that is an email address',
    { external_id: 'rui@orchard.test', email: 'rui@orchard.test', ...zone },
    'id-is-an-address',
  ),
  napi('an id with an @ that is no address', { id: 'ines@work', ...zone }),
  napi('an id of digits', { id: '351912000200', ...zone }),
  napi('an id that is a JSON number', { id: 107, ...zone }),

  inZone('a zone', 'Europe/Lisbon'),
  inZone('a zone of one word', 'UTC'),
  inZone('a zone by an older name', 'Asia/Calcutta'),
  inZone('a zone of three letters that is one', 'CET'),
  inZone('a zone at a fixed distance', 'Etc/GMT+5'),
  inZone('a zone that is empty', '', 'no-timezone'),
  inZone('a zone in words', 'Central European Time', [
    'timezone-unrecognised',
    'Central European Time',
  ]),
  inZone('a zone on Mars', 'Mars/Phobos', ['timezone-unrecognised', 'Mars/Phobos']),
  inZone('letters that stand for three zones and name none', 'IST', [
    'timezone-unrecognised',
    'IST',
  ]),
  inZone('letters of North America that name none', 'PST', ['timezone-unrecognised', 'PST']),
  inZone('a distance from UTC, which is no zone', '+02:00', ['timezone-unrecognised', '+02:00']),
  inZone('a zone with a blank before it', ' Europe/Lisbon', [
    'timezone-unrecognised',
    ' Europe/Lisbon',
  ]),
  inZone('a zone that cannot be read is not none', 60),

  ...['pt', 'pt-PT', 'zh-Hant-TW', 'pt_PT', 'de-CH-1996'].map((locale) =>
    flows(`a language: ${locale}`, { external_id: 'u', locale, ...zone }),
  ),
  ...['portuguese brazil', 'p', 'undefined_', '🇵🇹', 'pt--PT'].map((locale) =>
    flows(`no language: ${locale}`, { external_id: 'u', locale, ...zone }, [
      'locale-unrecognised',
      locale,
    ]),
  ),
  {
    title: 'devices on a platform that never tells when somebody was seen',
    platform: 'notiflows',
    record: { external_id: 'u', ...zone },
    settings: [
      { type: 'mobile_push', provider: 'fcm', settings: { device_tokens: [device.token] } },
    ],
    notes: [],
  },
]
