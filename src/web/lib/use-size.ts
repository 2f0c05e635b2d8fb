import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

export type Size = { readonly width: number; readonly height: number }

const unknown: Size = { width: 0, height: 0 }

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
    // After the frame: what changed the size is seen first, and what follows from it costs more.
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new ResizeObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(measure)
    })
    observer.observe(node)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [element])
  return size
}
