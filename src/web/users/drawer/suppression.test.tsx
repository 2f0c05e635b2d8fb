import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { ReasonCode } from '#src/domain/reach.ts'
import type { EmailChannel } from '#src/domain/user.ts'
import { MaskingContext } from '#src/web/users/masking.ts'
import { Suppression } from './suppression.tsx'

const field = 'channels.email.suppression'
const recipient = 'i•••@orchard.test'

/** What the card says of a masked address, whatever else the gateway found in its suppression. */
const masked = (reason: 'Bounce' | 'Complaint', stale: readonly ReasonCode[]): string => {
  const email: EmailChannel = {
    reach: 'blocked',
    reasons: [
      {
        code: reason === 'Bounce' ? 'suppressed-bounce' : 'suppressed-complaint',
        field,
        detail: { recipient },
      },
      ...stale.map((code) => ({ code, field, detail: recipient })),
    ],
    suppression: { reason, details: {} },
  }
  return renderToStaticMarkup(
    <MaskingContext value>
      <Suppression email={email} address={recipient} zone="UTC" />
    </MaskingContext>,
  )
}

describe('whether a suppression is of the address above, where both are masked and look the same', () => {
  test.each(['Bounce', 'Complaint'] as const)('%s of the same address', (reason) => {
    expect(masked(reason, [])).toContain('same as the address above')
  })

  test.each([
    ['Bounce', 'suppression-stale'],
    ['Complaint', 'complaint-stale'],
  ] as const)('%s of an earlier address', (reason, stale) => {
    const text = masked(reason, [stale])
    expect(text).toContain('not the address above')
    expect(text).not.toContain('same as the address above')
  })
})
