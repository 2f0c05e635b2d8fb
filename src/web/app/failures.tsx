import type { FormEvent } from 'react'
import { Link, useRevalidator, useRouteError } from 'react-router'
import { ApiError } from '#src/web/lib/api.ts'
import { saveToken } from '#src/web/lib/token.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Message } from '#src/web/ui/message.tsx'

/** An address that leads nowhere. */
export const NotFound = () => (
  <Message
    alert
    title="There is nothing at this address"
    actions={
      <Link to="/" className="text-accent underline underline-offset-2">
        Go to the first environment
      </Link>
    }
  >
    The environment may have been renamed or taken out of the configuration.
  </Message>
)

/** What stands in for the whole page when it cannot even begin. */
export function RouteFailure() {
  const error = useRouteError()
  const revalidator = useRevalidator()
  const retry = () => void revalidator.revalidate()
  if (error instanceof ApiError && error.status === 401) return <TokenForm onToken={retry} />
  const title = error instanceof ApiError ? error.message : 'This page failed'
  const detail = error instanceof ApiError ? error.problem?.detail : undefined
  return (
    <Message
      alert
      title={title}
      actions={
        <Button look="outline" onClick={retry}>
          Try again
        </Button>
      }
    >
      {detail ?? 'Rollcall could not read its environments.'}
    </Message>
  )
}

function TokenForm({ onToken }: { readonly onToken: () => void }) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const token = new FormData(event.currentTarget).get('token')
    if (typeof token !== 'string' || token.trim() === '') return
    saveToken(token.trim())
    onToken()
  }
  return (
    <Message title="Rollcall asks for its token">
      <p>
        Open the address that Rollcall printed when it started: it carries the token. Or paste the
        token here; it is kept for this tab alone.
      </p>
      <form onSubmit={onSubmit} className="mt-4 flex justify-center gap-2">
        <input
          name="token"
          type="password"
          aria-label="Token"
          autoComplete="off"
          className="h-7 w-64 rounded-md border border-line bg-raised px-2 text-text"
        />
        <Button type="submit" look="primary">
          Open
        </Button>
      </form>
    </Message>
  )
}
