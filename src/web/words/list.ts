import { counted, formatCount } from '#src/web/lib/numbers.ts'
import { inLanguage } from './language.ts'

const users = (count: number) => counted(count, 'user', 'users')

/** The list of users in each of its states, and what can be done with it. */
export const english = {
  users: 'Users',
  select: (id: string) => `Select ${id}`,
  copyOrExport: 'Copy or export',
  nobodyHere: 'Nobody stands here any more.',
  environment: (name: string) => `Environment: ${name}.`,
  request: (id: string) => `Request ${id}`,
  failed: 'Something in this page failed.',
  noAnswer: 'Rollcall’s gateway did not answer. Is it still running?',
  unreadable: 'The gateway gave an answer that this page cannot read.',
  changed: 'The list has changed since it was read: users came, went, or moved.',
  startAgain: 'Start again',
  unanswerable: {
    title: 'This list cannot be filtered like that',
    text: (platform: string, filters: string) =>
      `The list of users that ${platform} gives does not tell what is asked here: ${filters}.`,
  },
  unread: {
    title: 'This address has a filter that Rollcall does not understand',
    text: 'So nobody is shown. A filter that stands there twice, or is written in another way than Rollcall writes it, is not guessed at.',
  },
  removeFilter: 'Remove the filter',
  removeThese: 'Remove these filters',
  removeAll: 'Remove all filters',
  looped: {
    title: 'This list cannot be read to its end',
    text: 'The platform gave a page it had given before. Rollcall stopped instead of turning in circles.',
  },
  looking: 'Still looking…',
  notFinished: 'Not finished',
  stop: 'Stop',
  keepLooking: 'Keep looking',
  nothingAmong: (count: number, environment: string) =>
    `Nothing matches among the first ${formatCount(count)} users of ${environment}.`,
  moreLeft: 'There are more that have not been looked at.',
  nobody: {
    title: 'Nobody matches',
    text: (environment: string, filters: string) => `Nobody in ${environment} fits ${filters}.`,
    all: (count: number) => `All ${formatCount(count)} were looked at.`,
    allInRange: (count: number) => `All ${formatCount(count)} in the range were looked at.`,
  },
  none: {
    title: 'No users yet',
    text: (environment: string) =>
      `“${environment}” has no users. They appear here as soon as your application identifies one.`,
  },
  end: {
    failed: 'The list goes on, but could not be read.',
    looped: 'The platform repeats a page it gave before, so the list ends here, unfinished.',
    all: (count: number) => `That is all ${formatCount(count)}.`,
    ends: 'The list ends here.',
    stopped: 'Stopped.',
    more: 'Load more',
    empty: 'The platform has given nothing but empty pages for a while.',
    loading: 'Loading more…',
  },
  count: {
    looped: (rows: number) => `${users(rows)} loaded, and the list cannot be read to its end`,
    ofAll: (rows: number, scanned: number) => `${formatCount(rows)} of all ${users(scanned)} match`,
    inRange: (rows: number, scanned: number) =>
      `${formatCount(rows)} of ${users(scanned)} in the range match`,
    match: (rows: number) => `${users(rows)} match`,
    allMatch: (rows: number) => `${users(rows)} match, that is all`,
    all: (rows: number) => `${users(rows)} loaded, that is all`,
    users,
    matchSoFar: (rows: number, scanned: number) =>
      `${users(rows)} match so far, ${formatCount(scanned)} scanned, more to come`,
    loaded: (rows: number) => `${users(rows)} loaded, more to come`,
    scanned: (scanned: number, rows: number) =>
      `${formatCount(scanned)} scanned · ${formatCount(rows)} match so far`,
    soFar: (rows: number) => `${users(rows)} so far`,
  },
  problems: {
    'bad-cursor': 'This place in the list cannot be read',
    'foreign-cursor': 'This place belongs to another list',
    'unanswerable-filter': 'This environment cannot answer that filter',
    'unknown-environment': 'There is no such environment',
    'unknown-user': 'The platform knows no such user',
    internal: 'The gateway failed',
    'platform-unreachable': 'The platform cannot be reached',
    'platform-bad-response': 'The platform answered something unreadable',
    'platform-unauthorized': 'The platform refuses the credential',
    'platform-rejected': 'The platform refuses the request',
    'platform-failed': 'The platform failed',
    'cursor-loop': 'The platform leads in a circle',
    'platform-paused': 'The platform is resting after failures',
    'audit-unavailable': 'The audit log cannot be written',
    'platform-timeout': 'The platform did not answer in time',
    'platform-rate-limited': 'The platform asks for patience',
    'export-running': 'An export is running already',
  },
}

export const list = inLanguage('list', english)
