import type { Reach } from '#src/domain/reach.ts'

import type { Said, VerdictCase } from './case.ts'

// Slack: where messages go, and the connection that they go over (contract NotificationAPI §4, §10).

const bot = { ok: true, access_token: 'xoxb-1', token_type: 'bot', scope: 'chat:write' }
const webhook = {
  channel: '#ops',
  channel_id: 'C024BE91L',
  url: 'https://hooks.slack.com/services/x',
}

const slack = (
  title: string,
  record: VerdictCase['record'],
  reach: Reach,
  ...reasons: readonly Said[]
): VerdictCase => ({ title, platform: 'notificationapi', record, channel: 'slack', reach, reasons })

/** A destination that is well, over this connection. */
const over = (title: string, slackToken: unknown, reach: Reach, ...reasons: readonly Said[]) =>
  slack(title, { slackChannel: '#ops', slackToken }, reach, ...reasons)
const reachableOver = (title: string, slackToken: unknown) =>
  over(title, slackToken, 'reachable', 'destination-present')
/** A connection that is well, to this destination. */
const to = (title: string, slackChannel: string, form: string | null) =>
  slack(title, { slackChannel, slackToken: bot }, 'reachable', ['destination-present', form])

const flows = (
  title: string,
  settings: VerdictCase['settings'],
  reach: Reach,
  ...reasons: readonly Said[]
): VerdictCase => ({
  title,
  platform: 'notiflows',
  record: { external_id: 'u' },
  ...(settings === undefined ? {} : { settings }),
  channel: 'slack',
  reach,
  reasons,
})
const place = (settings: unknown) => [{ type: 'chat', provider: 'slack', settings }] as const
const overProject: Said = ['connection-not-told', 'platform']

