import { formatCount } from '#src/web/lib/numbers.ts'
import { inLanguage } from './language.ts'

/** What narrows the list, as it stands above it. */
export const english = {
  title: 'Filters',
  add: {
    label: 'Add a filter',
    words: 'reach channel device last seen created email phone narrow',
  },
  clear: 'Remove all filters',
  filter: 'Filter',
  clearButton: 'Clear',
  remove: (filter: string) => `Remove ${filter}`,
  by: (kind: string) => `Filter: ${kind}`,
  seen: (range: string) => `Last seen: ${range}`,
  created: 'Created',
  lastSeen: 'Last seen',
  emailAddress: 'Email address',
  phoneNumber: 'Phone number',
  device: 'Device',
  has: {
    email: { one: 'Has an email', no: 'Has no email' },
    sms: { one: 'Has a phone number', no: 'Has no phone number' },
    push: { one: 'Has a device', no: 'Has no device' },
    webPush: { one: 'Has a browser', no: 'Has no browser' },
    slack: { one: 'Has Slack', no: 'Has no Slack' },
  },
  quoted: (filter: string) => `“${filter}”`,
  byPlatform: (platform: string) => `Answered by ${platform}.`,
  notHere: (platform: string) => `Not answered here: ${platform} does not tell it in a list.`,
  byScan: 'Answered by reading through all users.',
  byScanInRange: 'Answered by reading through everybody created then.',
  switchedOff: {
    one: (channel: string) => `${channel} is switched off here`,
    many: (channels: string) => `${channels} are switched off here`,
    hint: 'Switched off in the environment’s settings: nobody in it gets anything there',
  },
  reading: 'Reading users',
  read: (count: number) => `${formatCount(count)} read`,
  stop: 'Stop',
  goOn: 'Go on',
  goOnHint: 'Read on to the end of the environment',
  oddities: {
    'records-without-id': (count: number) =>
      `${formatCount(count)} records had no readable id and cannot be shown`,
    'duplicates-dropped': (count: number) =>
      `${formatCount(count)} users came twice and are shown once`,
    'more-without-cursor': (count: number) =>
      `${formatCount(count)} times the platform spoke of more users and gave no way to them`,
    'longer-than-limit': (count: number) =>
      `${formatCount(count)} users came beyond the number asked for`,
  },
}

export const filters = inLanguage('filters', english)
