import type { Gaps, Untold } from '#src/domain/told.ts'
import type { Reach } from '#src/domain/reach.ts'
import type { Known } from '#src/web/users/sentence-words.ts'
import { formatCount } from '#src/web/lib/numbers.ts'

/** Why something is not known, and what would change that. */
export const untoldInWords: Record<Untold, string> = {
  platform: 'This platform does not tell.',
  credential: 'The credential of this environment may not read this.',
  'not-configured':
    'Needs an account token for this environment: “accountToken” in the configuration.',
  failed: 'It was asked for, and no usable answer came. Close and open the user to ask again.',
}

/** What a list of such entries leaves out, in sentences; null when it is whole. */
export function gapsInWords(
  { unreadable, firstOnly }: Gaps,
  entries: readonly [one: string, many: string],
): string | null {
  const [one, many] = entries
  const sentences = [
    ...(firstOnly === null
      ? []
      : [`Only the first ${formatCount(firstOnly)} ${many} were read; there are more.`]),
    ...(unreadable === 0
      ? []
      : [`${formatCount(unreadable)} ${unreadable === 1 ? one : many} could not be read.`]),
  ]
  return sentences.length === 0 ? null : sentences.join(' ')
}

/** Which fields of an entry could not be read; null when all could. */
export const malformedInWords = (fields: readonly string[]): string | null =>
  fields.length === 0 ? null : `could not be read: ${fields.join(', ')}`

/**
 * What stands for what only an answer for this user alone can tell, until there is one: of a channel that the
 * list tells of, the choices; of the others the devices as well.
 */
export function openInWords(detail: Known['detail'], reach: Reach): string {
  const what = reach === 'unknown' ? 'devices and choices' : 'their choices'
  return detail === 'failed' ? `${what} could not be read` : `looking for ${what}…`
}
