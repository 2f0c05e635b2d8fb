import type { RefObject } from 'react'
import { useEffect } from 'react'

/**
 * Gives the focus back to the element that opened something, when that goes, unless the person has
 * put it elsewhere meanwhile. For popups that are open as long as they are rendered.
 */
export function useFocusReturn(opener: RefObject<HTMLElement | null>): void {
  useEffect(
    () => () => {
      if (document.activeElement === document.body || document.activeElement === null)
        opener.current?.focus()
    },
    [opener],
  )
}
