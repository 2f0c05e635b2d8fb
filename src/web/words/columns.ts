import { inLanguage } from './language.ts'

/** What the columns are called, and the button to choose them by. */
export const english = {
  choose: { label: 'Choose columns and density', words: 'display options hide show order' },
  names: {
    user: 'User',
    email: 'Email',
    phone: 'Phone',
    reach: 'Reach',
    created: 'Created',
    lastSeen: 'Last seen',
    id: 'Id',
    platformId: 'Platform id',
    locale: 'Locale',
    timezone: 'Time zone',
    updated: 'Updated',
  },
}

export const columns = inLanguage('columns', english)
