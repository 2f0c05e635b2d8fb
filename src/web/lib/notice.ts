import { useSyncExternalStore } from 'react'
import { ui } from '#src/web/words/ui.ts'

/** Something that is said once, politely. */
export type Notice = { readonly id: number; readonly text: string }

/** A place where things are said: the newest stands there until the next. */
function createVoice() {
  const listeners = new Set<() => void>()
  let last: Notice = { id: 0, text: '' }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    say: (text: string): void => {
      last = { id: last.id + 1, text }
      for (const listener of listeners) listener()
    },
    useLast: (): Notice => useSyncExternalStore(subscribe, () => last),
  }
}

/** Says something to everybody: what a key just did, which nothing else on the screen shows. */
export const { say: tell, useLast: useTold } = createVoice()

/** Says something to screen readers alone, because the screen shows it anyway. */
export const { say: announce, useLast: useAnnounced } = createVoice()

/** Puts a text on the clipboard and says so. `what`: how it is called in the sentence, "Copied …". */
export const copyText = (text: string, what: string): Promise<void> =>
  navigator.clipboard.writeText(text).then(
    () => tell(ui.copiedWhat(what)),
    () => tell(ui.copyRefused),
  )
