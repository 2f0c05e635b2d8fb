import { isJsonObject } from '#src/domain/json.ts'
import type { EmailChannel } from '#src/domain/user.ts'
import { formatExact } from '#src/web/lib/time.ts'
import { Disclosure } from '#src/web/ui/disclosure.tsx'
import { JsonTree } from '#src/web/ui/json-tree.tsx'
import { useMasking } from '#src/web/users/masking.ts'
import { ExactTime } from './exact-time.tsx'
import { Facts, given } from './facts.tsx'
import { drawer } from '#src/web/words/drawer.ts'

const { suppression: words } = drawer

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
  const isEarlier = reasons.some(
    ({ code }) => code === 'suppression-stale' || code === 'complaint-stale',
  )
  const told = known('recipient')
  const compared = isEarlier ? words.otherAddress : words.sameAddress
  const recipient = masked && told !== null && props.address !== null ? compared : told
  const at = known('at')
  const readable = at !== null && !Number.isNaN(Date.parse(at))
  const kind = [known('type'), known('subType')].filter((part) => part !== null).join(' / ')
  return (
    <>
      <Facts
        rows={given([
          {
            name: words.for,
            value: suppression.reason === 'Bounce' ? words.bounce : words.complaint,
          },
          { name: words.kind, value: kind },
          {
            name: words.when,
            value: readable ? <ExactTime iso={at}>{formatExact(at, zone)}</ExactTime> : at,
            copy: at ?? undefined,
          },
          { name: words.recipient, value: recipient },
          { name: words.status, value: known('status') },
          { name: words.diagnostic, value: known('diagnostic'), mono: true },
        ])}
      />
      <Disclosure says={words.all}>
        <JsonTree value={suppression.details} label={words.details} />
      </Disclosure>
    </>
  )
}
