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
    const observer = new ResizeObserver(() =>
      setSize({ width: node.clientWidth, height: node.clientHeight }),
    )
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return size
}
