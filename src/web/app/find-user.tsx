import { Search } from 'lucide-react'
import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { Kbd } from '#src/web/ui/kbd.tsx'
import { useCommands } from '#src/web/lib/commands.ts'
import { useSearchParams } from '#src/web/lib/address.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import type { AskedFor } from '#src/web/users/find/asked-for.ts'
import { askedFor } from '#src/web/users/find/asked-for.ts'

const [FindPanel, loadPanel] = onDemand(
  async () => (await import('#src/web/users/find/find-panel.tsx')).FindPanel,
)

type Asked = { readonly text: string; readonly kind: Exclude<AskedFor, 'id'> }

const withUser = (before: URLSearchParams, id: string) => {
  const next = new URLSearchParams(before)
  next.set('user', id)
  return next
}

/**
 * Opens the user with a given id, straight from the platform: the row need not be loaded. Of a token,
 * endpoint, address or number it shows who has it among the users loaded. "/" goes here.
 */
export function FindUser({ environment }: { readonly environment: string }) {
  const [params, setParams] = useSearchParams()
  const [asked, setAsked] = useState<Asked | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useCommands([
    {
      id: 'user.find',
      label: 'Find a user',
      group: 'User',
      keys: ['/'],
      words: 'open id search email phone token endpoint',
      run: () => input.current?.select(),
    },
  ])
  const open = (id: string) => {
    setAsked(null)
    setParams((before) => withUser(before, id))
    form.current?.reset()
    input.current?.blur()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const text = input.current?.value.trim() ?? ''
    const kind = askedFor(text)
    if (kind !== 'id') setAsked({ text, kind })
    else if (text !== '') open(text)
  }
  return (
    <form
      ref={form}
      role="search"
      onSubmit={onSubmit}
      className="relative w-64 min-w-0 max-sm:w-40"
    >
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-muted"
      />
      <input
        ref={input}
        type="text"
        aria-label="Find a user by id, email, phone or device token"
        aria-keyshortcuts="/"
        placeholder="Find a user…"
        title="By id, or among the users loaded by email, phone or device token"
        autoComplete="off"
        spellCheck={false}
        onFocus={loadPanel}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.currentTarget.blur()
        }}
        className="h-7 w-full rounded-md border border-line bg-raised pr-7 pl-7 placeholder:text-muted"
      />
      <span className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2 max-sm:hidden">
        <Kbd>/</Kbd>
      </span>
      {asked !== null && (
        <FindPanel
          anchor={input}
          environment={environment}
          text={asked.text}
          kind={asked.kind}
          links={{ to: (id) => `?${withUser(params, id)}`, open }}
          onOpenAsId={() => open(asked.text)}
          onClose={() => setAsked(null)}
        />
      )}
    </form>
  )
}
