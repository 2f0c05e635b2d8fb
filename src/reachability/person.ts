import { askedOnce } from '#src/domain/asked-once.ts'
import type { Reason } from '#src/domain/reach.ts'
import type { UserFacts } from '#src/domain/user.ts'

const isEmpty = (value: string | null): boolean => value === null || value === ''

// The engine takes more than IANA's: distances from UTC, and letters (IST, PST) by which several zones go.
const isForeignToIana = (zone: string): boolean =>
  /^[+-]/u.test(zone) ||
  /^(?!CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)[a-z]{3}$/iu.test(zone)

const canFormatIn = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** Whether it names a zone of the IANA database, as this process knows it. */
export const isZone = askedOnce((zone: string) => !isForeignToIana(zone) && canFormatIn(zone))

/** Whether it is well-formed by BCP 47; many applications write the underscore of POSIX, `pt_PT`. */
const isLocale = askedOnce((text: string) => {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-')).length === 1
  } catch {
    return false
  }
})

const hasNothing = (user: UserFacts): boolean =>
  isEmpty(user.email) &&
  [user.name, user.avatarUrl, user.phone, user.locale, user.timezone].every(isEmpty) &&
  Object.keys(user.attributes).length === 0 &&
  user.malformed.length === 0

const hasSlack = ({ facts: { slack } }: UserFacts): boolean =>
  slack.told &&
  (slack.value.destination !== null ||
    (slack.value.connection.told && slack.value.connection.value !== null))

const hasNoChannel = (user: UserFacts): boolean => {
  const { suppression, devices, subscriptions } = user.facts
  return (
    (suppression ?? null) === null &&
    !(devices.told && devices.value.length > 0) &&
    !(subscriptions.told && subscriptions.value.length > 0) &&
    !hasSlack(user)
  )
}

const isDated = (user: UserFacts): boolean =>
  [user.createdAt, user.updatedAt, user.lastSeenAt].some((instant) => instant !== null)

/** Nothing but the id was told, as NotificationAPI does for any id: perhaps nobody is there (NotificationAPI §10). */
export const isOnlyAnId = (user: UserFacts): boolean =>
  hasNothing(user) && hasNoChannel(user) && !isDated(user)

/** Whether somebody made this record, or only an id stands there (NotificationAPI §10, Notiflows §8). */
const completion = (user: UserFacts): readonly Reason[] => {
  if (!hasNothing(user) || !hasNoChannel(user)) return []
  return [{ code: isDated(user) ? 'never-completed' : 'only-an-id', field: 'id' }]
}

const zoneNotes = ({ timezone, malformed }: UserFacts): readonly Reason[] => {
  if (timezone === null || timezone === '')
    return malformed.includes('timezone') ? [] : [{ code: 'no-timezone', field: 'timezone' }]
  return isZone(timezone)
    ? []
    : [{ code: 'timezone-unrecognised', field: 'timezone', detail: timezone }]
}

const idIsAddress = ({ id }: UserFacts): boolean =>
  /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(id) || /^\+[1-9]\d{7,14}$/u.test(id)

/** Localised messages go by the default where the language is none of BCP 47 (contract Notiflows §8). */
const localeNotes = ({ locale }: UserFacts): readonly Reason[] =>
  isEmpty(locale) || isLocale(locale ?? '')
    ? []
    : [{ code: 'locale-unrecognised', field: 'locale', detail: locale }]

/** What an operator should know of a person, whatever the channel. */
export const notesOn = (user: UserFacts): readonly Reason[] => {
  const notes: Reason[] = [...completion(user)]
  if (idIsAddress(user)) notes.push({ code: 'id-is-an-address', field: 'id' })
  notes.push(...zoneNotes(user), ...localeNotes(user))
  return notes
}
