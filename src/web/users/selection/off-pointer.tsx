import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'

/** How much of the foot of the list the bar takes, in pixels. */
const barHeight = 40

/** Where the foot of the list begins, if the pointer has just pressed a checkbox in it: pixels from the top of the window. */
function footUnderPointer(): number | null {
  const box = document.querySelector('[role=row]:focus-within [data-check] :hover')
  const list = box?.closest('[role=grid]')?.getBoundingClientRect()
  if (box === null || list === undefined) return null
  const foot = list.bottom - barHeight
  return box.getBoundingClientRect().bottom < foot ? null : foot
}

/**
 * The bar at the foot of the list, but not under the pointer that has just selected there, whose next press would
 * meet it: then it waits until the pointer is above it or a key is pressed.
 */
export function OffPointer({ children }: { readonly children: ReactNode }) {
  const [foot, setFoot] = useState(footUnderPointer)
  useEffect(() => {
    if (foot === null) return
    const stop = new AbortController()
    const { signal } = stop
    const show = () => setFoot(null)
    addEventListener('pointermove', ({ clientY }) => clientY < foot && show(), { signal })
    addEventListener('keydown', show, { signal })
    return () => stop.abort()
  }, [foot])
  return foot === null && children
}
