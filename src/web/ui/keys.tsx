import type { CommandFacts } from '#src/web/lib/commands.ts'
import { keyForAria } from '#src/web/lib/keyboard.ts'
import { Kbd } from './kbd.tsx'
import { keyLabel } from './key-label.ts'

/** The first key of a command as it is printed on the keyboard; nothing for one without. */
export function KeyOf({ command }: { readonly command: CommandFacts }) {
  const key = command.keys?.[0]
  return key === undefined ? null : <Kbd>{keyLabel(key)}</Kbd>
}

/** What a button says about the command that it runs: its name with the key, on hover and to a screen reader. */
export function commandHints({ label, keys }: CommandFacts) {
  const key = keys?.[0]
  return key === undefined
    ? { title: label }
    : { title: `${label} (${keyLabel(key)})`, 'aria-keyshortcuts': keyForAria(key) }
}
