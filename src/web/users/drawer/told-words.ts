import type { Untold } from '#src/domain/told.ts'

/** Why something is not known, and what would change that. */
export const untoldInWords: Record<Untold, string> = {
  platform: 'This platform does not tell.',
  credential: 'The credential of this environment may not read this.',
  'not-configured':
    'Needs an account token for this environment: “accountToken” in the configuration.',
  failed: 'It was asked for, and no usable answer came. Close and open the user to ask again.',
}
