import { useEffect, useEffectEvent } from 'react'

/** What closes the popup that was asked for last and is not here yet. */
let awaited: (() => void) | null = null

/** A popup that was asked for and is still on its way does not come: another opens, or nobody answers. */
export const dismissAwaited = (): void => awaited?.()

/**
 * In place of a popup whose code is on its way: by the time that it comes, whoever asked for it may have gone on, and
 * it would take the focus from where they are. So it closes like an open one: by Escape, by a press elsewhere, by typing
 * into another field, when another popup is asked for, and when nobody answers.
 */
export function AwaitedPopup(props: { readonly onClose: () => void }): null {
  const close = useEffectEvent(props.onClose)
  useEffect(() => {
    const leave = () => close()
    dismissAwaited()
    awaited = leave
    const before = document.activeElement
    const stop = new AbortController()
    const { signal } = stop
    addEventListener('pointerdown', leave, { signal })
    addEventListener('input', ({ target }) => target !== before && close(), { signal })
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        // One layer at a time: what is under it stays.
        event.preventDefault()
        event.stopPropagation()
        close()
      },
      { capture: true, signal },
    )
    return () => {
      stop.abort()
      if (awaited === leave) awaited = null
    }
  }, [])
  return null
}
