import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'
import { whenIdle } from './when-idle.ts'

export type Size = { readonly width: number; readonly height: number }

const unknown: Size = { width: 0, height: 0 }
/** Milliseconds. A window whose edge is dragged keeps the browser busy. */
const patience = 200

/** The size of an element's content box in CSS pixels, kept up to date. 0 by 0 before the first measure. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(unknown)
  useLayoutEffect(() => {
    const node = element.current
    if (node === null) return
    let known = unknown
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = node
      if (known.width === width && known.height === height) return
      known = { width, height }
      setSize(known)
    }
    // At once, so that what depends on it is never shown without.
    measure()
    let callOff: (() => void) | null = null
    const later = () => {
      callOff = null
      measure()
    }
    const observer = new ResizeObserver(() => {
      if (node.clientWidth > known.width || node.clientHeight > known.height) {
        // After the frame: what changed the size is seen first.
        callOff?.()
        const timer = setTimeout(later)
        callOff = () => clearTimeout(timer)
      } else {
        // Where there is less room nothing stays empty: what took the room is whole first, such as a drawer.
        callOff ??= whenIdle(later, patience)
      }
    })
    observer.observe(node)
    return () => {
      callOff?.()
      observer.disconnect()
    }
  }, [element])
  return size
}
