import { useEffect, useMemo } from 'react'
import { announce } from '#src/web/lib/notice.ts'
import { throttle } from '#src/web/lib/throttle.ts'
import type { Narrowed } from '#src/web/users/filters/chips.ts'
import { countInWords } from './count-words.ts'
import type { Trail } from './trail.ts'

// Whoever scrolls loads page after page: they hear how far they have come now and then, not each time.
const everyMs = 8_000

/** Tells screen readers how many users are loaded. */
export function useAnnouncedCount(trail: Trail, narrowed: Narrowed): void {
  const { give, stop } = useMemo(() => throttle(everyMs, announce), [])
  useEffect(() => stop, [stop])
  const words = countInWords(trail, narrowed)
  useEffect(() => {
    if (words !== null) give(words)
  }, [give, words])
}
