import { Search } from 'lucide-react'
import type { FormEvent } from 'react'
import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import { Kbd } from '#src/web/ui/kbd.tsx'
import { useCommands } from '#src/web/lib/commands.ts'

/** Opens the user with a given id, straight from the platform: the row need not be loaded. "/" goes here. */
export function FindUser() {
  const [, setParams] = useSearchParams()
  const input = useRef<HTMLInputElement>(null)
  useCommands([
    {
      id: 'user.find',
      label: 'Open a user by id',
      group: 'User',
      keys: ['/'],
      words: 'find search',
      run: () => input.current?.select(),
    },
  ])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const id = input.current?.value.trim() ?? ''
    if (id === '') return
    setParams((params) => {
      const next = new URLSearchParams(params)
      next.set('user', id)
      return next
    })
    event.currentTarget.reset()
    input.current?.blur()
  }
  return (
    <form role="search" onSubmit={onSubmit} className="relative w-64 min-w-0 max-sm:w-40">
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-muted"
      />
      <input
        ref={input}
        type="text"
        aria-label="Open a user by id"
        aria-keyshortcuts="/"
        placeholder="Open a user by id…"
        autoComplete="off"
        spellCheck={false}
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
    </form>
  )
}
