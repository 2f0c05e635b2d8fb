import type { Words } from '#src/web/words/language.ts'
import type { english } from '#src/web/words/selection.ts'
import { count, counted, form } from './numbers.ts'

const users = (value: number) => counted(value, 'Benutzer', 'Benutzer')

export const selection: Words<typeof english> = {
  nobody: 'Niemand ist ausgewählt',
  selected: (value) => `${users(value)} ausgewählt`,
  missed: (value, missed) =>
    `${users(value)} ausgewählt. ${users(missed)} dieses Bereichs ${form(missed, 'ließ', 'ließen')} sich nicht lesen und ${form(missed, 'fehlt', 'fehlen')} darin`,
  everybody: (value) => `Alle ${users(value)} ausgewählt, das ist die ganze Liste`,
  allLoaded: (value) => `Alle ${count(value)} geladenen Benutzer ausgewählt; es kann mehr geben`,
  firstLoaded: (value, loaded) =>
    `Die ersten ${count(value)} von ${count(loaded)} geladenen Benutzern ausgewählt. „Alle passenden exportieren“ nimmt alle`,
  readingAgain: 'Was weggescrollt ist, wird noch einmal gelesen …',

  commands: {
    toggle: 'Zeile auswählen oder nicht mehr auswählen',
    more: 'Zeile auch auswählen, solange etwas ausgewählt ist',
    down: 'Bis zur nächsten Zeile auswählen',
    up: 'Bis zur vorigen Zeile auswählen',
    pageDown: 'Eine Bildschirmseite nach unten auswählen',
    pageUp: 'Eine Bildschirmseite nach oben auswählen',
    range: 'Alle bis zur Zeile auswählen',
    all: 'Alle geladenen Benutzer auswählen',
    clear: 'Auswahl aufheben',
    stop: 'Export anhalten',
    dismiss: 'Ergebnis des Exports ausblenden',
  },
  copyWords: 'zwischenablage excel tabelle',
  exportWords: 'herunterladen datei excel tabelle alle abbrechen csv',
  bar: 'Auswahl',
  inBar: (value) => `${count(value)} ausgewählt`,
  copy: 'Kopieren',
  export: 'Exportieren',
  all: 'Alle geladenen',
  clear: 'Aufheben',

  someSelected: (value) => `${count(value)} ausgewählte`,
  someLoaded: (value) => `${count(value)} geladene`,
  formats: { tsv: 'TSV, für Tabellen', json: 'JSON', markdown: 'Markdown' },
  copyAs: (which, format) => `${which} kopieren als ${format}`,
  exportCsv: (which) => `${which} als CSV exportieren`,
  exportRaw: (which) => `${which} als reines CSV exportieren, für Programme`,
  exportAll: 'Alle passenden als CSV exportieren',
  exportAllRaw: 'Alle passenden als reines CSV exportieren, für Programme',
  note: 'Die gezeigten Spalten in ihrer Reihenfolge. Zeiten in UTC.',
  refusedCopy: 'Der Browser hat das Kopieren abgelehnt',
  copied: (value) => `${users(value)} kopiert`,
  copiedOf: (value, of) =>
    `${users(value)} von ${count(of)} kopiert; die übrigen ließen sich nicht noch einmal lesen`,
  saved: (value) => `${users(value)} exportiert`,
  savedOf: (value, of) =>
    `${users(value)} von ${count(of)} exportiert; die übrigen ließen sich nicht noch einmal lesen`,

  file: {
    oneAddress: 'eine Adresse',
    selected: (value) => `${value} ausgewählt`,
    loaded: (value, all) => `${value} geladen ${all ? 'alle' : 'nicht alle'}`,
    matching: 'passend',
    written: (value, all) => `${value} ${all ? 'alle' : 'nicht alle'}`,
  },

  job: 'Exportvorgang',
  running: (environment) => `Alle passenden in ${environment} werden exportiert`,
  counts: (scanned, written) => `${count(scanned)} angesehen · ${count(written)} geschrieben`,
  complete: (written) => `Alle passenden exportiert: ${users(written)}.`,
  leftOut: (value) =>
    `${counted(value, 'Eintrag ohne ID fehlt', 'Einträge ohne ID fehlen')} darin.`,
  stopped: (written) =>
    `Angehalten. Die Datei ist nicht vollständig: Sie enthält die ersten ${users(written)}.`,
  brokenOff: (written, why) =>
    `Abgebrochen. Die Datei ist nicht vollständig: Sie enthält die ersten ${users(written)}. ${why}`,
  refused: (why) => `Nichts wurde exportiert. ${why}`,
  cannotWrite: 'Der Browser kann diese Datei nicht schreiben.',
  stop: 'Anhalten',
  dismiss: 'Ausblenden',
}
