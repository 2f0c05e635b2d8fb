import { Autocomplete } from '@base-ui/react/autocomplete'
import Search from 'lucide-react/icons/search'
import { useDeferredValue, useState } from 'react'
import type { Command } from '#src/web/lib/commands.ts'
import { commandGroups, useRegisteredCommands } from '#src/web/lib/commands.ts'
import { findMatches } from '#src/web/lib/match.ts'
import { Dialog } from '#src/web/ui/dialog.tsx'
import { KeyOf } from '#src/web/ui/keys.tsx'
import { app } from '#src/web/words/app.ts'
import { commands as commandWords } from '#src/web/words/commands.ts'

type Group = { readonly name: string | null; readonly items: readonly Command[] }

/** Without a query every command under its heading; with one, what it finds, best first. */
function arrange(commands: readonly Command[], query: string): readonly Group[] {
  const possible = commands.filter(
    ({ when, within, named }) => when !== false && (within === undefined || named === true),
  )
  if (query.trim() !== '') {
    const found = findMatches(
      possible,
      query,
      ({ label, group, words = '' }) => `${label} ${commandWords.groups[group]} ${words}`,
    )
    return found.length === 0 ? [] : [{ name: null, items: found }]
  }
  return commandGroups.flatMap((name) => {
    const items = possible.filter(({ group }) => group === name)
    return items.length === 0 ? [] : [{ name: commandWords.groups[name], items }]
  })
}

// In CSS pixels.
const itemHeight = 36

/** As many commands as the window could show, in the order in which they stand. */
function onScreen(groups: readonly Group[]): readonly Group[] {
  let room = Math.ceil(innerHeight / itemHeight)
  return groups.flatMap(({ name, items }) => {
    const seen = items.slice(0, room)
    room -= seen.length
    return seen.length === 0 ? [] : [{ name, items: seen }]
  })
}

/** Every command there is, to be found by a few letters. Runs the chosen one after it has closed. */
export function Palette(props: {
  /** Gives what was typed before it had the focus, once. */
  readonly takeEarly: () => string
  readonly onClose: () => void
}) {
  const { takeEarly, onClose } = props
  const [query, setQuery] = useState('')
  const found = arrange(useRegisteredCommands(), query)
  // A letter is not kept waiting by what would have to be scrolled to.
  const isDrawn = useDeferredValue(query, null) === query
  const groups = isDrawn ? found : onScreen(found)
  const choose = (command: Command) => {
    onClose()
    // The focus is back where it came from by then, for the command to move it or leave it.
    setTimeout(command.run)
  }
  return (
    <Dialog label={app.commands} onClose={onClose}>
      <Autocomplete.Root
        inline
        open
        mode="none"
        autoHighlight="always"
        keepHighlight
        items={groups}
        value={query}
        onValueChange={setQuery}
        itemToStringValue={(command: Command) => command.label}
      >
        <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
          <Search size={15} aria-hidden className="shrink-0 text-muted" />
          <Autocomplete.Input
            aria-label={app.findCommand.label}
            placeholder={app.commandPlaceholder}
            spellCheck={false}
            onFocus={() => setQuery(query + takeEarly())}
            className="h-full min-w-0 flex-1 bg-transparent text-[15px] outline-hidden placeholder:text-muted"
          />
        </div>
        <Autocomplete.List
          aria-label={app.commands}
          className="min-h-0 flex-1 scroll-py-1.5 overflow-y-auto overscroll-contain p-1.5 empty:hidden"
        >
          {(group: Group) => (
            <Autocomplete.Group key={group.name ?? ''} items={group.items}>
              {group.name !== null && (
                <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-small text-muted">
                  {group.name}
                </Autocomplete.GroupLabel>
              )}
              <Autocomplete.Collection>
                {(command: Command) => (
                  <Autocomplete.Item
                    key={command.id}
                    value={command}
                    onClick={() => choose(command)}
                    className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 outline-hidden data-highlighted:bg-hover"
                  >
                    <span className="truncate">{command.label}</span>
                    <span className="flex-1" />
                    {group.name === null && (
                      <span className="text-small text-muted">
                        {commandWords.groups[command.group]}
                      </span>
                    )}
                    <KeyOf command={command} />
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
        <Autocomplete.Empty className="px-4 py-6 text-center text-muted empty:p-0">
          {app.noCommand}
        </Autocomplete.Empty>
      </Autocomplete.Root>
    </Dialog>
  )
}
