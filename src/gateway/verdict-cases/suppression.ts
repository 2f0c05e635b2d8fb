import type { Reach } from '#src/domain/reach.ts'

import type { Said, VerdictCase } from './case.ts'

// Suppressions in all the forms that their untyped details may have (contract NotificationAPI §4, §10).

const own = 'ines@orchard.test'
const former = 'ines@old.test'

const status = (reason: unknown, details?: unknown) => ({
  email: own,
  emailSuppressionStatus: details === undefined ? { reason } : { reason, details },
})

const blocked = (
  title: string,
  record: VerdictCase['record'],
  reasons: readonly Said[],
): VerdictCase => suppressed(title, record, 'blocked', reasons)

const suppressed = (
  title: string,
  record: VerdictCase['record'],
  reach: Reach,
  reasons: readonly Said[],
): VerdictCase => ({ title, platform: 'notificationapi', record, channel: 'email', reach, reasons })

const nothingKnown = {
  type: null,
  subType: null,
  status: null,
  diagnostic: null,
  at: null,
  recipient: null,
}

/** SES's feedback object for a bounce (contract NotificationAPI §4). */
const bounce = (bounceType: string, bounceSubType: string, ...recipients: readonly string[]) => ({
  bounceType,
  bounceSubType,
  bouncedRecipients: recipients.map((emailAddress) => ({
    emailAddress,
    action: 'failed',
    status: '5.1.1',
    diagnosticCode: `smtp; 550 no mailbox ${emailAddress}`,
  })),
  timestamp: '2026-03-11T17:40:19.000Z',
  feedbackId: 'fb-01',
})

const asBounce = (type: string, subType: string, recipient = own): Said => [
  'suppressed-bounce',
  {
    type,
    subType,
    status: '5.1.1',
    diagnostic: `smtp; 550 no mailbox ${recipient}`,
    at: '2026-03-11T17:40:19.000Z',
    recipient,
  },
]

const complaint = (more: object, recipient = own) => ({
  complainedRecipients: [{ emailAddress: recipient }],
  timestamp: '2026-03-11T17:40:19.000Z',
  feedbackId: 'fb-02',
  ...more,
})

const asComplaint = (subType: string | null, recipient = own): Said => [
  'suppressed-complaint',
  { ...nothingKnown, subType, at: '2026-03-11T17:40:19.000Z', recipient },
]

const kinds = [
  ['Permanent', 'NoEmail'],
  ['Permanent', 'General'],
  ['Permanent', 'Suppressed'],
  ['Permanent', 'OnAccountSuppressionList'],
  ['Transient', 'General'],
  ['Transient', 'MailboxFull'],
  ['Transient', 'MessageTooLarge'],
  ['Undetermined', 'Undetermined'],
] as const

const abuses = ['abuse', 'auth-failure', 'fraud', 'not-spam', 'other', 'virus'] as const

