import type { PageWarning } from '#src/domain/page.ts'

/** One page of the platform. `next` is the token of the one after it, null at the end. */
export type WirePage = {
  readonly records: readonly unknown[]
  readonly next: string | null
  readonly warnings: readonly PageWarning[]
}
