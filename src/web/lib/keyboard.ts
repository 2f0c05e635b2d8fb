/** As much of a keyboard event as tells which key it was. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'
>

/** Whether this machine has a command key. */
export const onApple = /Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '')

/**
 * A key press in the form that commands are written in: `j`, `?`, `ArrowDown`, `Space`, `Shift+s`,
 * `Shift+ArrowLeft`, `Mod+k`. `Mod` is the command key on Apple's machines and Ctrl elsewhere. A letter is
 * lower case whatever caps lock says, and its place on the keyboard counts where the layout has no
 * Latin letters. Null for what no command can have: the other of the two keys, a lone modifier, and
 * half a composed character.
 */
export function keyOf(press: KeyPress, apple: boolean = onApple): string | null {
  const { key, code } = press
  if (
    (apple ? press.ctrlKey : press.metaKey) ||
    /^(Shift|Control|Alt|AltGraph|Meta|Dead|Process|Unidentified)$/.test(key)
  )
    return null
  const latin = key.length === 1 && key > '\u007F' ? (/^Key([A-Z])$/.exec(code)?.[1] ?? key) : key
  const name = latin === ' ' ? 'Space' : latin.length === 1 ? latin.toLowerCase() : latin
  // The shift that makes a "?" is part of the "?".
  const shift = press.shiftKey && (name.length > 1 || /[a-z]/.test(name))
  const mod = apple ? press.metaKey : press.ctrlKey
  return `${mod ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`
}

/** A key in the form of `aria-keyshortcuts`: `Control+K`, `Shift+S`. */
export const keyForAria = (key: string, apple: boolean = onApple): string =>
  key === '+'
    ? 'Plus'
    : key
        .replace('Mod', apple ? 'Meta' : 'Control')
        .replace(/(^|\+)[a-z]$/, (end) => end.toUpperCase())

/** Whether a key press goes into a field, where it is text and nothing else. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  const field = target.closest('input, textarea, select, [contenteditable]')
  return field !== null && !field.matches('[type=checkbox], [type=radio]')
}
