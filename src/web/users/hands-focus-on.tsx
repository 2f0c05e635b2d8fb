import type { ReactNode } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { tabStopOf } from './use-spot-focus.ts'

/**
 * Something that goes away when it has done its work. Whoever pressed a button in it by key goes on in the list, at its
 * one tab stop: a focus that left the page begins again at the top of it.
 */
export function HandsFocusOn({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const node = element.current
    return () => {
      if (node?.contains(document.activeElement) !== true) return
      // What takes its place is in the page a moment later.
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return
        const grid = document.querySelector<HTMLElement>('[role=grid]')
        // Where one reads meanwhile may be far away.
        if (grid !== null) tabStopOf(grid).focus({ preventScroll: true })
      })
    }
  }, [])
  return (
    <div ref={element} className="contents">
      {children}
    </div>
  )
}
