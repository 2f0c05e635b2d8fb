import type { RefObject } from 'react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { User } from '#src/domain/user.ts'

const ReachCard = lazy(async () => ({
  default: (await import('./reach-card.tsx')).ReachCard,
}))

// Long enough that a pointer crossing the column shows nothing.
const delayMs = 180

type Shown = { readonly anchor: Element; readonly user: User; readonly zone: string }

/**
 * One tip for the whole list, listening once, instead of one for each of its cells: the reasons of a
 * row's reach, while the pointer rests on its glyphs or its row has the keyboard's focus.
 */
export function ReachTip(props: {
  readonly within: RefObject<HTMLElement | null>
  /** Whether the focus shows it as well as the pointer. */
  readonly onFocusToo: boolean
  readonly userOf: (index: number) => User | null
  readonly zone: string
}) {
  const { within, onFocusToo, userOf } = props
  const [anchor, setAnchor] = useState<Element | null>(null)
  useEffect(() => {
    const list = within.current
    if (list === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (next: Element | null, wait: number) => {
      clearTimeout(timer)
      if (next === null) setAnchor(null)
      else timer = setTimeout(() => setAnchor(next), wait)
    }
    const glyphsAt = (target: EventTarget | null) =>
      target instanceof Element ? target.closest('[data-reach]') : null
    const onOver = (event: PointerEvent) =>
      event.pointerType === 'mouse' && show(glyphsAt(event.target), delayMs)
    const onFocus = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target : null
      if (row?.matches(':focus-visible') === true)
        show(row.querySelector('[data-reach]'), delayMs * 2)
    }
    const hide = () => show(null, 0)
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    const stop = new AbortController()
    const options = { signal: stop.signal, passive: true }
    list.addEventListener('pointerover', onOver, options)
    list.addEventListener('pointerleave', hide, options)
    if (onFocusToo) list.addEventListener('focusin', onFocus, options)
    list.addEventListener('pointerdown', hide, options)
    list.addEventListener('focusout', hide, options)
    list.addEventListener('scroll', hide, options)
    list.addEventListener('keydown', onKey, options)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [within, onFocusToo])

  const row = anchor?.closest('[data-index]')
  const user = row == null ? null : userOf(Number(row.getAttribute('data-index')))
  if (anchor === null || user === null) return null
  const shown: Shown = { anchor, user, zone: props.zone }
  return (
    <Suspense fallback={null}>
      <ReachCard {...shown} />
    </Suspense>
  )
}
