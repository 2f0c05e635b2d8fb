import {
  told,
  untold,
  type Listed,
  type Told,
  type ToldList,
  type Untold,
} from '#src/domain/told.ts'
import type { Clock } from '#src/platforms/clock.ts'
import { PlatformError } from '#src/platforms/platform.ts'

/** The list in an answer that was told; a PlatformError of `read` means "not told". */
export function listAside<T, U>(answer: Told<T>, read: (value: T) => Listed<U>): ToldList<U> {
  if (!answer.told) return answer
  try {
    return { told: true, ...read(answer.value) }
  } catch (error) {
    if (error instanceof PlatformError) return untold(whyOf(error))
    throw error
  }
}

/** Why a question that failed was not answered. */
export const whyOf = (error: PlatformError): Untold =>
  error.code === 'platform-unauthorized' ? 'credential' : 'failed'

export type Asking = {
  readonly clock: Clock
  /** Of the clock, in milliseconds. */
  readonly deadline: number
  readonly signal: AbortSignal
}

/**
 * Asks, but no longer than until the deadline, and then fails with `platform-timeout`: for several
 * requests that together are one answer. When `signal` is aborted it fails with that reason.
 */
export async function within<T>(
  { clock, deadline, signal }: Asking,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController()
  const done = new AbortController()
  clock.sleep(Math.max(0, deadline - clock.now()), done.signal).then(
    () => late.abort(new PlatformError('platform-timeout', 'The platform took too long to answer')),
    () => {},
  )
  try {
    return await ask(AbortSignal.any([signal, late.signal]))
  } finally {
    done.abort()
  }
}

/**
 * Asks something beside what the caller came for, so that its failure costs that answer alone: a
 * PlatformError, or the deadline, becomes "not told". An abort and a bug stay what they are.
 */
export async function askAside<T>(
  asking: Asking,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<Told<T>> {
  try {
    return told(await within(asking, ask))
  } catch (error) {
    asking.signal.throwIfAborted()
    if (error instanceof PlatformError) return untold(whyOf(error))
    throw error
  }
}
