import type { Words } from '#src/web/words/language.ts'
import type { english } from '#src/web/words/ui.ts'
import { count, counted } from './numbers.ts'

export const ui: Words<typeof english> = {
  notLoaded:
    'Dieser Teil der Seite konnte nicht geladen werden, weil niemand antwortet. Versuchen Sie es gleich noch einmal',
  loading: 'Wird geladen',
  looking: 'Suche läuft',
  close: 'Schließen',
  copy: (what) => `${what} kopieren`,
  copied: 'Kopiert',
  copiedWhat: (what) => `${what} kopiert`,
  copyRefused: 'Der Browser hat das Kopieren verweigert',
  retry: 'Erneut versuchen',
  retryIn: (seconds) => `Erneut versuchen in ${seconds} s`,
  done: 'Was getan wurde',
  goingOn: 'Was gerade geschieht',
  justNow: 'gerade eben',
  keys: {
    Mod: 'Strg',
    Shift: 'Umschalt',
    PageUp: 'Bild auf',
    PageDown: 'Bild ab',
    Home: 'Pos1',
    End: 'Ende',
    Enter: 'Eingabe',
    Space: 'Leertaste',
  },
  token: {
    title: 'Rollcall fragt nach seinem Token',
    text: 'Öffnen Sie die Adresse, die Rollcall beim Start ausgegeben hat: Sie enthält das Token. Oder fügen Sie das Token hier ein; es bleibt nur in diesem Tab gespeichert.',
    field: 'Zugangstoken',
    open: 'Öffnen',
  },
  tree: {
    filter: (label) => `Filtern: ${label}`,
    filterPlaceholder: 'Namen und Werte filtern …',
    nothing: 'Keine Treffer.',
    found: (value) => `${count(value)} gefunden`,
    more: (left) => `Mehr zeigen, ${count(left)} übrig`,
    deeper: 'Tiefere Ebenen sind ausgelassen; beim Kopieren sind sie dabei.',
    entries: (value) => counted(value, 'Eintrag', 'Einträge'),
    fields: (value) => counted(value, 'Feld', 'Felder'),
    rounded: 'womöglich gerundet',
    characters: (left) => `${count(left)} weitere Zeichen`,
  },
}
