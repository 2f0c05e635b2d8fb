import type { ReactNode } from 'react'
import { startTransition, useEffect, useState } from 'react'

/**
 * What can wait until its surroundings are on the screen: rendered right after the first paint, and
 * interrupted by anything that a person does meanwhile.
 */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // A frame begins before it is painted; a task after it comes when it is.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return painted && children
}
