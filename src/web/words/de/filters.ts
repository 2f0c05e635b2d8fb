import type { english } from '#src/web/words/filters.ts'
import type { Words } from '#src/web/words/language.ts'
import { count, counted } from './numbers.ts'

export const filters: Words<typeof english> = {
  title: 'Filterleiste',
  add: {
    label: 'Filter hinzufügen',
    words: 'erreichbarkeit kanal gerät zuletzt gesehen erstellt e-mail telefon eingrenzen',
  },
  clear: 'Alle Filter entfernen',
  filter: 'Filtern',
  clearButton: 'Leeren',
  remove: (filter) => `${filter} entfernen`,
  by: (kind) => `Filtern: ${kind}`,
  seen: (range) => `Zuletzt gesehen: ${range}`,
  created: 'Erstellt',
  lastSeen: 'Zuletzt gesehen',
  emailAddress: 'E-Mail-Adresse',
  phoneNumber: 'Telefonnummer',
  device: 'Gerät',
  has: {
    email: { one: 'Hat eine E-Mail-Adresse', no: 'Hat keine E-Mail-Adresse' },
    sms: { one: 'Hat eine Telefonnummer', no: 'Hat keine Telefonnummer' },
    push: { one: 'Hat ein Gerät', no: 'Hat kein Gerät' },
    webPush: { one: 'Hat einen Browser', no: 'Hat keinen Browser' },
    slack: { one: 'Hat Slack', no: 'Hat kein Slack' },
  },
  quoted: (filter) => `„${filter}“`,
  byPlatform: (platform) => `Wird von ${platform} beantwortet.`,
  notHere: (platform) => `Wird hier nicht beantwortet: ${platform} nennt es in keiner Liste.`,
  byScan: 'Wird beantwortet, indem alle Benutzer durchgelesen werden.',
  byScanInRange: 'Wird beantwortet, indem alle in dem Zeitraum Erstellten durchgelesen werden.',
  switchedOff: {
    one: (channel) => `${channel} ist hier abgeschaltet`,
    many: (channels) => `${channels} sind hier abgeschaltet`,
    hint: 'In den Einstellungen der Umgebung abgeschaltet: Niemand in ihr erhält dort etwas',
  },
  reading: 'Benutzer werden gelesen',
  read: (value) => `${count(value)} gelesen`,
  stop: 'Anhalten',
  goOn: 'Weiter',
  goOnHint: 'Bis zum Ende der Umgebung weiterlesen',
  oddities: {
    'records-without-id': (value) =>
      `${counted(value, 'Datensatz', 'Datensätze')} ohne lesbare ID, daher nicht darstellbar`,
    'duplicates-dropped': (value) =>
      `${count(value)} Benutzer doppelt geliefert und einmal dargestellt`,
    'more-without-cursor': (value) =>
      `${count(value)}-mal kündigte die Plattform weitere Benutzer an, ohne einen Weg zu ihnen`,
    'longer-than-limit': (value) => `${count(value)} Benutzer mehr als angefordert`,
  },
}
