import { inLanguage } from './language.ts'

/** The end of the filter bar: the zone, and what begins the list anew. */
export const english = {
  changeZone: { label: 'Change the zone', words: 'timezone utc local times' },
  zone: (zone: string) => `Zone: ${zone}`,
  reload: 'Reload the list',
  reloadNewer: (newer: string) => `${newer}: reload the list`,
  newer: (count: string) => `${count} new`,
}

export const bar = inLanguage('bar', english)
