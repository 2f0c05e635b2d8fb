import type { Gaps } from '#src/domain/told.ts'
import type { Reach } from '#src/domain/reach.ts'
import type { Known } from '#src/web/users/sentence-words.ts'
import { drawer as words } from '#src/web/words/drawer.ts'

/** Why something is not known, and what would change that. */
export const untoldInWords = words.untold

/** How it is said that a list is not whole; of what entries, tells the list. */
export type Entries = (typeof words)['topics']['entries']

/** What a list of such entries leaves out, in sentences; null when it is whole. */
export function gapsInWords({ unreadable, firstOnly }: Gaps, entries: Entries): string | null {
  const sentences = [
    ...(firstOnly === null ? [] : [entries.firstOnly(firstOnly)]),
    ...(unreadable === 0 ? [] : [entries.unreadable(unreadable)]),
  ]
  return sentences.length === 0 ? null : sentences.join(' ')
}

/** Which fields of an entry could not be read; null when all could. */
export const malformedInWords = (fields: readonly string[]): string | null =>
  fields.length === 0 ? null : words.unreadFields(fields.join(', '))

/**
 * What stands for what only an answer for this user alone can tell, until there is one: of a channel that the
 * list tells of, the choices; of the others the devices as well.
 */
export function openInWords(detail: Known['detail'], reach: Reach): string {
  const { device, choice } = words.open
  return (reach === 'unknown' ? device : choice)[detail === 'failed' ? 'failed' : 'coming']
}
