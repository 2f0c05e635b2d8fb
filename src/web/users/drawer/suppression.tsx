import { isJsonObject } from '#src/domain/json.ts'
import type { EmailChannel } from '#src/domain/user.ts'
import { formatExact } from '#src/web/lib/time.ts'
import { Disclosure } from '#src/web/ui/disclosure.tsx'
import { JsonTree } from '#src/web/ui/json-tree.tsx'
import { useMasking } from '#src/web/users/masking.ts'
import { ExactTime } from './exact-time.tsx'
import { Facts, given } from './facts.tsx'

/**
 * Why the platform refuses to send mail to this address: what the gateway read in its details, then
 * the details as they came.
 */
export function Suppression(props: {
  readonly email: EmailChannel
  /** The user's address, as it may be masked. */
  readonly address: string | null
  readonly zone: string
}) {
  const masked = useMasking()
  const { email, zone } = props
  const { suppression, reasons } = email
  if (suppression === null) return null
  const read = reasons.find(({ code }) => code.startsWith('suppressed-'))?.detail
  const known = (name: string): string | null => {
    const value = isJsonObject(read) ? read[name] : null
    return typeof value === 'string' ? value : null
  }
  // Masked, two addresses look the same: the gateway has compared them before.
  const isEarlier = reasons.some(({ code }) => code === 'suppression-stale')
  const told = known('recipient')
  const compared = isEarlier ? 'not the address above' : 'same as the address above'
  const recipient = masked && told !== null && props.address !== null ? compared : told
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
          { name: 'Recipient', value: recipient },
          { name: 'Status', value: known('status') },
          { name: 'Diagnostic', value: known('diagnostic'), mono: true },
        ])}
      />
      <Disclosure says="All details">
        <JsonTree value={suppression.details} label="Suppression details" />
      </Disclosure>
    </>
  )
}
