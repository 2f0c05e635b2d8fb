import { inLanguage } from './language.ts'

/** Saved views. */
export const english = {
  open: { label: 'Views', words: 'saved bookmarks manage' },
  saved: 'Saved views',
  all: 'All users',
  hint: 'A view keeps the filters, the zone and the columns under a name, in this browser.',
  newName: 'Name of the new view',
  nameOf: (name: string) => `Name of ${name}`,
  namePlaceholder: 'A name for it…',
  save: 'Save',
  replace: 'Replace it',
  saveThis: 'Save what is on the screen',
  saveCommand: {
    label: 'Save what is on the screen as a view',
    words: 'create new bookmark',
  },
  saveAs: (name: string) => `Save what is on the screen as ${name}`,
  rename: 'Rename',
  renameThe: (name: string) => `Rename ${name}`,
  renameView: (name: string) => `Rename the view ${name}`,
  deleteAsk: (name: string) => `Delete ${name}?`,
  keep: 'Keep',
  delete: 'Delete',
  deleteThe: (name: string) => `Delete ${name}`,
  deleteView: (name: string) => `Delete the view ${name}`,
  openView: (name: string) => `Open the view ${name}`,
  opensWith: (environment: string, name: string) => `${environment} opens with ${name}`,
  openWith: (environment: string, name: string) => `Open ${environment} with ${name}`,
  openWithAll: (environment: string) => `Open ${environment} with all users`,
  pin: (name: string) => `Keep ${name} in the bar`,
  unpin: (name: string) => `Take ${name} out of the bar`,
  link: (name: string) => `Copy a link to ${name}`,
  theLink: (name: string) => `the link to ${name}`,
}

export const views = inLanguage('views', english)
