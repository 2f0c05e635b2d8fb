import type { VerdictCase } from './case.ts'

// Addresses, by RFC 5321 and by the words of both platforms. Suppressions are in suppression.ts.

const channel = 'email'
const reachable = { channel, reach: 'reachable', reasons: ['address-present'] } as const
const malformed = { channel, reach: 'blocked', reasons: ['address-malformed'] } as const
const unreadable = { channel, reach: 'unknown', reasons: ['field-unreadable'] } as const
const absent = { channel, reach: 'absent', reasons: ['no-address'] } as const

const on = { platform: 'notificationapi' } as const

const refused = ([title = '', email]: readonly string[]): VerdictCase => {
  const { reach, reasons } = malformed
  return { title, platform: 'notificationapi', record: { email }, channel, reach, reasons }
}
const taken = ([title = '', email]: readonly string[]): VerdictCase => {
  const { reach, reasons } = reachable
  return { title, platform: 'notificationapi', record: { email }, channel, reach, reasons }
}

export const emailCases: readonly VerdictCase[] = [
  { title: 'no address', ...on, record: { id: 'u' }, ...absent },
  { title: 'an address that is null', ...on, record: { email: null }, ...absent },
  { title: 'an address that is empty', ...on, record: { email: '' }, ...absent },
  { title: 'an address', ...on, record: { email: 'ines@orchard.test' }, ...reachable },
  {
    title: 'an address that also stands in a field with a sensitive name',
    ...on,
    record: { email: 'ines@orchard.test', auth_email: 'ines@orchard.test' },
    ...reachable,
  },
  {
    title: 'an address that is one of their tokens stays hidden, and is no address',
    ...on,
    record: {
      email: 'secret-token@orchard.test',
      pushTokens: [{ type: 'FCM', token: 'secret-token@orchard.test' }],
    },
    ...malformed,
  },
  { title: 'a tagged address', ...on, record: { email: 'ines+news@orchard.test' }, ...reachable },
  {
    title: 'an address in another script (RFC 6531)',
    ...on,
    record: { email: 'инес@сад.test' },
    ...reachable,
  },
  {
    title: 'a quoted mailbox with a blank and an @ in it (RFC 5321 §4.1.2)',
    ...on,
    record: { email: '"ines @ home"@orchard.test' },
    ...reachable,
  },
  {
    title: 'an address at an IP number (RFC 5321 §4.1.3)',
    ...on,
    record: { email: 'ines@[192.0.2.1]' },
    ...reachable,
  },
  ...[
    ['two full stops in the domain', 'ines@orchard..test'],
    ['a domain that begins with a full stop', 'ines@.test'],
    ['a comma behind', 'ines@orchard.test,'],
    ['a semicolon behind', 'ines@orchard.test;'],
    ['angle brackets around', '<ines@orchard.test>'],
    ['a name before it', 'Ines <ines@orchard.test>'],
    ['a scheme before it', 'mailto:ines@orchard.test'],
    ['a label that begins with a hyphen', 'ines@-orchard.test'],
    ['a label that ends with a hyphen', 'ines@orchard-.test'],
    ['a label of 64', `ines@${'o'.repeat(64)}.test`],
    ['a zero-width blank in the mailbox', 'ines\u200b@orchard.test'],
    ['a zero-width blank in the domain', 'ines@orchard\u200b.test'],
    ['a byte order mark before it', '\ufeffines@orchard.test'],
    ['a mailbox of 65 octets (RFC 5321 §4.5.3.1.1)', `${'i'.repeat(65)}@orchard.test`],
    ['a mailbox of 66 octets in 33 letters', `${'и'.repeat(33)}@orchard.test`],
    ['an @ at its end', 'ines@orchard.test@'],
  ].map(refused),
  ...[
    ['a mailbox of 64 octets', `${'i'.repeat(64)}@orchard.test`],
    ['hyphens inside a label', 'ines@or--chard.test'],
    ['a domain in the form of the DNS', 'ines@xn--bcher-kva.test'],
    ['a domain in Persian, with its joiner', 'ines@نامه‌ای.test'],
    ['a domain with the full stop of Japanese', 'ines@果樹園。test'],
    ['every sign that a mailbox may hold (RFC 5322 §3.2.3)', "!#$%&'*+-/=?^_`{|}~@orchard.test"],
    ['a dot behind the domain', 'ines@orchard.test.'],
    ['an address at an IPv6 number', 'ines@[IPv6:2001:db8::1]'],
    ['a label of digits', 'ines@163.test'],
  ].map(taken),
  {
    title: 'an address at a bare host, which hardly any server takes (RFC 7085)',
    ...on,
    record: { email: 'ines@mailhost' },
    channel,
    reach: 'at-risk',
    reasons: ['address-dotless'],
  },
  { title: 'a word and no @', ...on, record: { email: 'ines' }, ...malformed },
  { title: 'nothing before the @', ...on, record: { email: '@orchard.test' }, ...malformed },
  { title: 'nothing behind the @', ...on, record: { email: 'ines@' }, ...malformed },
  { title: 'two @', ...on, record: { email: 'ines@home@orchard.test' }, ...malformed },
  { title: 'a blank inside', ...on, record: { email: 'ines prado@orchard.test' }, ...malformed },
  { title: 'a line break behind', ...on, record: { email: 'ines@orchard.test\n' }, ...malformed },
  { title: 'two addresses', ...on, record: { email: 'a@b.test, c@d.test' }, ...malformed },
  { title: 'nothing but blanks', ...on, record: { email: '   ' }, ...malformed },
  {
    title: 'a control character inside (RFC 5321 §4.1.2)',
    ...on,
    record: { email: 'ines\u0000@orchard.test' },
    ...malformed,
  },
  {
    title: 'a quotation that never ends',
    ...on,
    record: { email: '"ines@home@orchard.test' },
    ...malformed,
  },
  {
    title: 'a domain longer than any can be (RFC 5321 §4.5.3.1.2)',
    ...on,
    record: { email: `ines@${'orchard.'.repeat(40)}test` },
    ...malformed,
  },
  { title: 'a number where the address belongs', ...on, record: { email: 7 }, ...unreadable },
  {
    title: 'a list of addresses where one belongs',
    ...on,
    record: { email: ['ines@orchard.test'] },
    ...unreadable,
  },
  {
    title: 'an address on a platform that tells no suppression (Notiflows §8)',
    platform: 'notiflows',
    record: { email: 'rui@orchard.test' },
    channel,
    reach: 'reachable',
    reasons: ['address-present', ['suppression-not-told', 'platform']],
  },
  {
    title: 'no address on a platform that tells no suppression',
    platform: 'notiflows',
    record: { email: null },
    ...absent,
  },
  {
    title: 'a malformed address on a platform that tells no suppression',
    platform: 'notiflows',
    record: { email: 'rui.orchard.test' },
    channel,
    reach: 'blocked',
    reasons: ['address-malformed', 'suppression-not-told'],
  },
  {
    title: 'an unreadable address on a platform that tells no suppression',
    platform: 'notiflows',
    record: { email: { work: 'rui@orchard.test' } },
    channel,
    reach: 'unknown',
    reasons: ['field-unreadable', 'suppression-not-told'],
  },
]
