import { ownWord } from '#src/web/lib/own-word.ts'
import { activity } from '#src/web/words/activity.ts'

/** A Slack error in words, or null for one that nobody has described. */
export const slackErrorInWords = (error: string): string | null =>
  ownWord(activity.slackErrors, error) ?? null
