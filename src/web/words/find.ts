import { inLanguage } from './language.ts'

/** What the box that finds a user will do, and what it found. */
export const english = {
  things: {
    token: 'this device token',
    endpoint: 'this web push endpoint',
    email: 'this email address',
    phone: 'this phone number',
  },
  looksLike: {
    token: 'Looks like a device token: who has it?',
    endpoint: 'Looks like a web push endpoint: who has it?',
    email: 'Looks like an email address: who has it?',
    phone: 'Looks like a phone number: who has it?',
  },
  asksNobody: 'Looks among the users loaded: no platform can be asked for it.',
  asksForId: (platform: string) =>
    `Asks ${platform} for this id, and looks among the users loaded.`,
  lookThrough: 'Look through the whole environment',
  filtersBy: (thing: string) => `Filters the list by ${thing}, which then stands in the address.`,
  created: (dates: string) => `Filter: Created ${dates}`,
  filters: 'Filters the list of the whole environment.',
  open: 'Open it as an id',
  opens: (platform: string) => `Asks ${platform} for it. It then stands in the address, as ids do.`,
  nobodyLoaded: 'No user of this environment was loaded yet.',
  nobody: (thing: string, among: string) =>
    `Nobody has ${thing} among the ${among} users loaded so far.`,
  one: (thing: string, among: string) =>
    `One user has ${thing}, among the ${among} users loaded so far.`,
  many: (count: string, thing: string, among: string) =>
    `${count} users have ${thing}, among the ${among} users loaded so far.`,
  others: 'Somebody who was not loaded may have it.',
  othersToLookThrough:
    'Somebody who was not loaded may have it: look through the whole environment.',
  othersMasked:
    'Somebody who was not loaded may have it. The whole environment is not looked through: the filter would stand in the address, and these are masked.',
  idKnown: (platform: string) => `${platform} has a user of this id.`,
  idUnknown: (platform: string) => `${platform} has no user of this id.`,
  idFailed: (platform: string) => `${platform} could not be asked for this id.`,
  list: 'What to do with it',
  looking: 'Looking',
  fingerprint: 'Its fingerprint, as it stands beside devices:',
}

export const find = inLanguage('find', english)
