import type { Words } from '#src/web/words/language.ts'
import type { english } from '#src/web/words/list.ts'
import { count, form } from './numbers.ts'

const users = (value: number) => `${count(value)} Benutzer`
const fit = (value: number) => form(value, 'passt', 'passen')

export const list: Words<typeof english> = {
  users: 'Benutzerliste',
  select: (id) => `${id} auswählen`,
  copyOrExport: 'Kopieren oder exportieren',
  nobodyHere: 'Hier steht niemand mehr.',
  environment: (name) => `Umgebung: ${name}.`,
  request: (id) => `Anfrage ${id}`,
  failed: 'Auf dieser Seite ist etwas fehlgeschlagen.',
  noAnswer: 'Das Gateway von Rollcall hat nicht geantwortet. Läuft es noch?',
  unreadable: 'Das Gateway gab eine Antwort, die diese Seite nicht lesen kann.',
  changed:
    'Die Liste hat sich geändert, seit sie gelesen wurde: Benutzer kamen, gingen oder wechselten den Platz.',
  startAgain: 'Neu beginnen',
  unanswerable: {
    title: 'So lässt sich diese Liste nicht filtern',
    text: (platform, filters) =>
      `Die Benutzerliste von ${platform} enthält nicht, wonach hier gefragt ist: ${filters}.`,
  },
  unread: {
    title: 'In dieser Adresse steht ein Filter, den Rollcall nicht versteht',
    text: 'Darum wird niemand gezeigt. Ein Filter, der zweimal dasteht oder anders geschrieben ist, als Rollcall ihn schreibt, wird nicht erraten.',
  },
  removeFilter: 'Filter entfernen',
  removeThese: 'Diese Filter entfernen',
  removeAll: 'Alle Filter entfernen',
  looped: {
    title: 'Diese Liste lässt sich nicht zu Ende lesen',
    text: 'Die Plattform lieferte eine Seite zum zweiten Mal. Rollcall hat angehalten, statt sich im Kreis zu drehen.',
  },
  looking: 'Die Suche läuft noch …',
  notFinished: 'Nicht fertig',
  stop: 'Anhalten',
  keepLooking: 'Weitersuchen',
  nothingAmong: (value, environment) =>
    `Unter den ersten ${count(value)} Benutzern von ${environment} passt niemand.`,
  moreLeft: 'Es gibt weitere, die noch nicht angesehen wurden.',
  nobody: {
    title: 'Niemand passt',
    text: (environment, filters) => `Auf niemanden in ${environment} trifft ${filters} zu.`,
    all: (value) => `Alle ${count(value)} wurden angesehen.`,
    allInRange: (value) => `Alle ${count(value)} im Zeitraum wurden angesehen.`,
  },
  none: {
    title: 'Noch keine Benutzer',
    text: (environment) =>
      `„${environment}“ hat keine Benutzer. Sie erscheinen hier, sobald Ihre Anwendung jemanden anmeldet.`,
  },
  end: {
    failed: 'Die Liste geht weiter, ließ sich aber nicht lesen.',
    looped:
      'Die Plattform wiederholt eine frühere Seite; deshalb endet die Liste hier unvollständig.',
    all: (value) => `Das sind alle ${count(value)}.`,
    ends: 'Hier endet die Liste.',
    stopped: 'Angehalten.',
    more: 'Mehr laden',
    empty: 'Die Plattform liefert seit einer Weile nur leere Seiten.',
    loading: 'Weitere werden geladen …',
  },
  count: {
    looped: (rows) => `${users(rows)} geladen; die Liste lässt sich nicht zu Ende lesen`,
    ofAll: (rows, scanned) => `${count(rows)} von allen ${users(scanned)}n ${fit(rows)}`,
    inRange: (rows, scanned) => `${count(rows)} von ${users(scanned)}n im Zeitraum ${fit(rows)}`,
    match: (rows) => `${users(rows)} ${fit(rows)}`,
    allMatch: (rows) => `${users(rows)} ${fit(rows)}, das sind alle`,
    all: (rows) => `${users(rows)} geladen, das sind alle`,
    users,
    matchSoFar: (rows, scanned) =>
      `Bisher ${fit(rows)} ${users(rows)}, ${count(scanned)} gelesen, weitere folgen`,
    loaded: (rows) => `${users(rows)} geladen, weitere folgen`,
    scanned: (scanned, rows) => `${count(scanned)} gelesen · bisher ${fit(rows)} ${count(rows)}`,
    soFar: (rows) => `bisher ${users(rows)}`,
  },
  problems: {
    'bad-cursor': 'Diese Stelle der Liste lässt sich nicht lesen',
    'foreign-cursor': 'Diese Stelle gehört zu einer anderen Liste',
    'unanswerable-filter': 'Diesen Filter kann diese Umgebung nicht beantworten',
    'unknown-environment': 'Diese Umgebung gibt es nicht',
    'unknown-user': 'Die Plattform kennt diesen Benutzer nicht',
    internal: 'Im Gateway ist ein Fehler aufgetreten',
    'platform-unreachable': 'Die Plattform ist nicht erreichbar',
    'platform-bad-response': 'Die Antwort der Plattform ist nicht lesbar',
    'platform-unauthorized': 'Die Plattform weist die Zugangsdaten zurück',
    'platform-rejected': 'Die Plattform weist die Anfrage zurück',
    'platform-failed': 'Bei der Plattform ist ein Fehler aufgetreten',
    'cursor-loop': 'Die Plattform führt im Kreis',
    'platform-paused': 'Die Plattform ruht nach mehreren Fehlern',
    'audit-unavailable': 'Das Prüfprotokoll lässt sich nicht schreiben',
    'platform-timeout': 'Die Plattform hat nicht rechtzeitig geantwortet',
    'platform-rate-limited': 'Die Plattform bittet um Geduld',
    'export-running': 'Es läuft bereits ein Export',
  },
}
