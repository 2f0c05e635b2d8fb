import { isJsonObject, type Json } from '#src/domain/json.ts'
import type { Reason, ReasonCode } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { capital } from '#src/web/lib/capital.ts'
import { formatCount } from '#src/web/lib/numbers.ts'
import { reasonInWords } from './reach-words.ts'

/** Something to know of a person whatever the channel, as a sentence. */
export type Note = {
  readonly code: ReasonCode
  readonly text: string
  /** The path of the domain field that proves it. */
  readonly field: string
  /** The others whom it is about, and among how many loaded users they were found. */
  readonly others: readonly string[]
  readonly among: number | null
  /** True of so many that it is said last and softly. */
  readonly quiet: boolean
}

const shared: Partial<Record<ReasonCode, readonly [has: string, end: string]>> = {
  'email-shared': ['the same email address', ''],
  'phone-shared': ['the same number', ''],
  'token-shared': ['the same device', ', so the wrong person may get the message'],
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

function noteOf(reason: Reason, zone: string): Note {
  const { code, field } = reason
  const { others, among } = othersIn(reason.detail)
  const [has, end] = shared[code] ?? []
  const who =
    others.length === 1 ? 'Somebody else has' : `${formatCount(others.length)} others have`
  const text =
    has === undefined || others.length === 0
      ? sentence(reasonInWords(null, reason, zone))
      : `${who} ${has}${end ?? ''}.`
  return { code, text, field, others, among, quiet: code === 'no-timezone' }
}

/** What is to be known of a person, the quiet last. */
export const notesOf = ({ notes }: User, zone: string): readonly Note[] =>
  notes.map((reason) => noteOf(reason, zone)).toSorted((a, b) => Number(a.quiet) - Number(b.quiet))
