import type { RefObject } from 'react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { User } from '#src/domain/user.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import { timeAtHand, useTimeCommands } from './use-time-commands.ts'

const [ReachCard] = onDemand(async () => (await import('./reach-card.tsx')).ReachCard)
const [TimeCard] = onDemand(async () => (await import('./time-card.tsx')).TimeCard)

// Long enough that a pointer crossing the column shows nothing, and that it gets from a time to its card.
const delayMs = 180
const tipped = '[data-reach], time'

type Shown = {
  readonly anchor: Element
  /** The focus is on the very cell: what the card shows is also said. */
  readonly spoken: boolean
  /** The focus is in the card. */
  readonly entered: boolean
}

/**
 * One tip for the whole page, listening once, instead of one for each cell: the reasons of a row's reach, or
 * a time exactly, while the pointer rests on it or the keyboard's focus is there.
 */
export function Tips(props: {
  readonly within: RefObject<HTMLElement | null>
  /** Whether the focus shows the reasons of a reach as well as the pointer. */
  readonly reachOnFocus: boolean
  readonly userOf: (index: number) => User | null
  readonly zone: string
}) {
  const { within, reachOnFocus, userOf, zone } = props
  const [shown, setShown] = useState<Shown | null>(null)
  const now = useRef<Shown | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const put = useCallback((next: Shown | null, wait = 0) => {
    clearTimeout(timer.current)
    const set = () => {
      now.current = next
      setShown(next)
    }
    if (wait === 0) set()
    else timer.current = setTimeout(set, wait)
  }, [])
  const enter = useCallback(
    (anchor: Element) => put({ anchor, spoken: false, entered: true }),
    [put],
  )
  useEffect(() => {
    const page = within.current
    if (page === null) return
    const isEntered = () => now.current?.entered === true
    const hide = (wait = 0) => isEntered() || put(null, wait)
    const rest = (target: Element) => {
      if (isEntered()) return
      const anchor = target.closest(tipped)
      if (anchor !== null) put({ anchor, spoken: false, entered: false }, delayMs)
      // On the way from a time to its card there is something else.
      else hide(now.current?.anchor.matches('time') === true ? delayMs : 0)
    }
    const focus = (place: Element) => {
      if (isEntered() || !place.matches(':focus-visible')) return
      const isRow = place.matches('[role=row]')
      const isCell = place.matches('[role=gridcell]')
      if (!isRow && !isCell && !place.matches('button')) return
      const anchor = place.querySelector(isRow ? '[data-reach]' : tipped)
      if (anchor === null || (!reachOnFocus && anchor.matches('[data-reach]'))) return
      put({ anchor, spoken: isCell, entered: false }, delayMs * 2)
    }
    const onOver = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === 'mouse' && target instanceof Element) rest(target)
    }
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element) focus(target)
    }
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      const isInCard = relatedTarget instanceof Element && relatedTarget.closest('[data-card]')
      if (!isInCard) hide()
    }
    const onClick = ({ target }: MouseEvent) => {
      const time =
        target instanceof Element ? target.closest('button')?.querySelector('time') : null
      if (time != null) enter(time)
    }
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Element && target.closest('[data-card]'))) put(null)
    }
    const onKey = (event: KeyboardEvent) => {
      const { current } = now
      if (event.key !== 'Escape' || current === null || !current.anchor.isConnected) return
      // One layer at a time: what is under the card stays for the next Escape.
      event.preventDefault()
      event.stopPropagation()
      put(null)
      if (!current.entered) return
      current.anchor.closest<HTMLElement>('button, [role=gridcell]')?.focus()
      // Back where it came from it does not open again.
      clearTimeout(timer.current)
    }
    const stop = new AbortController()
    const passive = { signal: stop.signal, passive: true }
    page.addEventListener('pointerover', onOver, passive)
    page.addEventListener('pointerleave', () => hide(delayMs), passive)
    page.addEventListener('focusin', onFocus, passive)
    page.addEventListener('focusout', onFocusOut, passive)
    page.addEventListener('click', onClick, passive)
    page.addEventListener('scroll', () => hide(), { ...passive, capture: true })
    document.addEventListener('pointerdown', onPress, { ...passive, capture: true })
    // The pointer may show it while the focus is elsewhere.
    document.addEventListener('keydown', onKey, { signal: stop.signal, capture: true })
    // Somebody may have been there before this was.
    const hovered = page.querySelector(`:is(${tipped}):hover`)
    if (hovered !== null) rest(hovered)
    else if (document.activeElement !== null && page.contains(document.activeElement))
      focus(document.activeElement)
    return () => {
      put(null)
      stop.abort()
    }
  }, [within, reachOnFocus, put, enter])
  // A cell that leaves the page, because its row or its column does, says nothing of it.
  useEffect(() => {
    const page = within.current
    if (shown === null || page === null) return
    const watch = new MutationObserver(() => shown.anchor.isConnected || put(null))
    watch.observe(page, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [within, shown, put])
  useTimeCommands(() => timeAtHand(within.current), zone, enter)

  if (shown === null) return null
  const { anchor, spoken, entered } = shown
  if (anchor instanceof HTMLTimeElement)
    return (
      <TimeCard
        anchor={anchor}
        spoken={spoken}
        entered={entered}
        iso={anchor.dateTime}
        zone={zone}
        theirs={anchor.closest('[data-zone]')?.getAttribute('data-zone') ?? null}
        onPointer={(isInside) => {
          clearTimeout(timer.current)
          if (!isInside && !entered) put(null, delayMs)
        }}
        onEntered={() => enter(anchor)}
      />
    )
  const row = anchor.closest('[data-index]')
  const user = row === null ? null : userOf(Number(row.getAttribute('data-index')))
  return user === null ? null : (
    <ReachCard anchor={anchor} spoken={spoken} user={user} zone={zone} />
  )
}
