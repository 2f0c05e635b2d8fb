import type { RefObject } from 'react'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { dismissAwaited } from '#src/web/lib/awaited-popup.ts'

/** Where the focus was if that is still there in the list, else what opened the popup. */
const backTo = (from: Element | null, opener: RefObject<HTMLElement | null>) => ({
  get current() {
    const inList = from instanceof HTMLElement && from.closest('[role=grid]') !== null
    return inList && from.isConnected ? from : opener.current
  },
})

/** Closes the popup that is open. */
let closeOpen: (() => void) | null = null

/**
 * For popups that are open as long as they are rendered, one at a time. Gives the focus back when it goes, unless the
 * person has put it elsewhere meanwhile: into the list if it was opened by a key from there, else to the element that
 * opens it. Gives where that is.
 */
export function usePopup(
  opener: RefObject<HTMLElement | null>,
  onClose: () => void,
): RefObject<HTMLElement | null> {
  const [from] = useState(() => document.activeElement)
  const back = useMemo(() => backTo(from, opener), [from, opener])
  const close = useEffectEvent(onClose)
  useEffect(() => {
    dismissAwaited()
    closeOpen?.()
    const own = () => close()
    closeOpen = own
    return () => {
      if (closeOpen === own) closeOpen = null
    }
  }, [])
  useEffect(
    () => () => {
      if (document.activeElement === document.body || document.activeElement === null)
        back.current?.focus()
    },
    [back],
  )
  return back
}
