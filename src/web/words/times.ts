import { inLanguage } from './language.ts'

/** Times told exactly, and the zones to tell them in. */
export const english = {
  exactTime: 'The exact time',
  timeIn: (zone: string) => `the time in ${zone}`,
  userZone: 'the user’s zone',
  myZone: 'my zone',
  openUserZone: 'the open user’s zone',
  findZone: 'Find a zone',
  findZonePlaceholder: 'Find a zone, by place or offset…',
  zones: 'Zones',
  inUse: ', in use',
  noZone: 'No zone is called that.',
  menu: 'The zone of all times',
  menuHint: 'All times and days are meant in this zone, those of filters too.',
  noTime: 'There is no time here',
  showExact: { label: 'Show the exact time', words: 'instant utc zone iso when' },
  copyExact: { label: 'Copy the exact time', words: 'instant iso 8601 clipboard' },
  inUtc: 'Times in UTC',
  inMine: (zone: string) => `Times in my zone, ${zone}`,
  inTheirs: 'Times in the open user’s zone',
  inTheirsNamed: (zone: string) => `Times in the open user’s zone, ${zone}`,
  switchWords: 'timezone switch',
}

export const times = inLanguage('times', english)
