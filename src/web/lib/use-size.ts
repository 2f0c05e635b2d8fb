import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'
import { whenIdle } from './when-idle.ts'

export type Size = { readonly width: number; readonly height: number }

const unknown: Size = { width: 0, height: 0 }
/** Milliseconds. A window whose edge is drawn keeps the browser busy. */
const patience = 200

/** The size of an element's content box in CSS pixels, kept up to date. 0 by 0 before the first measure. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(unknown)
  useLayoutEffect(() => {
    const node = element.current
    if (node === null) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = node
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }))
    }
    // At once, so that what depends on it is never shown without.
    measure()
    // Later: what changed the size is seen first, such as a drawer with all that is in it, and what follows from it
    // costs more.
    let callOff: (() => void) | null = null
    const observer = new ResizeObserver(() => {
      callOff ??= whenIdle(() => {
        callOff = null
        measure()
      }, patience)
    })
    observer.observe(node)
    return () => {
      callOff?.()
      observer.disconnect()
    }
  }, [element])
  return size
}
