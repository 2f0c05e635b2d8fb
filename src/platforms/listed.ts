import type { Listed } from '#src/domain/told.ts'
import { PlatformError } from '#src/platforms/platform.ts'

/**
 * What `read` makes of the first `most` entries of a list, and what is left out of it: entries that it
 * cannot read (null), and those behind the first. `goesOn`: the platform has more than it gave. Fails
 * with `platform-bad-response` when something stands there and nothing of it can be read, because that
 * is not an empty list.
 */
export function readListed<E, T>(
  entries: readonly E[],
  { most, goesOn = false }: { readonly most: number; readonly goesOn?: boolean },
  read: (entry: E) => T | null,
): Listed<T> {
  const taken = entries.slice(0, most)
  const value = taken.map(read).filter((entry) => entry !== null)
  if (value.length === 0 && taken.length > 0)
    throw new PlatformError('platform-bad-response', 'Nothing in this list can be read', {
      status: 200,
    })
  return {
    value,
    gaps: {
      unreadable: taken.length - value.length,
      firstOnly: goesOn || entries.length > most ? taken.length : null,
    },
  }
}
