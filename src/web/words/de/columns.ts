import type { english } from '#src/web/words/columns.ts'
import type { Words } from '#src/web/words/language.ts'

export const columns: Words<typeof english> = {
  choose: {
    label: 'Spalten und Zeilenhöhe wählen',
    words: 'anzeige verbergen zeigen reihenfolge dichte',
  },
  names: {
    user: 'Benutzer',
    email: 'E-Mail',
    phone: 'Telefon',
    reach: 'Erreichbarkeit',
    created: 'Erstellt',
    lastSeen: 'Zuletzt gesehen',
    id: 'ID',
    platformId: 'Plattform-ID',
    locale: 'Gebietsschema',
    timezone: 'Zeitzone',
    updated: 'Geändert',
  },
}
