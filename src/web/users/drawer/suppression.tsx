import type { Json } from '#src/domain/json.ts'
import { isJsonObject } from '#src/domain/json.ts'
import type { EmailSuppression } from '#src/domain/user.ts'
import { formatExact } from '#src/web/lib/time.ts'
import { Facts } from './facts.tsx'
import { JsonView } from './json-view.tsx'

const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null

// The details are untyped in the platform's documentation; Amazon SES's feedback object is the best
// reading (contract NotificationAPI §4), plain or wrapped in the name of its kind.
function feedbackOf({ reason, details }: EmailSuppression) {
  if (!isJsonObject(details)) return null
  const wrapped = details[reason.toLowerCase()]
  return isJsonObject(wrapped) ? wrapped : details
}

/** Why the platform refuses to send mail to this address: what is known of it in words, the rest as it came. */
export function Suppression(props: {
  readonly suppression: EmailSuppression
  readonly zone: string
}) {
  const { suppression, zone } = props
  const feedback = feedbackOf(suppression)
  const recipients = feedback?.['bouncedRecipients'] ?? feedback?.['complainedRecipients']
  const recipient = Array.isArray(recipients) ? recipients.find(isJsonObject) : undefined
  const when = text(feedback?.['timestamp'])
  const kind = [text(feedback?.['bounceType']), text(feedback?.['bounceSubType'])]
    .filter((part) => part !== null)
    .join(' / ')
  const rows = [
    { name: 'Suppressed for', value: suppression.reason === 'Bounce' ? 'a bounce' : 'a complaint' },
    { name: 'Kind', value: kind === '' ? text(feedback?.['complaintFeedbackType']) : kind },
    {
      name: 'When',
      value: when === null || Number.isNaN(Date.parse(when)) ? when : formatExact(when, zone),
    },
    { name: 'Recipient', value: text(recipient?.['emailAddress']) },
    { name: 'Status', value: text(recipient?.['status']) },
    { name: 'Diagnostic', value: text(recipient?.['diagnosticCode']), mono: true },
  ].filter(({ value }) => value !== null)
  return (
    <>
      <Facts rows={rows} />
      <details className="mt-1">
        <summary className="w-fit rounded-md text-muted hover:text-text">All details</summary>
        <div className="mt-2">
          <JsonView value={suppression.details} label="Suppression details" boxed />
        </div>
      </details>
    </>
  )
}
