import { isJsonObject } from '#src/domain/json.ts'
import type { EmailChannel } from '#src/domain/user.ts'
import { formatExact } from '#src/web/lib/time.ts'
import { JsonTree } from '#src/web/ui/json-tree.tsx'
import { ExactTime } from './exact-time.tsx'
import { Facts, given } from './facts.tsx'

/**
 * Why the platform refuses to send mail to this address: what the gateway read in its details, then
 * the details as they came.
 */
export function Suppression(props: { readonly email: EmailChannel; readonly zone: string }) {
  const { email, zone } = props
  const { suppression, reasons } = email
  if (suppression === null) return null
  const read = reasons.find(({ code }) => code.startsWith('suppressed-'))?.detail
  const known = (name: string): string | null => {
    const value = isJsonObject(read) ? read[name] : null
    return typeof value === 'string' ? value : null
  }
  const at = known('at')
  const readable = at !== null && !Number.isNaN(Date.parse(at))
  const kind = [known('type'), known('subType')].filter((part) => part !== null).join(' / ')
  return (
    <>
      <Facts
        rows={given([
          {
            name: 'Suppressed for',
            value: suppression.reason === 'Bounce' ? 'a bounce' : 'a complaint',
          },
          { name: 'Kind', value: kind },
          {
            name: 'When',
            value: readable ? <ExactTime iso={at}>{formatExact(at, zone)}</ExactTime> : at,
            copy: at ?? undefined,
          },
          { name: 'Recipient', value: known('recipient') },
          { name: 'Status', value: known('status') },
          { name: 'Diagnostic', value: known('diagnostic'), mono: true },
        ])}
      />
      <details className="mt-1">
        <summary className="w-fit rounded-md text-muted hover:text-text">All details</summary>
        <div className="mt-2">
          <JsonTree value={suppression.details} label="Suppression details" />
        </div>
      </details>
    </>
  )
}
