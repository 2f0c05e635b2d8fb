import { isJsonObject, type Json } from '#src/domain/json.ts'
import type { Reason, ReasonCode } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { capital } from '#src/web/lib/capital.ts'
import { reasonInWords } from './reach-words.ts'
import { locale } from '#src/web/words/language.ts'
import { sentences as words } from '#src/web/words/sentences.ts'
import { browserName, deviceName } from './place-words.ts'

/** Something to know of a person whatever the channel, as a sentence. */
export type Note = {
  readonly code: ReasonCode
  readonly text: string
  /** The path of the domain field that proves it. */
  readonly field: string
  /** The others whom it is about, and among how many loaded users they were found. */
  readonly others: readonly string[]
  readonly among: number | null
}

const shared: Partial<Record<ReasonCode, (typeof words.notes)['email']>> = {
  'email-shared': words.notes.email,
  'phone-shared': words.notes.phone,
  'token-shared': words.notes.token,
}

function othersIn(detail: Json | undefined): Pick<Note, 'others' | 'among'> {
  if (!isJsonObject(detail)) return { others: [], among: null }
  const { users, among } = detail
  return {
    others: Array.isArray(users) ? users.filter((id) => typeof id === 'string') : [],
    among: typeof among === 'number' ? among : null,
  }
}

const sentence = (clause: string) => `${capital(clause)}.`

/** Which device or browser of the person a field speaks of, in words; null for any other field. */
function placeOf({ channels }: User, field: string): string | null {
  const [, channel, , index = ''] = field.split('.')
  const device = channel === 'push' ? channels.push.devices[Number(index)] : undefined
  if (device !== undefined) return deviceName(device)
  const browser = channel === 'webPush' ? channels.webPush.subscriptions[Number(index)] : undefined
  return browser === undefined ? null : browserName(browser)
}

function noteOf(user: User, reason: Reason, zone: string): Note {
  const { code, field } = reason
  const { others, among } = othersIn(reason.detail)
  const say = shared[code]
  const place = placeOf(user, field)
  const which = place === null ? '' : ` (${place})`
  const text =
    say === undefined || others.length === 0
      ? sentence(reasonInWords(null, reason, zone))
      : others.length === 1
        ? say.one(which)
        : say.many(others.length, which)
  return { code, text, field, others, among }
}

// True of so many that it stands with the facts; and what is said before all else.
const saidElsewhere: ReadonlySet<ReasonCode> = new Set(['no-timezone', 'only-an-id'])

/** What is to be known of a person. Days in the zone. */
export const notesOf = (user: User, zone: string): readonly Note[] =>
  user.notes
    .filter(({ code }) => !saidElsewhere.has(code))
    .map((reason) => noteOf(user, reason, zone))

/** Whether the platform gave nothing but the id, as it does for ids that it does not know. */
export const isOnlyAnId = ({ notes }: User): boolean =>
  notes.some(({ code }) => code === 'only-an-id')

const alternatives = new Intl.ListFormat(locale, { type: 'disjunction' })

/**
 * Among whom nobody else was found who has the same: null where there is nothing to compare, nobody to compare
 * with, and where somebody was found. `compared`: how many users were looked through, this one among them.
 */
export function aloneInWords(
  { email, phone, channels: { push, webPush } }: User,
  notes: readonly Note[],
  compared: number | null,
): string | null {
  const has = [
    ...((email ?? '') === '' ? [] : [words.alone.email]),
    ...((phone ?? '') === '' ? [] : [words.alone.phone]),
    ...(push.devices.length + webPush.subscriptions.length === 0 ? [] : [words.alone.device]),
  ]
  if (compared === null || compared < 2 || has.length === 0) return null
  if (notes.some(({ code }) => code in shared)) return null
  return words.alone.among(alternatives.format(has), compared)
}
