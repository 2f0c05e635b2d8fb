import { useSyncExternalStore } from 'react'

/** Something that is said once, politely. `seen`: also to the eye, for a moment. */
export type Notice = { readonly id: number; readonly text: string; readonly seen: boolean }

const listeners = new Set<() => void>()
let last: Notice = { id: 0, text: '', seen: false }

const say = (text: string, seen: boolean) => {
  last = { id: last.id + 1, text, seen }
  for (const listener of listeners) listener()
}

/** Says something to everybody: what a key just did, which nothing else on the screen shows. */
export const tell = (text: string): void => say(text, true)

/** Says something to screen readers alone, because the screen shows it anyway. */
export const announce = (text: string): void => say(text, false)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What was said last. */
export const useNotice = (): Notice => useSyncExternalStore(subscribe, () => last)

/** Puts a text on the clipboard and says so. `what`: how it is called in the sentence, "Copied …". */
export const copyText = (text: string, what: string): Promise<void> =>
  navigator.clipboard.writeText(text).then(
    () => tell(`Copied ${what}`),
    () => tell('The browser refused to copy'),
  )
