/**
 * How much of an environment one answer rests on. Counts are of this answer alone, so a walk adds
 * them up; `complete` says that the walk has reached the end it was heading for.
 */
export type Coverage = {
  readonly scanned: number
  readonly matched: number
  readonly complete: boolean
}

/** Something the platform did that a reader should know and that cost no row. */
export type PageWarning = {
  readonly code:
    | 'records-without-id'
    | 'duplicates-dropped'
    | 'more-without-cursor'
    | 'longer-than-limit'
  readonly count: number
}

/** Cursors are opaque strings that the gateway minted. Null is the only end. */
export type Cursors = { readonly after: string | null; readonly before: string | null }

export type UserPage<T> = {
  readonly users: readonly T[]
  readonly page: Cursors
  readonly coverage: Coverage
  readonly warnings: readonly PageWarning[]
}

export const pageLimit = { min: 1, max: 1000, default: 100 } as const
