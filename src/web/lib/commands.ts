import { useEffect, useId, useLayoutEffect, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { KeyPress } from './keyboard.ts'
import { isTyping, keyOf } from './keyboard.ts'
import { createSetting } from './setting.ts'
import { useSetting } from './use-setting.ts'

/** Under which heading a command stands, in the order of the headings. */
export const commandGroups = [
  'List',
  'Selection',
  'User',
  'Filters',
  'Views',
  'Columns',
  'Time',
  'Environment',
  'Rollcall',
] as const

/** What is known of a command wherever it is spoken of: in a menu, a tooltip, the palette, the help. */
export type CommandFacts = {
  /** Of one command at a time: the one registered last has the keys. */
  readonly id: string
  readonly label: string
  readonly group: (typeof commandGroups)[number]
  /** Keys as `keyOf` writes them; the first is the one that is shown. */
  readonly keys?: readonly string[]
  /** Further words by which it is found. */
  readonly words?: string
}

export type Command = CommandFacts & {
  /** False: its keys do nothing and the palette leaves it out. The help lists it all the same. */
  readonly when?: boolean
  /** Its keys count only while the focus is inside, and the palette leaves it out unless it is `named`. */
  readonly within?: () => Element | null
  /** By its name it can be asked for from anywhere, though its keys count only within a place. */
  readonly named?: boolean
  /** Whether a key held down repeats it. */
  readonly repeats?: boolean
  /** Is told where its key was pressed: by the time that it runs the focus may be elsewhere. */
  readonly run: (at?: EventTarget | null) => void
}

const sets = new Map<string, readonly Command[]>()
const listeners = new Set<() => void>()
let all: readonly Command[] | null = null

const changed = () => {
  all = null
  for (const listener of listeners) listener()
}

/** Every command there is right now, in the order in which they were registered. */
export function registeredCommands(): readonly Command[] {
  all ??= [...sets.values()].flat()
  return all
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Every command there is, kept up to date: for what draws them. */
export const useRegisteredCommands = (): readonly Command[] =>
  useSyncExternalStore(subscribe, registeredCommands)

/**
 * Registers commands for as long as the component is on the page. The same declaration gives a command
 * its keys, its line in the palette and its line in the help.
 */
export function useCommands(commands: readonly Command[]): void {
  const id = useId()
  useLayoutEffect(() => {
    sets.set(id, commands)
    changed()
  })
  useLayoutEffect(
    () => () => {
      sets.delete(id)
      changed()
    },
    [id],
  )
}

/** As much of a key press as decides whether it is a command. */
export type Pressed = KeyPress &
  Pick<KeyboardEvent, 'defaultPrevented' | 'isComposing' | 'repeat' | 'target'>

/** What has keys of its own while the focus is in it. */
const popups = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
const pressable = 'button, a[href], summary, input, [role=button]'

/** Which keys count: all; all but letters and signs; or, while something is about to open, none of these at all. */
export type Keys = 'all' | 'no-letters' | 'combinations'

/**
 * The key of a press that a command may have, or null: the press belongs to somebody else. Nothing fires while
 * typing or on a press that was already answered; a combination with the main modifier is never typing.
 */
export function commandKey(event: Pressed, keys: Keys): string | null {
  const key = keyOf(event)
  if (key === null || event.defaultPrevented || event.isComposing) return null
  if (!key.startsWith('Mod+') && (keys === 'combinations' || isTyping(event.target))) return null
  return key
}

/**
 * The command that a key press means, or null: none has the key, or the press belongs to somebody else, as in
 * a popup, but for the popup's own. With `no-letters`, a letter or sign alone counts only for commands of the place
 * that has the focus (WCAG 2.1.4).
 */
export function commandFor(
  event: Pressed,
  commands: readonly Command[],
  keys: Keys,
): Command | null {
  const key = commandKey(event, keys)
  if (key === null) return null
  const target = event.target instanceof Element ? event.target : null
  const popup = key.startsWith('Mod+') ? null : (target?.closest(popups) ?? null)
  if ((key === 'Enter' || key === 'Space') && target?.closest(pressable) != null) return null
  const fits = (command: Command) =>
    command.when !== false &&
    command.keys?.includes(key) === true &&
    (command.repeats === true || !event.repeat) &&
    (popup === null || popup.contains(command.within?.() ?? null)) &&
    (command.within === undefined
      ? keys !== 'no-letters' || !isLetter(key)
      : command.within()?.contains(target) === true)
  return commands.filter(fits).reduce<Command | null>(inner, null)
}

/** Of two commands with the same key the one of the inner place; of the same place, the later. */
function inner(one: Command | null, other: Command): Command {
  const [place, otherPlace] = [one?.within?.() ?? null, other.within?.() ?? null]
  if (one === null || place === null) return other
  return otherPlace !== null && place.contains(otherPlace) ? other : one
}

/** Whether a menu is open that the focus is not in. */
const isOutsideMenu = (at: EventTarget | null): boolean =>
  document.querySelector('[role=menu]') !== null &&
  !(at instanceof Element && at.closest('[role=menu]') !== null)

const isLetter = (key: string) => key.replace('Shift+', '').length === 1

/** Whether letters and signs alone are commands. An operator who dictates turns it off. */
export const lettersSetting = createSetting(
  'rollcall.letters',
  1,
  (value) => (typeof value === 'boolean' ? value : null),
  true,
)

/** How long a key may wait, in milliseconds: what it does later than that surprises whoever pressed it. */
const patience = 10_000

let expected = 0
let waiting: readonly (() => boolean)[] = []
let answer: ((event: KeyboardEvent) => boolean) | null = null

/**
 * Says that further commands may be on their way: what cannot be done yet waits for them. Gives what says that
 * they are here, or will not come.
 */
export function expectCommands(): () => void {
  expected += 1
  return () => {
    expected -= 1
    // After what is rendered now, so that each finds the page as the one before it left it.
    queueMicrotask(() => {
      const acts = waiting
      waiting = []
      const left = acts.filter((act) => !flushSync(act))
      waiting = expected > 0 ? [...left, ...waiting] : []
    })
  }
}

/** Does what the person asks, now or, if it gives false, when more of the page is here: in the order of asking. */
export function doWhenHere(act: () => boolean): void {
  if (!act() && expected > 0) waiting = [...waiting, act]
}

/** Gives every command its keys. For the one place that is always there; `paused` while it opens something. */
export function useCommandKeys(paused: boolean): void {
  const letters = useSetting(lettersSetting)
  const keys = paused ? 'combinations' : letters ? 'all' : 'no-letters'
  useEffect(() => {
    const run = (event: KeyboardEvent): boolean => {
      // One layer at a time: what is open takes it, though the focus may not be inside yet. So it waits for
      // no command, which would close what is under it as well.
      if (event.key === 'Escape' && document.querySelector(popups) !== null) return true
      // A menu has just opened, and what is typed was meant for it: the focus comes with the next frame.
      if (commandKey(event, 'combinations') === null && isOutsideMenu(event.target)) return true
      const command = commandFor(event, registeredCommands(), keys)
      if (command === null) return false
      event.preventDefault()
      command.run(event.target)
      return true
    }
    const onKey = (event: KeyboardEvent) => {
      if (commandKey(event, keys) === null) return
      doWhenHere(() => {
        const stands = event.target instanceof Element && event.target.isConnected
        const late = performance.now() - event.timeStamp > patience
        return late || !stands || answer?.(event) === true
      })
    }
    answer = run
    document.addEventListener('keydown', onKey)
    return () => {
      answer = null
      document.removeEventListener('keydown', onKey)
    }
  }, [keys])
}
