import type { VerdictCase } from './case.ts'
import { choiceCases } from './choices.ts'
import { emailCases } from './email.ts'
import { applePushCases } from './push-apple.ts'
import { pushCases } from './push.ts'
import { slackCases } from './slack.ts'
import { smsCases } from './sms.ts'
import { suppressionCases } from './suppression.ts'
import { webPushCases } from './web-push.ts'

/** Every case of a verdict, by what it is about. */
export const verdictCases: readonly (readonly [about: string, cases: readonly VerdictCase[]])[] = [
  ['addresses', emailCases],
  ['suppressions', suppressionCases],
  ['numbers', smsCases],
  ['iPhones', applePushCases],
  ['devices', pushCases],
  ['browsers', webPushCases],
  ['Slack', slackCases],
  ['choices and switches', choiceCases],
]

export const allVerdictCases = verdictCases.flatMap(([, cases]) => cases)
