import { useEffect, useEffectEvent } from 'react'
import type { ListKey } from '#src/web/users/queries.ts'
import { readTop } from '#src/web/users/queries.ts'
import { countNewer, mostCounted, newerInWords, newerList } from './newer.ts'
import { startWatch } from './quiet-watch.ts'

/**
 * Asks quietly who came at the top of a list that begins with the newest. Neither the focus nor a network that
 * is back asks anything. Says what came to those who do not see it.
 */
export function NewerWatch(props: {
  readonly list: ListKey
  /** When the newest that is shown was created; null where nobody is. */
  readonly newest: string | null
  /** How many came, in words; null for nobody. */
  readonly newer: string | null
  readonly onNewer: (words: string | null) => void
}) {
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    const { newest } = props
    const list = newerList(props.list, newest, Date.now())
    if (list === null) return false
    const newer = countNewer(await readTop(list, mostCounted + 1, signal), newest)
    if (signal.aborted) return false
    props.onNewer(newer.count === 0 ? null : newerInWords(newer))
    return !newer.isMore
  })
  useEffect(() => {
    const watch = startWatch({
      ask: (signal) => ask(signal),
      isVisible: () => document.visibilityState === 'visible',
      random: Math.random,
    })
    document.addEventListener('visibilitychange', watch.look)
    return () => {
      document.removeEventListener('visibilitychange', watch.look)
      watch.stop()
    }
  }, [])
  return (
    <span role="status" className="sr-only">
      {props.newer}
    </span>
  )
}
