import type { FormEvent } from 'react'
import { saveToken } from '#src/web/lib/token.ts'
import { Button } from './button.tsx'
import { Message } from './message.tsx'
import { ui } from '#src/web/words/ui.ts'

function onSubmit(event: FormEvent<HTMLFormElement>) {
  event.preventDefault()
  const token = new FormData(event.currentTarget).get('token')
  if (typeof token !== 'string' || token.trim() === '') return
  saveToken(token.trim())
  location.reload()
}

/** Asks for the gateway's token, keeps it for this tab, and loads the same address again with it. */
export function TokenFields() {
  return (
    <Message title={ui.token.title}>
      <p>{ui.token.text}</p>
      <form onSubmit={onSubmit} className="mt-4 flex justify-center gap-2">
        <input
          name="token"
          type="password"
          aria-label={ui.token.field}
          autoComplete="off"
          className="h-7 w-64 rounded-md border border-line bg-raised px-2 text-text"
        />
        <Button type="submit" look="primary">
          {ui.token.open}
        </Button>
      </form>
    </Message>
  )
}
