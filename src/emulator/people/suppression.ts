import type { Dice } from '#src/emulator/random/dice.ts'
import { isoMilliseconds, minutes } from '#src/emulator/instants.ts'

type Bounce = {
  readonly type: 'Permanent' | 'Transient' | 'Undetermined'
  readonly subType: string
  readonly weight: number
  readonly status: string
  readonly diagnostic: string
}

const bounces: readonly Bounce[] = [
  {
    type: 'Permanent',
    subType: 'General',
    weight: 30,
    status: '5.1.1',
    diagnostic: 'smtp; 550 5.1.1 user unknown',
  },
  {
    type: 'Permanent',
    subType: 'NoEmail',
    weight: 22,
    status: '5.1.1',
    diagnostic: 'smtp; 550 no such mailbox',
  },
  {
    type: 'Permanent',
    subType: 'Suppressed',
    weight: 12,
    status: '5.1.1',
    diagnostic:
      'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address',
  },
  {
    type: 'Permanent',
    subType: 'OnAccountSuppressionList',
    weight: 8,
    status: '5.1.1',
    diagnostic:
      'Amazon SES did not send the message to this address because it is on the suppression list for your account',
  },
  {
    type: 'Transient',
    subType: 'MailboxFull',
    weight: 12,
    status: '4.2.2',
    diagnostic: 'smtp; 452 4.2.2 mailbox full',
  },
  {
    type: 'Transient',
    subType: 'General',
    weight: 6,
    status: '4.0.0',
    diagnostic: 'smtp; 451 4.3.0 try again later',
  },
  {
    type: 'Transient',
    subType: 'MessageTooLarge',
    weight: 2,
    status: '5.3.4',
    diagnostic: 'smtp; 552 5.3.4 message size exceeds fixed limit',
  },
  {
    type: 'Transient',
    subType: 'ContentRejected',
    weight: 2,
    status: '5.7.1',
    diagnostic: 'smtp; 554 5.7.1 message rejected as spam',
  },
  {
    type: 'Undetermined',
    subType: 'Undetermined',
    weight: 6,
    status: '5.0.0',
    diagnostic: 'smtp; 554 transaction failed',
  },
]

const byWeight = bounces.flatMap((bounce) => Array.from({ length: bounce.weight }, () => bounce))

const feedbackId = (dice: Dice) => `01000${dice.hex(11)}-${dice.uuid()}-000000`

/** What Amazon SES tells of a bounce (§4). Takes the address and the instant, epoch ms. */
export const rollBounce = (dice: Dice, emailAddress: string, at: number) => {
  const bounce = dice.pick(byWeight)
  return {
    bounceType: bounce.type,
    bounceSubType: bounce.subType,
    bouncedRecipients: [
      dice.chance(90)
        ? {
            emailAddress,
            action: 'failed',
            status: bounce.status,
            diagnosticCode: bounce.diagnostic,
          }
        : { emailAddress },
    ],
    timestamp: isoMilliseconds(at),
    feedbackId: feedbackId(dice),
    // Addresses set aside for documentation (RFC 5737).
    ...(dice.chance(60)
      ? {
          reportingMTA: `dns; a${8 + dice.below(56)}-${1 + dice.below(250)}.smtp-out.example`,
          remoteMtaIp: `192.0.2.${1 + dice.below(254)}`,
        }
      : {}),
  }
}

const feedbackTypes = [
  'abuse',
  'abuse',
  'abuse',
  'abuse',
  'other',
  'fraud',
  'auth-failure',
  'not-spam',
  'virus',
]

/** What Amazon SES tells of a complaint (§4). Takes the address and the instant, epoch ms. */
export const rollComplaint = (dice: Dice, emailAddress: string, at: number) => ({
  complainedRecipients: [{ emailAddress }],
  timestamp: isoMilliseconds(at),
  feedbackId: feedbackId(dice),
  complaintSubType: dice.chance(8) ? 'OnAccountSuppressionList' : null,
  ...(dice.chance(80)
    ? {
        userAgent: dice.pick(['ExampleCorp Feedback Loop (V0.01)', 'Yahoo!-Mail-Feedback/2.0']),
        complaintFeedbackType: dice.pick(feedbackTypes),
        arrivalDate: isoMilliseconds(at - minutes(1 + dice.below(2000))),
      }
    : {}),
})