export const suppressionCases: readonly VerdictCase[] = [
  ...kinds.map(([type, subType]) =>
    blocked(`a bounce: ${type}, ${subType}`, status('Bounce', bounce(type, subType, own)), [
      asBounce(type, subType),
    ]),
  ),
  ...abuses.map((kind) =>
    blocked(
      `a complaint of ${kind}`,
      status('Complaint', complaint({ complaintFeedbackType: kind })),
      [asComplaint(kind)],
    ),
  ),
  blocked('a complaint that says nothing of what about', status('Complaint', complaint({})), [
    asComplaint(null),
  ]),
  blocked(
    'a bounce wrapped in its name',
    status('Bounce', { notificationType: 'Bounce', bounce: bounce('Permanent', 'General', own) }),
    [asBounce('Permanent', 'General')],
  ),
  blocked(
    'a complaint wrapped in its name',
    status('Complaint', { complaint: complaint({ complaintFeedbackType: 'abuse' }) }),
    [asComplaint('abuse')],
  ),
  blocked('details {}', status('Bounce', {}), [['suppressed-bounce', nothingKnown]]),
  blocked('details {} of a complaint', status('Complaint', {}), [
    ['suppressed-complaint', nothingKnown],
  ]),
  blocked('no details', status('Bounce'), [['suppressed-bounce', nothingKnown]]),
  blocked('details that are a text', status('Bounce', 'mailbox gone'), [
    ['suppressed-bounce', nothingKnown],
  ]),
  blocked(
    'details of other types than documented',
    status('Bounce', { bounceType: 1, bouncedRecipients: own, timestamp: null }),
    [['suppressed-bounce', nothingKnown]],
  ),
  blocked(
    'several recipients, ours the second of them',
    status('Bounce', bounce('Permanent', 'NoEmail', 'rui@orchard.test', own)),
    [asBounce('Permanent', 'NoEmail')],
  ),
  blocked(
    'several recipients and none of them ours',
    status('Bounce', bounce('Permanent', 'NoEmail', 'rui@orchard.test', former)),
    [
      asBounce('Permanent', 'NoEmail', 'rui@orchard.test'),
      ['suppression-stale', 'rui@orchard.test'],
    ],
  ),
  blocked(
    'a bounce of an address that was changed since',
    status('Bounce', bounce('Permanent', 'NoEmail', former)),
    [asBounce('Permanent', 'NoEmail', former), ['suppression-stale', former]],
  ),
  blocked(
    'a complaint about an address that was changed since',
    status('Complaint', complaint({}, former)),
    [asComplaint(null, former), ['complaint-stale', former]],
  ),
  blocked(
    'a complaint that SES itself held back',
    status('Complaint', complaint({ complaintSubType: 'OnAccountSuppressionList' })),
    [asComplaint('OnAccountSuppressionList')],
  ),
  blocked(
    'a bounce in a wrapper with the letters of its type',
    status('Bounce', { Bounce: bounce('Permanent', 'General', own) }),
    [asBounce('Permanent', 'General')],
  ),
  blocked(
    'a recipient with a name before the address is the address',
    status('Complaint', complaint({}, `Ines <${own}>`)),
    [asComplaint(null)],
  ),
  blocked(
    'a recipient with a dot behind the domain is the same',
    status('Complaint', complaint({}, `${own}.`)),
    [asComplaint(null, `${own}.`)],
  ),
  blocked(
    'the same address in other letters is the same',
    status('Bounce', bounce('Permanent', 'NoEmail', 'INES@Orchard.test')),
    [asBounce('Permanent', 'NoEmail', 'INES@Orchard.test')],
  ),
  blocked(
    'the same domain in the form of the DNS is the same (RFC 5891)',
    {
      ...status('Bounce', bounce('Permanent', 'NoEmail', 'Ines@xn--bcher-kva.test')),
      email: 'ines@Bücher.test',
    },
    [asBounce('Permanent', 'NoEmail', 'Ines@xn--bcher-kva.test')],
  ),
  blocked('an address without an @, suppressed too', { ...status('Bounce', {}), email: 'ines' }, [
    'suppressed-bounce',
    'address-malformed',
  ]),
  blocked(
    'an unreadable address, and the suppression of it',
    { ...status('Complaint', {}), email: 7 },
    ['suppressed-complaint', 'field-unreadable'],
  ),
  suppressed(
    'a suppression whose address is gone',
    { emailSuppressionStatus: { reason: 'Bounce', details: bounce('Permanent', 'General', own) } },
    'absent',
    ['no-address', asBounce('Permanent', 'General')],
  ),
  suppressed('a reason that no contract names', status('Manual', {}), 'unknown', [
    'field-unreadable',
    'address-present',
  ]),
  suppressed('a reason that is null', status(null, {}), 'unknown', [
    'field-unreadable',
    'address-present',
  ]),
  suppressed(
    'a suppression that is no object',
    { email: own, emailSuppressionStatus: 'Bounce' },
    'unknown',
    ['field-unreadable', 'address-present'],
  ),
  suppressed(
    'a reason that no contract names, of a malformed address',
    { ...status('Manual', {}), email: 'ines' },
    'blocked',
    ['address-malformed', 'field-unreadable'],
  ),
  suppressed(
    'a reason that no contract names, and no address',
    { emailSuppressionStatus: { reason: 'Manual' } },
    'absent',
    ['no-address'],
  ),
  suppressed(
    'a suppression that is null, which is none',
    { email: own, emailSuppressionStatus: null },
    'reachable',
    ['address-present'],
  ),
]
