import type { Fingerprint } from '#src/domain/user.ts'
import type { Fact } from './facts.tsx'
import { drawer as words } from '#src/web/words/drawer.ts'

/** A secret's stand-in: its last four characters where they may be shown, and its keyed hash. */
export const FingerprintText = ({ fingerprint }: { readonly fingerprint: Fingerprint }) => (
  <span className="font-mono text-small/5" title={words.fingerprint}>
    {fingerprint.last4 !== '' && <span>…{fingerprint.last4} </span>}
    <span className="text-muted">#{fingerprint.hash.slice(0, 8)}</span>
  </span>
)

/** The same as a fact: copying gives the whole hash, to be found elsewhere. `note` stands after it. */
export const fingerprintFact = (name: string, fingerprint: Fingerprint, note?: string): Fact => ({
  name,
  value: (
    <>
      <FingerprintText fingerprint={fingerprint} />
      {note !== undefined && <span className="text-muted"> · {note}</span>}
    </>
  ),
  copy: fingerprint.hash,
})
