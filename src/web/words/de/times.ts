import type { Words } from '#src/web/words/language.ts'
import type { english } from '#src/web/words/times.ts'

export const times: Words<typeof english> = {
  exactTime: 'Der genaue Zeitpunkt',
  timeIn: (zone) => `die Zeit in ${zone}`,
  userZone: 'Zone des Benutzers',
  myZone: 'meine Zone',
  openUserZone: 'Zone des geöffneten Benutzers',
  findZone: 'Zone suchen',
  findZonePlaceholder: 'Zone suchen, nach Ort oder Abstand zu UTC …',
  zones: 'Zonen',
  inUse: ', in Gebrauch',
  noZone: 'So heißt keine Zone.',
  menu: 'Die Zone aller Zeiten',
  menuHint: 'Alle Zeiten und Tage gelten in dieser Zone, auch die der Filter.',
  noTime: 'Hier gibt es keine Zeit',
  showExact: { label: 'Genauen Zeitpunkt zeigen', words: 'uhrzeit utc zone iso wann' },
  copyExact: { label: 'Genauen Zeitpunkt kopieren', words: 'uhrzeit iso 8601 zwischenablage' },
  inUtc: 'Zeiten in UTC',
  inMine: (zone) => `Zeiten in meiner Zone, ${zone}`,
  inTheirs: 'Zeiten in der Zone des geöffneten Benutzers',
  inTheirsNamed: (zone) => `Zeiten in der Zone des geöffneten Benutzers, ${zone}`,
  switchWords: 'zeitzone wechseln',
}
