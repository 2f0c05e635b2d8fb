import Search from 'lucide-react/icons/search'
import type { KeyboardEvent } from 'react'
import { useId, useRef, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { Kbd } from '#src/web/ui/kbd.tsx'
import { useCommands } from '#src/web/lib/commands.ts'
import { changeParams, useSearchParams } from '#src/web/lib/address.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import { dayAt } from '#src/web/lib/time.ts'
import { useNow } from '#src/web/lib/use-now.ts'
import type { ViewChange } from '#src/web/users/view.ts'
import { changeView, readView } from '#src/web/users/view.ts'
import { app } from '#src/web/words/app.ts'

const [FindPanel, loadPanel] = onDemand(
  async () => (await import('#src/web/users/find/find-panel.tsx')).FindPanel,
)

/**
 * One box for whoever is looked for: by id, straight from the platform, by address, number or device token, or by
 * the day of their creation. While one types it says what it will do. "/" goes here. What is typed is kept
 * nowhere but in it: it may be a secret.
 */
export function FindUser(props: { readonly environment: Environment; readonly masked: boolean }) {
  const params = useSearchParams()
  const [text, setText] = useState('')
  // Closed, open, or open because of Enter, which is for the panel when it is here.
  const [open, setOpen] = useState<'no' | 'yes' | 'entered'>('no')
  const [active, setActive] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const from = useRef<EventTarget | null>(null)
  const now = useNow()
  const listId = useId()
  useCommands([
    {
      id: 'user.find',
      ...app.findUser,
      group: 'User',
      keys: ['/'],
      run: () => input.current?.select(),
    },
  ])
  /** Goes back to where the person was before they came to find somebody. */
  const leave = () => {
    const before = from.current
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    else input.current?.blur()
  }
  const go = (change: ViewChange) => {
    setOpen('no')
    setText('')
    changeParams((before) => changeView(before, change))
    leave()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The panel, where it is open, has answered the arrow keys and Enter.
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      // One layer at a time.
      if (open === 'no') leave()
      else setOpen('no')
    } else if (event.key === 'Enter') setOpen('entered')
    else if (event.key === 'ArrowDown') setOpen('yes')
  }
  const isOpen = open !== 'no' && text.trim() !== ''
  return (
    <search
      className="relative w-64 min-w-0 max-sm:w-40"
      onBlur={({ currentTarget, relatedTarget }) =>
        currentTarget.contains(relatedTarget) || setOpen('no')
      }
    >
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 start-2 -translate-y-1/2 text-muted"
      />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={app.findUserField}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? active : undefined}
        placeholder={app.findUserPlaceholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={({ relatedTarget }) => {
          from.current = relatedTarget
          loadPanel()
        }}
        onChange={(event) => {
          setText(event.target.value)
          setOpen('yes')
        }}
        onKeyDown={onKeyDown}
        className="h-7 w-full rounded-md border border-line bg-raised px-7 placeholder:text-muted"
      />
      <span className="pointer-events-none absolute top-1/2 end-1.5 -translate-y-1/2 max-sm:hidden">
        <Kbd>/</Kbd>
      </span>
      {isOpen && (
        <FindPanel
          {...props}
          text={text}
          today={dayAt(now, readView(params).zone)}
          links={{
            to: (user) => `?${changeView(params, { user })}`,
            open: (user) => go({ user }),
          }}
          listId={listId}
          box={input}
          entered={open === 'entered'}
          onActive={setActive}
          onFilter={go}
        />
      )}
    </search>
  )
}
