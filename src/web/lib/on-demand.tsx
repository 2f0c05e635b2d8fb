import type { ComponentType } from 'react'
import { memo, useEffect, useSyncExternalStore } from 'react'
import { ui } from '#src/web/words/ui.ts'
import { AwaitedPopup, dismissAwaited } from './awaited-popup.ts'
import { expectCommands } from './commands.ts'
import { tell } from './notice.ts'
import { whyNotLoaded } from './outdated.ts'

type State<P> =
  | { readonly is: 'waiting' }
  | { readonly is: 'here'; readonly Component: ComponentType<P> }
  | { readonly is: 'failed'; readonly error: unknown }

/** Signs that somebody is about to do something. */
const intents = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const
/** When to try again what nobody answered. */
const retries = ['pointerdown', 'keydown', 'online'] as const
const pause = 3_000

type Manner<P> = {
  /** What stands there until it is here, also while nobody answers. Else nothing. */
  readonly meanwhile?: ComponentType<P>
  /** Loaded not as soon as it is on the page but when somebody does anything at all. */
  readonly atIntent?: boolean
}

/**
 * A component in a chunk of its own, loaded on first intent: gives the component, and what begins to load it.
 * In place of React's `lazy`, which holds everything back for 300 ms once it has waited at all, popups
 * included. What there is no more fails like any component. What is asked for meanwhile waits for it (`doWhenHere`).
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { meanwhile: Meanwhile, atIntent = false }: Manner<NoInfer<P>> = {},
): readonly [ComponentType<P>, () => void] {
  let state: State<P> = { is: 'waiting' }
  let begun = false
  let failedAt: number | null = null
  const listeners = new Set<() => void>()
  const settle = (next: State<P>) => {
    state = next
    for (const listener of listeners) listener()
  }
  const begin = () => {
    if (begun) return
    begun = true
    load().then(
      (Component) => settle({ is: 'here', Component }),
      async (error: unknown) => {
        const why = await whyNotLoaded()
        if (why === 'missing') settle({ is: 'failed', error })
        if (why !== 'offline') return
        begun = false
        failedAt = performance.now()
        if (!atIntent) tell(ui.notLoaded)
        dismissAwaited()
      },
    )
  }
  const preload = () => {
    if (failedAt === null || performance.now() - failedAt >= pause) begin()
  }
  // Each in a turn of its own: to begin a handful of them at once keeps waiting what the sign was a sign of.
  const soon = () => void setTimeout(preload)
  const retry = () => {
    if (failedAt !== null) preload()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  function OnDemand(props: P) {
    const now = useSyncExternalStore(subscribe, () => state)
    const waiting = now.is === 'waiting'
    useEffect(() => {
      if (!waiting) return
      const arrived = expectCommands()
      const stop = new AbortController()
      if (!atIntent) begin()
      else for (const sign of intents) addEventListener(sign, soon, { signal: stop.signal })
      for (const sign of retries) addEventListener(sign, retry, { signal: stop.signal })
      return () => {
        stop.abort()
        arrived()
      }
    }, [waiting])
    if (now.is === 'failed') throw now.error
    if (now.is === 'here') return <now.Component {...props} />
    return Meanwhile === undefined ? null : <Meanwhile {...props} />
  }
  return [memo(OnDemand), preload]
}

/** A popup in a chunk of its own. Until it is here it goes as it would if it were. */
export const popupOnDemand = <P extends { readonly onClose: () => void }>(
  load: () => Promise<ComponentType<P>>,
) => onDemand(load, { meanwhile: AwaitedPopup })
