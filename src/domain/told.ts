/**
 * Why something about a user is not known. `platform`: the platform never tells it. `credential`: this
 * environment's credential may not read it. `not-configured`: a credential that could is not configured.
 * `failed`: it was asked for, and no usable answer came.
 */
export type Untold = 'platform' | 'credential' | 'not-configured' | 'failed'

type NotTold = { readonly told: false; readonly why: Untold }

/** Something that a platform may or may not tell. Not knowing is an answer of its own, never an empty list. */
export type Told<T> = { readonly told: true; readonly value: T } | NotTold

export const told = <T>(value: T): Told<T> => ({ told: true, value })
export const untold = (why: Untold): NotTold => ({ told: false, why })

/** What a list leaves out, so that nobody takes it for the whole. */
export type Gaps = {
  /** Entries that are left out because they could not be read. */
  readonly unreadable: number
  /** The list goes on, and only its first so many entries were read. Null: all of them were. */
  readonly firstOnly: number | null
}

export const noGaps: Gaps = { unreadable: 0, firstOnly: null }

export type Listed<T> = { readonly value: readonly T[]; readonly gaps: Gaps }

/** A list that a platform may or may not tell. */
export type ToldList<T> = ({ readonly told: true } & Listed<T>) | NotTold

export const toldList = <T>(value: readonly T[], gaps = noGaps): ToldList<T> => ({
  told: true,
  value,
  gaps,
})
