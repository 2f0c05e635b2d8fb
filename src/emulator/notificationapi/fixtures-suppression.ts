import { days, hours, isoMilliseconds, seconds } from '#src/emulator/instants.ts'
import { rollApnsToken, rollFcmToken } from '#src/emulator/people/devices.ts'

import { fixtureDice, times, type Fixture } from './fixture.ts'
import type { BounceDetails } from './wire.ts'

const bounce = (
  emailAddress: string,
  at: number,
  kind: Pick<BounceDetails, 'bounceType' | 'bounceSubType'>,
  [status, diagnosticCode]: readonly [string, string],
): BounceDetails => ({
  ...kind,
  bouncedRecipients: [{ emailAddress, action: 'failed', status, diagnosticCode }],
  timestamp: isoMilliseconds(at),
  feedbackId: `01000${fixtureDice(emailAddress).hex(11)}-000000`,
  reportingMTA: 'dns; a11-42.smtp-out.example',
  remoteMtaIp: '192.0.2.25',
})

const noMailbox = ['5.1.1', 'smtp; 550 no such mailbox'] as const

/** People whose email is suppressed, each for another reason (§4, §13). */
export const suppressionFixtures = (now: number): Fixture[] => [
  {
    description: 'email bounced, and three push devices',
    user: {
      id: 'cust-0200',
      email: 'teresa@orchard.test',
      number: '+351912000200',
      timezone: 'Europe/Lisbon',
      pushTokens: [
        {
          type: 'APN',
          token: rollApnsToken(fixtureDice('cust-0200 phone')),
          device: {
            device_id: 'ph-200',
            app_id: 'test.orchard.shop',
            platform: 'ios',
            manufacturer: 'Apple',
            model: 'iPhone 16',
          },
          environment: 'production',
        },
        {
          type: 'APN',
          token: rollApnsToken(fixtureDice('cust-0200 tablet')),
          device: {
            device_id: 'tb-200',
            app_id: 'test.orchard.shop',
            platform: 'ios',
            manufacturer: 'Apple',
            model: 'iPad Air (M2)',
          },
          environment: 'sandbox',
        },
        {
          type: 'FCM',
          token: rollFcmToken(fixtureDice('cust-0200 android')),
          device: {
            device_id: 'ph-201',
            app_id: 'test.orchard.shop.mobile',
            ad_id: fixtureDice('cust-0200 ad').uuid(),
            platform: 'android',
            manufacturer: 'samsung',
            model: 'SM-S921B',
          },
        },
      ],
      lastSeenTime: isoMilliseconds(now - hours(4)),
      updatedAt: isoMilliseconds(now - days(2) + seconds(2)),
      createdAt: isoMilliseconds(now - days(260)),
      emailSuppressionStatus: {
        reason: 'Bounce',
        details: bounce(
          'teresa@orchard.test',
          now - days(2),
          { bounceType: 'Permanent', bounceSubType: 'General' },
          ['5.1.1', 'smtp; 550 5.1.1 user unknown'],
        ),
      },
    },
  },
  {
    description: 'email bounced, Transient/MailboxFull',
    user: {
      id: 'demo-mailbox-full',
      email: 'kofi.boateng@example.org',
      timezone: 'Africa/Accra',
      ...times(now, days(180), days(9)),
      emailSuppressionStatus: {
        reason: 'Bounce',
        details: bounce(
          'kofi.boateng@example.org',
          now - days(60),
          { bounceType: 'Transient', bounceSubType: 'MailboxFull' },
          ['4.2.2', 'smtp; 452 4.2.2 mailbox full'],
        ),
      },
    },
  },
  {
    description: 'complained of spam',
    user: {
      id: 'demo-complaint',
      email: 'agnes.hajdu@example.com',
      ...times(now, days(150), days(100)),
      emailSuppressionStatus: {
        reason: 'Complaint',
        details: {
          complainedRecipients: [{ emailAddress: 'agnes.hajdu@example.com' }],
          timestamp: isoMilliseconds(now - days(50)),
          feedbackId: '0100018f0c0ffee0-000000',
          complaintSubType: null,
          userAgent: 'ExampleCorp Feedback Loop (V0.01)',
          complaintFeedbackType: 'abuse',
          arrivalDate: isoMilliseconds(now - days(50) - hours(3)),
        },
      },
    },
  },
  {
    description: 'on the list of the account for a failed authentication, not for what they did',
    user: {
      id: 'demo-complaint-listed',
      email: 'pilar.ochoa@example.net',
      ...times(now, days(210), days(120)),
      emailSuppressionStatus: {
        reason: 'Complaint',
        details: {
          complainedRecipients: [{ emailAddress: 'pilar.ochoa@example.net' }],
          timestamp: isoMilliseconds(now - days(80)),
          feedbackId: '0100018f0c0ffee1-000000',
          complaintSubType: 'OnAccountSuppressionList',
          userAgent: 'Yahoo!-Mail-Feedback/2.0',
          complaintFeedbackType: 'auth-failure',
          arrivalDate: isoMilliseconds(now - days(80) - hours(1)),
        },
      },
    },
  },
  {
    description: 'suppressed for an address that was changed since',
    user: {
      id: 'demo-email-changed',
      email: 'salma.berrada@example.net',
      ...times(now, days(90), days(1)),
      emailSuppressionStatus: {
        reason: 'Bounce',
        details: bounce(
          'salma.berada@example.net',
          now - days(80),
          { bounceType: 'Permanent', bounceSubType: 'General' },
          noMailbox,
        ),
      },
    },
  },
  {
    description: 'suppressed, details {}',
    user: {
      id: 'demo-details-empty',
      email: 'wei.zhang@example.org',
      ...times(now, days(66)),
      emailSuppressionStatus: { reason: 'Bounce', details: {} },
    },
  },
  {
    description: 'suppressed, details in the wrapped form { "bounce": … }',
    user: {
      id: 'demo-details-wrapped',
      email: 'joana.falcao@example.org',
      ...times(now, days(57)),
      emailSuppressionStatus: {
        reason: 'Bounce',
        details: {
          bounce: bounce(
            'joana.falcao@example.org',
            now - days(19),
            { bounceType: 'Permanent', bounceSubType: 'NoEmail' },
            noMailbox,
          ),
        },
      },
    },
  },
]
