import type { english } from '#src/web/words/app.ts'
import type { Words } from '#src/web/words/language.ts'

export const app: Words<typeof english> = {
  findCommand: { label: 'Befehl suchen', words: 'palette kommando' },
  showKeys: { label: 'Alle Tasten zeigen', words: 'hilfe tastenkürzel tastatur kurzbefehle' },
  findUser: {
    label: 'Benutzer suchen',
    words: 'öffnen id finden e-mail telefon token endpunkt datum',
  },
  findUserField: 'Benutzer suchen: nach ID, E-Mail, Telefonnummer, Geräte-Token oder Tag',
  findUserPlaceholder: 'Benutzer suchen …',
  goTo: (environment) => `Wechseln zu ${environment}`,
  goToWords: 'umgebung',
  theme: {
    dark: 'Dunkle Farben verwenden',
    light: 'Helle Farben verwenden',
    words: 'design modus hell dunkel',
  },
  language: 'Sprache',
  languageWords: 'übersetzung language',
  usersOf: (environment) => `Benutzer von ${environment}`,
  loading: 'Rollcall wird geladen',
  commands: 'Befehle',
  commandPlaceholder: 'Was möchten Sie tun?',
  noCommand: 'So heißt kein Befehl.',
  keys: 'Tasten',
  allKeys: 'Alle Tasten',
  close: 'Schließen',
  letters: 'Buchstaben und Zeichen allein sind Befehle',
  notFound: {
    title: 'Unter dieser Adresse gibt es nichts',
    text: 'Vielleicht wurde die Umgebung umbenannt oder aus der Konfiguration entfernt.',
    action: 'Zur ersten Umgebung',
  },
  broken: {
    title: 'Auf dieser Seite ist etwas schiefgegangen',
    text: 'Ein Teil von ihr ließ sich nicht laden oder ist ausgefallen. Nichts ist verloren: Die Ansicht steht in der Adresse.',
    action: 'Neu laden',
  },
  noEnvironments: 'Rollcall konnte seine Umgebungen nicht lesen.',
}
