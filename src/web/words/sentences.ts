import { formatCount } from '#src/web/lib/numbers.ts'
import { inLanguage } from './language.ts'

const reaching = (reaches: string, one: string, many: string) => ({
  some: (channel: string, reached: number, all: number) =>
    `${channel} ${reaches} ${reached} of ${all} ${many}`,
  all: (channel: string, all: number) => `${channel} ${reaches} all ${all} ${many}`,
  both: (channel: string) => `${channel} ${reaches} both ${many}`,
  one: (channel: string) => `${channel} ${reaches} their ${one}`,
  them: (channel: string) => `${channel} ${reaches} them`,
})

/** What is said of a channel by the places in which it reaches a person. */
const placed = (one: string, many: string) => ({
  none: (channel: string, all: number) => `${channel} reaches none of ${all} ${many}`,
  cannot: (channel: string) => `${channel} cannot reach their ${one}`,
  mayNone: (channel: string, all: number) => `${channel} may reach none of ${all} ${many}`,
  reaches: reaching('reaches', one, many),
  should: reaching('should reach', one, many),
  bothHave: `both ${many}`,
  allHave: (all: number) => `all ${all} ${many}`,
  someHave: (count: number) => `${count} ${many}`,
})

// `place`: which of their devices, in brackets, or nothing.
const sharing = (what: string, end = '') => ({
  one: (place: string) => `Somebody else has ${what}${place}${end}.`,
  many: (count: number, place: string) =>
    `${formatCount(count)} others have ${what}${place}${end}.`,
})

const troubled = (word: string) => ({
  undated: (count: number) => `the last ${formatCount(count)} messages ${word}, as activity shows`,
  dated: (count: number, day: string) =>
    `the last ${formatCount(count)} messages ${word}, newest on ${day}, as activity shows`,
})

/** What an operator would say of a channel to a colleague. */
export const english = {
  alone: {
    email: 'email address',
    phone: 'number',
    device: 'device',
    among: (things: string, count: number) =>
      `Nobody else has this ${things}, among the ${formatCount(count)} users that Rollcall has read since it started.`,
  },
  push: placed('device', 'devices'),
  webPush: placed('browser', 'browsers'),
  switchedOff: (channel: string) => `${channel} is switched off here`,
  nobodyGetsIt: 'nobody in this environment gets it',
  right: (channel: string) => `${channel} is right not to arrive`,
  blocked: (channel: string) => `${channel} is blocked`,
  cannot: (channel: string) => `${channel} cannot reach them`,
  mayNot: (channel: string) => `${channel} may not arrive`,
  mayNotReach: (channel: string) => `${channel} may not reach them`,
  absent: (channel: string) => `${channel} is not set up`,
  unknown: (channel: string) => `${channel} is not known`,
  inTeam: (destination: string, team: string) => `${destination} in ${team}`,
  tokensOf: (names: string, tokens: number) => `${names}, one device with ${tokens} tokens`,
  trouble: { bounced: troubled('bounced'), failed: troubled('failed') },
  notes: {
    email: sharing('the same email address'),
    phone: sharing('the same number'),
    token: sharing('the same device', ', so the wrong person may get the message'),
  },
}

export const sentences = inLanguage('sentences', english)
