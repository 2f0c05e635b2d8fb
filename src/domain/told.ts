/**
 * Why something about a user is not known. `platform`: the platform never tells it. `credential`: this
 * environment's credential may not read it. `not-configured`: a credential that could is not configured.
 * `failed`: it was asked for, and no usable answer came.
 */
export type Untold = 'platform' | 'credential' | 'not-configured' | 'failed'

/** Something that a platform may or may not tell. Not knowing is an answer of its own, never an empty list. */
export type Told<T> =
  | { readonly told: true; readonly value: T }
  | { readonly told: false; readonly why: Untold }

export const told = <T>(value: T): Told<T> => ({ told: true, value })
export const untold = (why: Untold): Told<never> => ({ told: false, why })
