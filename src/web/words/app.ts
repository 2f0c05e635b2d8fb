import { inLanguage } from './language.ts'

/** The frame around every page. */
export const english = {
  findCommand: { label: 'Find a command', words: 'palette' },
  showKeys: { label: 'Show every key', words: 'help shortcuts keyboard' },
  findUser: { label: 'Find a user', words: 'open id search email phone token endpoint date' },
  findUserField: 'Find a user by id, email, phone, device token or day',
  findUserPlaceholder: 'Find a user…',
  goTo: (environment: string) => `Go to ${environment}`,
  goToWords: 'switch',
  theme: {
    dark: 'Switch to dark colours',
    light: 'Switch to light colours',
    words: 'theme mode',
  },
  language: 'Language',
  languageWords: 'language locale translation sprache',
  usersOf: (environment: string) => `Users of ${environment}`,
  loading: 'Loading Rollcall',
  commands: 'Commands',
  commandPlaceholder: 'What do you want to do?',
  noCommand: 'No command is called that.',
  keys: 'Keys',
  allKeys: 'All keys',
  close: 'Close',
  letters: 'Letters and signs alone are commands',
  notFound: {
    title: 'There is nothing at this address',
    text: 'The environment may have been renamed or taken out of the configuration.',
    action: 'Go to the first environment',
  },
  broken: {
    title: 'This page broke',
    text: 'A part of it could not be loaded, or failed. Nothing is lost: the address holds the view.',
    action: 'Load it again',
  },
  noEnvironments: 'Rollcall could not read its environments.',
}

export const app = inLanguage('app', english)
