import { isJsonObject, type Json, type JsonObject } from '#src/domain/json.ts'
import type { EmailSuppression } from '#src/domain/user.ts'

/** What is known of a suppression. Every part is null where the platform's details do not say. */
export type SuppressionFacts = {
  /** How lasting a bounce is: `Permanent`, `Transient`, `Undetermined`; a complaint has none. */
  readonly type: string | null
  /** `NoEmail`, `MailboxFull`, …; of a complaint what it was about, `abuse`, … */
  readonly subType: string | null
  /** The enhanced status code of the receiving server (RFC 3463), `5.1.1`. */
  readonly status: string | null
  /** What the receiving server said. */
  readonly diagnostic: string | null
  /** As the platform wrote it. */
  readonly at: string | null
  readonly recipient: string | null
}

// Long enough for what servers say, short enough for a list of a thousand.
const longest = 300

const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, longest) : null

const recipientsIn = (feedback: JsonObject): readonly JsonObject[] => {
  const found = feedback['bouncedRecipients'] ?? feedback['complainedRecipients']
  return Array.isArray(found) ? found.filter(isJsonObject) : []
}

/**
 * Reads what it knows in the details of a suppression and ignores the rest: they are untyped in the
 * platform's documentation, and Amazon SES's feedback object is the best reading, plain or wrapped in
 * the name of its kind (contract NotificationAPI §4). `email` picks the recipient that is meant.
 */
export const readSuppression = (
  { reason, details }: EmailSuppression,
  email: string | null,
): SuppressionFacts => {
  const whole = isJsonObject(details) ? details : {}
  const wrapped = whole[reason.toLowerCase()]
  const feedback = isJsonObject(wrapped) ? wrapped : whole
  const recipients = recipientsIn(feedback)
  const recipient =
    recipients.find((one) => isSameAddress(text(one['emailAddress']), email)) ?? recipients[0] ?? {}
  return {
    type: text(feedback['bounceType']),
    subType: text(feedback['bounceSubType']) ?? text(feedback['complaintFeedbackType']),
    status: text(recipient['status']),
    diagnostic: text(recipient['diagnosticCode']),
    at: text(feedback['timestamp']),
    recipient: text(recipient['emailAddress']),
  }
}

/**
 * Mail servers may tell "Ada@" from "ada@" (RFC 5321 §2.4), and none that anybody meets does. A domain in
 * another script comes back from them as the DNS has it (RFC 5891).
 */
export const isSameAddress = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && comparable(a) === comparable(b)

const comparable = (address: string): string => {
  const behind = address.lastIndexOf('@') + 1
  const domain = `http://${address.slice(behind)}`
  const isForeign = /[^\p{ASCII}]/u.test(domain) && URL.canParse(domain)
  return isForeign
    ? `${address.slice(0, behind).toLowerCase()}${new URL(domain).hostname}`
    : address.toLowerCase()
}
