import { isJsonObject, type Json, type JsonObject } from '#src/domain/json.ts'
import type { EmailSuppression } from '#src/domain/user.ts'

/** What is known of a suppression. Every part is null where the platform's details do not say. */
export type SuppressionFacts = {
  /** How lasting a bounce is: `Permanent`, `Transient`, `Undetermined`; a complaint has none. */
  readonly type: string | null
  /** `NoEmail`, `MailboxFull`, …; of a complaint what it was about, `abuse`, …, or `OnAccountSuppressionList` */
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

/** The address in what SES may write with a name before it, `Ines <ines@orchard.test>`. */
const addressIn = (written: string | null): string | null =>
  /<([^<>]+)>\s*$/u.exec(written ?? '')?.[1] ?? written

/** The feedback in its wrapper, whose name SES writes as `bounce`, and its notification type as `Bounce`. */
const unwrapped = (whole: JsonObject, name: string): JsonObject => {
  const inner = Object.entries(whole).find(([key]) => key.toLowerCase() === name)?.[1]
  return isJsonObject(inner) ? inner : whole
}

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
  const feedback = unwrapped(isJsonObject(details) ? details : {}, reason.toLowerCase())
  const recipients = recipientsIn(feedback)
  const addressOf = (one: JsonObject) => addressIn(text(one['emailAddress']))
  const recipient =
    recipients.find((one) => isSameAddress(addressOf(one), email)) ?? recipients[0] ?? {}
  return {
    type: text(feedback['bounceType']),
    subType:
      text(feedback['bounceSubType']) ??
      text(feedback['complaintFeedbackType']) ??
      text(feedback['complaintSubType']),
    status: text(recipient['status']),
    diagnostic: text(recipient['diagnosticCode']),
    at: text(feedback['timestamp']),
    recipient: addressOf(recipient),
  }
}

/**
 * Mail servers may tell "Ada@" from "ada@" (RFC 5321 §2.4), and none that anybody meets does. A domain in
 * another script comes back from them as the DNS has it (RFC 5891), and any with a dot behind it, or none.
 */
export const isSameAddress = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && comparable(a) === comparable(b)

const comparable = (address: string): string => {
  const behind = address.lastIndexOf('@') + 1
  const domain = address.slice(behind).toLowerCase().replace(/\.$/u, '')
  const url = `http://${domain}`
  const isForeign = /[^\p{ASCII}]/u.test(domain) && URL.canParse(url)
  return `${address.slice(0, behind).toLowerCase()}${isForeign ? new URL(url).hostname : domain}`
}
