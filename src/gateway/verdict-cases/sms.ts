import type { Json } from '#src/domain/json.ts'
import type { Reach, ReasonCode } from '#src/domain/reach.ts'

import type { Said, VerdictCase } from './case.ts'

// Numbers, by ITU-T E.164 and the numbering plans of countries.

const channel = 'sms'

const reachable = (title: string, number: string): VerdictCase => ({
  title,
  platform: 'notificationapi',
  record: { number },
  channel,
  reach: 'reachable',
  reasons: ['address-present'],
})
const atRisk = (title: string, number: string, code: ReasonCode, detail?: Json): VerdictCase => ({
  title,
  platform: 'notificationapi',
  record: { number },
  channel,
  reach: 'at-risk',
  reasons: [detail === undefined ? code : [code, detail]],
})
const impossible = (title: string, number: string, country: string | null): VerdictCase => ({
  title,
  platform: 'notificationapi',
  record: { number },
  channel,
  reach: 'blocked',
  reasons: [['number-impossible', country]],
})
const line = (title: string, number: string, type: string): VerdictCase =>
  atRisk(title, number, 'line-takes-no-sms', type)
const invalid = (title: string, number: string, country: string | null): VerdictCase =>
  atRisk(title, number, 'number-invalid', country)
const otherForm = (title: string, number: string, ...more: readonly Said[]): VerdictCase => ({
  title,
  platform: 'notificationapi',
  record: { number },
  channel,
  reach: 'at-risk',
  reasons: ['number-not-e164', ...more],
})
/** As Americans write it, with what is against it besides, which then is said first. */
const american = (title: string, number: string, ...more: readonly Said[]): VerdictCase => ({
  title,
  platform: 'notificationapi',
  record: { number },
  channel,
  reach: more.length === 0 ? 'reachable' : 'at-risk',
  reasons: [...more, 'number-american'],
})
const onFlows = (title: string, phone: string, reach: Reach): VerdictCase => ({
  title,
  platform: 'notiflows',
  record: { phone },
  channel,
  reach,
  reasons: ['number-not-e164'],
})

