import type { RefObject } from 'react'
import { useEffect, useMemo, useState } from 'react'

/** Where the focus was if that is still there in the list, else what opened the popup. */
const backTo = (from: Element | null, opener: RefObject<HTMLElement | null>) => ({
  get current() {
    const inList = from instanceof HTMLElement && from.closest('[role=grid]') !== null
    return inList && from.isConnected ? from : opener.current
  },
})

/**
 * Gives the focus back when a popup goes, unless the person has put it elsewhere meanwhile: into the list if it was
 * opened by a key from there, else to the element that opens it. For popups that are open as long as they are
 * rendered. Gives where that is.
 */
export function useFocusReturn(
  opener: RefObject<HTMLElement | null>,
): RefObject<HTMLElement | null> {
  const [from] = useState(() => document.activeElement)
  const back = useMemo(() => backTo(from, opener), [from, opener])
  useEffect(
    () => () => {
      if (document.activeElement === document.body || document.activeElement === null)
        back.current?.focus()
    },
    [back],
  )
  return back
}
