import { onApple } from '#src/web/lib/keyboard.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import { ui } from '#src/web/words/ui.ts'

const same = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const appleCaps = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }

/**
 * A key as it is printed on a keyboard of the language: `⌘K`, `Ctrl K` or `Strg K`, `⇧S` or `Shift S`, `↓`.
 * Apple prints signs for the keys that are held.
 */
export function keyLabel(
  key: string,
  apple: boolean = onApple,
  names: Readonly<Record<string, string>> = ui.keys,
): string {
  // A lone "+" is a key, not what joins two.
  const parts = key === '+' ? ['+'] : key.split('+')
  const printed = parts.map((part) =>
    part.length === 1
      ? part.toUpperCase()
      : ((apple ? ownWord(appleCaps, part) : null) ??
        ownWord(same, part) ??
        ownWord(names, part) ??
        part),
  )
  return printed.join(apple ? '' : ' ')
}