export const smsCases: readonly VerdictCase[] = [
  {
    title: 'no number',
    platform: 'notificationapi',
    record: { id: 'u' },
    channel,
    reach: 'absent',
    reasons: ['no-address'],
  },
  {
    title: 'a number that is empty',
    platform: 'notificationapi',
    record: { number: '' },
    channel,
    reach: 'absent',
    reasons: ['no-address'],
  },
  {
    title: 'a number that is null, on Notiflows',
    platform: 'notiflows',
    record: { phone: null },
    channel,
    reach: 'absent',
    reasons: ['no-address'],
  },
  {
    title: 'a mobile, on Notiflows',
    platform: 'notiflows',
    record: { phone: '+351912000200' },
    channel,
    reach: 'reachable',
    reasons: ['address-present'],
  },
  reachable('a Portuguese mobile', '+351912000200'),
  reachable('a number of the USA, where mobiles and landlines look alike', '+12025550123'),
  reachable('a number of Puerto Rico', '+17875550123'),
  reachable('a number of Jamaica', '+18764567890'),
  reachable('an Argentine mobile, with its 9', '+5491123456789'),
  reachable('a satellite telephone, of no country', '+881612345678'),
  reachable('a British number over the internet', '+445612345678'),
  reachable('a British personal number', '+447012345678'),
  reachable('a mobile of Guernsey under the code of Britain', '+447911123456'),

  line('a British landline', '+442079460958', 'fixed-line'),
  line('a toll-free number of North America', '+18005550123', 'toll-free'),
  line('a toll-free number of all countries', '+80012345678', 'toll-free'),
  line('a premium number of North America', '+19005550123', 'premium-rate'),
  line('a British premium number', '+449012345678', 'premium-rate'),
  line('an Italian number of shared cost', '+39848123456', 'shared-cost'),
  line('a British pager', '+447640123456', 'pager'),
  line('a British company number', '+445511111111', 'uan'),
  line('a Swiss voicemail', '+41860791234567', 'voicemail'),

  invalid('an area code that North America does not have', '+15551234567', null),
  invalid('a British mobile of a range for films', '+447700900123', null),
  invalid('a Brazilian mobile without the 9 of today', '+551187654321', 'BR'),

  impossible('a digit too few', '+35191200020', 'PT'),
  impossible('a digit too many', '+3519120002000', 'PT'),
  impossible('a digit too few for North America', '+1202555012', null),
  impossible('a digit too many for North America', '+120255501234', null),
  impossible('a country code and little more', '+7999', 'RU'),
  impossible('a country code alone', '+1', null),
  impossible('a country code that nobody has', '+999123456', null),
  impossible('a country code of a zero, which none begins with', '+0351912000200', null),
  impossible('sixteen digits, one more than any number has', '+1234567890123456', null),
  impossible('300 digits', `+${'1'.repeat(300)}`, null),
  impossible('300 digits without a plus', '1'.repeat(300), null),
  impossible('a word', 'unknown', null),
  impossible('nothing but blanks', '   ', null),
  impossible('a plus alone', '+', null),

  impossible('a word and a digit', 'apartment 5', null),
  impossible('a word before a number', 'call 2025550123', null),
  impossible('three digits', '911', null),
  impossible('an international number with blanks and a digit too few', '+44 20 7946', null),

  american('a number as Americans write it', '(202) 555-0123'),
  american('ten digits of North America', '2025550123'),
  american('eleven digits of North America', '1 202 555 0123'),
  american('a Canadian number with hyphens', '416-555-0199'),
  american('an American number with its country and blanks', '+1 202 555 0123'),
  american('an American toll-free number', '(800) 555-0123', ['line-takes-no-sms', 'toll-free']),
  american('an area code that there is not, as Americans write it', '(555) 123-4567', [
    'number-invalid',
    null,
  ]),

  otherForm('a British number as the British write it', '020 7946 0123'),
  otherForm('a British landline with blanks', '+44 20 7946 0958', [
    'line-takes-no-sms',
    'fixed-line',
  ]),
  otherForm('a Portuguese mobile with blanks', '+351 912 000 200'),
  otherForm('an international number with 00', '00351912000200'),
  otherForm('an international number as Americans dial it', '011 44 20 7946 0958', [
    'line-takes-no-sms',
    'fixed-line',
  ]),
  otherForm('an international number without its plus', '351912000200'),
  otherForm('a number with an extension', '+12025550123 ext. 4567'),
  otherForm('a number as a link has it', 'tel:+351912000200'),
  otherForm('a number in full-width digits', '＋３５１９１２０００２００'),
  otherForm('a number with an invisible mark before it', '\u202A+351912000200'),
  onFlows('a number as Americans write it, on Notiflows', '(202) 555-0123', 'blocked'),
  onFlows('an international number without its plus, on Notiflows', '351912000200', 'blocked'),
  onFlows('a number with an invisible mark, on Notiflows', '\u202A+351912000200', 'blocked'),
  onFlows('an international number with blanks, on Notiflows', '+351 912 000 200', 'at-risk'),
  {
    title: 'a word, on Notiflows',
    platform: 'notiflows',
    record: { phone: 'unknown' },
    channel,
    reach: 'blocked',
    reasons: ['number-impossible'],
  },
  {
    title: 'a number that is no text',
    platform: 'notificationapi',
    record: { number: 351_912_000_200 },
    channel,
    reach: 'unknown',
    reasons: ['field-unreadable'],
  },
  {
    title: 'a number that is no text, on Notiflows',
    platform: 'notiflows',
    record: { phone: 351_912_000_200 },
    channel,
    reach: 'unknown',
    reasons: ['field-unreadable'],
  },
  {
    title: 'a number under the name of the other platform, which is no number',
    platform: 'notificationapi',
    record: { phone: '+351912000200' },
    channel,
    reach: 'absent',
    reasons: ['no-address'],
  },
]
