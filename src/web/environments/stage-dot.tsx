import type { Stage } from '#src/domain/environment.ts'

/** Production is unmistakable: a filled square dot in its own colour; a test environment has an open ring. */
export const StageDot = ({ stage }: { readonly stage: Stage }) => (
  <span
    aria-hidden
    className={`size-2.5 shrink-0 ${stage === 'production' ? 'rounded-[3px] bg-production forced-colors:border-5' : 'rounded-full border-2 border-test'}`}
  />
)
