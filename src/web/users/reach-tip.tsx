import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { User } from '#src/domain/user.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'

const [ReachCard] = onDemand(async () => (await import('./reach-card.tsx')).ReachCard)

// Long enough that a pointer crossing the column shows nothing.
const delayMs = 180

type Shown = {
  readonly anchor: Element
  /** The focus is on the glyphs' own cell: what the card shows is also said. */
  readonly spoken: boolean
}

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
  const [shown, setShown] = useState<Shown | null>(null)
  const isShown = useRef(false)
  useEffect(() => void (isShown.current = shown !== null), [shown])
  useEffect(() => {
    const list = within.current
    if (list === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (anchor: Element | null, wait: number, spoken = false) => {
      clearTimeout(timer)
      if (anchor === null) setShown(null)
      else timer = setTimeout(() => setShown({ anchor, spoken }), wait)
    }
    const glyphsAt = (target: EventTarget | null) =>
      target instanceof Element ? target.closest('[data-reach]') : null
    const onOver = (event: PointerEvent) =>
      event.pointerType === 'mouse' && show(glyphsAt(event.target), delayMs)
    const onFocus = (event: FocusEvent) => {
      const place = event.target instanceof Element ? event.target : null
      if (place?.matches(':focus-visible') === true)
        show(place.querySelector('[data-reach]'), delayMs * 2, place.matches('[role=gridcell]'))
    }
    const hide = () => show(null, 0)
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isShown.current) return
      // One layer at a time: what is under the card stays for the next Escape.
      event.preventDefault()
      hide()
    }
    const stop = new AbortController()
    const options = { signal: stop.signal, passive: true }
    list.addEventListener('pointerover', onOver, options)
    list.addEventListener('pointerleave', hide, options)
    if (onFocusToo) list.addEventListener('focusin', onFocus, options)
    list.addEventListener('pointerdown', hide, options)
    list.addEventListener('focusout', hide, options)
    list.addEventListener('scroll', hide, options)
    // The pointer may show it while the focus is elsewhere.
    document.addEventListener('keydown', onKey, { signal: stop.signal, capture: true })
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [within, onFocusToo])

  const row = shown?.anchor.closest('[data-index]')
  const user = row == null ? null : userOf(Number(row.getAttribute('data-index')))
  if (shown === null || user === null) return null
  return <ReachCard {...shown} user={user} zone={props.zone} />
}
