import type { Json } from '#src/domain/json.ts'
import { createNeedles, type Needles } from '#src/platforms/needles.ts'
import type { Fingerprinter } from '#src/platforms/platform.ts'

// Secrets that show what they are wherever they stand: Slack tokens and hooks, web push endpoints,
// NotificationAPI keys, JWTs, private keys.
const tellsItself =
  /xox[a-z]-|xapp-|hooks\.slack\.com\/|(?:fcm\.googleapis\.com|\.push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com)\/|pingram_sk_|\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.|-----BEGIN [A-Z ]*PRIVATE KEY/

export const maskedText = '[redacted]'

/** Keeps the secrets of one record, and the credentials of its environment, out of what is given on. */
export type Guard = {
  /** The text itself, or `[redacted]` when there is a secret in it. */
  readonly text: (value: string) => string
  readonly holdsSecret: (value: string) => boolean
  /** What stands for a secret: a fingerprint for a text, a bare mark for anything else; null and "" hide nothing. */
  readonly hide: (value: unknown) => Json
}

/**
 * Takes how to fingerprint, the environment's credentials (sought in everything, checks A06) and the
 * record's own secrets (sought in the rest of that record, checks A07).
 */
export function createGuard(
  fingerprint: Fingerprinter,
  credentials: Needles,
  ownSecrets: readonly string[],
): Guard {
  const own = createNeedles(ownSecrets)
  const holdsSecret = (value: string): boolean =>
    tellsItself.test(value) || credentials.foundIn(value) || own.foundIn(value)
  return {
    holdsSecret,
    text: (value) => (holdsSecret(value) ? maskedText : value),
    hide: (value) => {
      if (value === null || value === undefined) return null
      if (value === '') return ''
      return typeof value === 'string'
        ? { redacted: true, fingerprint: fingerprint(value) }
        : { redacted: true }
    },
  }
}
