import type { ComponentType, ReactNode } from 'react'
import { useEffect, useSyncExternalStore } from 'react'
import { ui } from '#src/web/words/ui.ts'
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

/**
 * A component in a chunk of its own, loaded on first intent: gives the component, and what begins to load it.
 * In place of React's `lazy`, which holds everything back for 300 ms once it has waited at all, popups
 * included. `fallback` stands there meanwhile, also while nobody answers; what there is no more fails like any
 * component. With `atIntent` it is loaded not as soon as it is on the page but when somebody does anything at all. What
 * is asked for meanwhile waits for it (`doWhenHere`).
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  fallback: ReactNode = null,
  atIntent = false,
): readonly [ComponentType<P>, () => void] {
  let state: State<P> = { is: 'waiting' }
  let begun = false
  let failedAt: number | null = null
  const listeners = new Set<() => void>()
  const settle = (next: State<P>) => {
    state = next
    for (const listener of listeners) listener()
  }
  const preload = () => {
    if (begun || (failedAt !== null && performance.now() - failedAt < pause)) return
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
      },
    )
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
      if (!atIntent) preload()
      else for (const sign of intents) addEventListener(sign, soon, { signal: stop.signal })
      for (const sign of retries) addEventListener(sign, retry, { signal: stop.signal })
      return () => {
        stop.abort()
        arrived()
      }
    }, [waiting])
    if (now.is === 'failed') throw now.error
    return now.is === 'here' ? <now.Component {...props} /> : fallback
  }
  return [OnDemand, preload]
}
