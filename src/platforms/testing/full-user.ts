// One user of NotificationAPI with every field of the contract, for tests.

/** The base point of P-256 (FIPS 186-4 D.1.2.3), which is as good as any. */
export const point = Buffer.from(
  '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  'hex',
)
export const auth = Buffer.alloc(16, 0xef)

/** A user with every field of the contract (§4). */
export const full = {
  id: 'u',
  email: 'ines@orchard.test',
  number: '+351210000042',
  timezone: 'Europe/Lisbon',
  pushTokens: [
    {
      type: 'APN',
      token: 'apn-push-token-0001',
      environment: 'production',
      device: {
        device_id: 'ph-7',
        app_id: 'test.orchard.shop',
        ad_id: 'ad-1',
        platform: 'ios',
        manufacturer: 'Apple',
        model: 'iPhone 15',
      },
    },
  ],
  webPushTokens: [
    {
      sub: {
        endpoint: 'https://fcm.googleapis.com/fcm/send/endpoint-path-0001',
        keys: { p256dh: point.toString('base64url'), auth: auth.toString('base64url') },
      },
    },
  ],
  slackChannel: '#ops',
  slackToken: {
    ok: true,
    access_token: 'slack-access-token-1',
    app_id: 'A1',
    bot_user_id: 'B1',
    refresh_token: 'slack-refresh-token-1',
    scope: 'chat:write,channels:read',
    token_type: 'bot',
    expires_in: 43_200,
    team: { id: 'T1', name: 'Orchard' },
    enterprise: { id: 'E1', name: 'Orchard Group' },
    authed_user: { id: 'U1', access_token: 'slack-user-token-1' },
    incoming_webhook: { channel: '#ops', channel_id: 'C1', url: 'https://hooks.test/T/B/secret01' },
  },
  lastSeenTime: '2026-03-12T08:00:00.000Z',
  updatedAt: '2026-03-11T17:40:21.004Z',
  createdAt: '2026-01-04T09:12:00.000Z',
  emailSuppressionStatus: { reason: 'Complaint', details: { complaintFeedbackType: 'abuse' } },
}