export const slackCases: readonly VerdictCase[] = [
  to('a channel by id', 'C024BE91L', 'channel-id'),
  to('a private channel by id', 'G024BE91L', 'channel-id'),
  to('a person by id', 'U024BE91L', 'user-id'),
  to('a person of an enterprise by id', 'W024BE91L', 'user-id'),
  to('a direct message by id', 'D024BE91L', 'dm-id'),
  to('a channel by name', '#ops', 'channel-name'),
  to('a person by name', '@ines', 'user-name'),
  to('a bare name', 'ops', 'name'),
  to('an id in small letters, which is a name', 'c024be91l', 'name'),

  slack('neither destination nor connection', { id: 'u' }, 'absent', 'no-destination'),
  slack('a connection and no destination', { slackToken: bot }, 'absent', 'no-destination'),
  slack(
    'a destination that is empty',
    { slackChannel: '', slackToken: bot },
    'absent',
    'no-destination',
  ),
  slack(
    'a destination of blanks',
    { slackChannel: '  ', slackToken: bot },
    'absent',
    'no-destination',
  ),
  slack(
    'a destination, and no workspace connected',
    { slackChannel: '#ops' },
    'blocked',
    'destination-without-connection',
  ),
  slack('a destination that is no text', { slackChannel: 7, slackToken: bot }, 'unknown', [
    'slack-not-told',
    'failed',
  ]),
  slack(
    'a connection that is no object',
    { slackChannel: '#ops', slackToken: 'xoxb-1' },
    'unknown',
    ['slack-not-told', 'failed'],
  ),

  reachableOver('a bot that may write', bot),
  reachableOver('an app of before 2020', { ...bot, scope: 'identify,bot' }),
  reachableOver('scopes with blanks between', { ...bot, scope: 'channels:read chat:write' }),
  reachableOver('scopes that are not told', { ok: true, access_token: 'xoxb-1' }),
  reachableOver('a whole enterprise connected', {
    ...bot,
    is_enterprise_install: true,
    enterprise: { id: 'E1', name: 'Orchard Group' },
    team: null,
  }),
  reachableOver('a person’s own token instead of a bot’s', {
    ok: true,
    authed_user: { id: 'U1', access_token: 'xoxp-1', scope: 'chat:write' },
  }),
  reachableOver('a token that expires and can be renewed', {
    ...bot,
    expires_in: 43_200,
    refresh_token: 'xoxe-1',
  }),
  reachableOver('a warning, which is none', { ...bot, warning: 'missing_charset' }),
  reachableOver('a webhook and no access token', { ok: true, incoming_webhook: webhook }),
  reachableOver('scopes that were needed, and are all provided', {
    ...bot,
    needed: 'chat:write,channels:read',
    provided: 'channels:read,chat:write',
  }),

  over('a connection that failed', { ok: false, error: 'invalid_auth' }, 'blocked', [
    'connection-failed',
    'invalid_auth',
  ]),
  over('a connection that failed and does not say why', { ...bot, ok: false }, 'blocked', [
    'connection-failed',
    null,
  ]),
  over(
    'an error although all is said to be well',
    { ...bot, error: 'account_inactive' },
    'blocked',
    ['connection-failed', 'account_inactive'],
  ),
  over(
    'a scope that was refused',
    { ok: false, error: 'missing_scope', needed: 'chat:write', provided: 'channels:read,im:read' },
    'blocked',
    ['connection-failed', 'missing_scope'],
    ['scope-missing', 'chat:write'],
  ),
  over(
    'a needed scope that is not provided',
    { ...bot, needed: 'chat:write.public', provided: 'chat:write' },
    'blocked',
    ['scope-missing', 'chat:write.public'],
  ),
  over(
    'two needed scopes, one of them provided',
    { ...bot, needed: 'chat:write,im:write', provided: 'chat:write' },
    'blocked',
    ['scope-missing', 'im:write'],
  ),
  over(
    'a scope that was needed, and nothing provided',
    { ...bot, needed: 'chat:write' },
    'blocked',
    ['scope-missing', 'chat:write'],
  ),
  over('scopes to read alone', { ...bot, scope: 'channels:read,users:read' }, 'blocked', [
    'scope-missing',
    'chat:write',
  ]),
  over(
    'a scope that only begins like the right one',
    { ...bot, scope: 'chat:write.customize' },
    'blocked',
    ['scope-missing', 'chat:write'],
  ),
  over(
    'a webhook without the scope to write elsewhere',
    { ok: true, access_token: 'xoxb-1', scope: 'incoming-webhook', incoming_webhook: webhook },
    'at-risk',
    ['scope-missing', 'chat:write'],
  ),
  slack(
    'a webhook without the scope to write elsewhere, to elsewhere',
    {
      slackChannel: '#sales',
      slackToken: {
        ok: true,
        access_token: 'xoxb-1',
        scope: 'incoming-webhook',
        incoming_webhook: webhook,
      },
    },
    'blocked',
    ['scope-missing', 'chat:write'],
  ),
  ...['#ops', 'ops', 'OPS', 'C024BE91L'].map((destination) =>
    slack(
      `a webhook alone, to its own channel: ${destination}`,
      { slackChannel: destination, slackToken: { ok: true, incoming_webhook: webhook } },
      'reachable',
      'destination-present',
    ),
  ),
  ...['#sales', 'C024BE91M', '@ines', '#ops2'].map((destination) =>
    slack(
      `a webhook alone, to another place: ${destination}`,
      { slackChannel: destination, slackToken: { ok: true, incoming_webhook: webhook } },
      'blocked',
      ['webhook-elsewhere', '#ops'],
    ),
  ),
  reachableOver('a webhook alone, whose scope is not one to write', {
    ok: true,
    scope: 'incoming-webhook',
    incoming_webhook: webhook,
  }),
  ...['#', '@', '# ', 'undefined', 'null', '#undefined', '[object Object]'].map((destination) =>
    slack(
      `${JSON.stringify(destination)} in place of a destination`,
      { slackChannel: destination, slackToken: bot },
      'blocked',
      'destination-malformed',
    ),
  ),
  slack(
    'an access that has expired since the record last changed',
    {
      slackChannel: '#ops',
      slackToken: { ...bot, expires_in: 43_200 },
      updatedAt: '2026-11-21T23:59:59.000Z',
    },
    'blocked',
    ['connection-lapsed', '2026-11-22T11:59:59.000Z'],
  ),
  slack(
    'an access that may not have expired yet',
    {
      slackChannel: '#ops',
      slackToken: { ...bot, expires_in: 43_200 },
      updatedAt: '2026-11-22T00:00:00.000Z',
    },
    'at-risk',
    ['connection-lapses', 43_200],
  ),
  slack(
    'an access that would have expired and is renewed',
    {
      slackChannel: '#ops',
      slackToken: { ...bot, expires_in: 43_200, refresh_token: 'xoxe-1' },
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
    'reachable',
    'destination-present',
  ),
  slack(
    'an access that has expired, beside a webhook to that channel',
    {
      slackChannel: '#ops',
      slackToken: { ...bot, expires_in: 60, incoming_webhook: webhook },
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
    'at-risk',
    'connection-lapsed',
  ),
  over('neither token nor webhook', { ok: true }, 'blocked', 'no-access-token'),
  over('a token that is empty', { ...bot, access_token: '' }, 'blocked', 'no-access-token'),
  over('a connection {}', {}, 'blocked', 'no-access-token', 'field-unreadable'),
  over('a token that expires and cannot be renewed', { ...bot, expires_in: 43_200 }, 'at-risk', [
    'connection-lapses',
    43_200,
  ]),
  over(
    'a person’s token that expires and cannot be renewed',
    { ok: true, authed_user: { access_token: 'xoxp-1', scope: 'chat:write', expires_in: 60 } },
    'at-risk',
    ['connection-lapses', 60],
  ),
  over(
    'a connection that does not say whether it is well',
    { ...bot, ok: null },
    'unknown',
    'field-unreadable',
  ),
  over('whether it is well is no yes or no', { ...bot, ok: 'true' }, 'unknown', 'field-unreadable'),
  over(
    'a token that cannot be read',
    { ...bot, access_token: { bot: 'xoxb-1' } },
    'unknown',
    'field-unreadable',
  ),
  over(
    'an error that cannot be read',
    { ...bot, error: { code: 'x' } },
    'unknown',
    'field-unreadable',
  ),
  over(
    'an unreadable token over a connection that failed',
    { ok: false, access_token: 7 },
    'blocked',
    'connection-failed',
    'field-unreadable',
  ),

  flows('in the list of Notiflows', undefined, 'unknown', ['slack-not-told', 'platform']),
  flows('without an account token', 'not-configured', 'unknown', [
    'slack-not-told',
    'not-configured',
  ]),
  flows('no settings on any chat channel', [], 'absent', 'no-destination'),
  flows(
    'a channel over the project’s connection',
    place({ slack_channel_id: 'C024BE91L' }),
    'reachable',
    ['destination-present', 'channel-id'],
    overProject,
  ),
  flows(
    'a direct message over the project’s connection',
    place({ slack_user_id: 'U024BE91L' }),
    'reachable',
    ['destination-present', 'user-id'],
    overProject,
  ),
  flows(
    'two places at once',
    [...place({ slack_channel_id: 'C024BE91L' }), ...place({ slack_user_id: 'U024BE91L' })],
    'reachable',
    ['destination-present', null],
    overProject,
  ),
  flows('settings that name no place', place({ teams_channel: 'x' }), 'unknown', [
    'slack-not-told',
    'failed',
  ]),
  flows('settings that cannot be read', place(7), 'unknown', ['slack-not-told', 'failed']),
]
