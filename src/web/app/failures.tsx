import { ApiError } from '#src/web/lib/api.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Link } from '#src/web/ui/link.tsx'
import { Message } from '#src/web/ui/message.tsx'
import { RetryButton } from '#src/web/ui/retry-button.tsx'
import { TokenForm } from '#src/web/ui/token-form.tsx'

/** An address that leads nowhere. */
export const NotFound = () => (
  <Message
    alert
    title="There is nothing at this address"
    actions={
      <Link pathname="/" className="text-accent underline underline-offset-2">
        Go to the first environment
      </Link>
    }
  >
    The environment may have been renamed or taken out of the configuration.
  </Message>
)

/** What stands in for the whole page when it breaks. */
export const BrokenPage = () => (
  <Message
    alert
    title="This page broke"
    actions={
      <Button look="outline" onClick={() => location.reload()}>
        Load it again
      </Button>
    }
  >
    A part of it could not be loaded, or failed. Nothing is lost: the address holds the view.
  </Message>
)

/** What stands in for the whole page when it cannot even begin. */
export function NoEnvironments(props: { readonly error: Error; readonly onRetry: () => void }) {
  const { error, onRetry } = props
  if (!(error instanceof ApiError)) return <BrokenPage />
  if (error.status === 401) return <TokenForm />
  return (
    <Message
      alert
      title={error.message}
      actions={<RetryButton retryAt={error.retryAt} onRetry={onRetry} />}
    >
      {error.problem?.detail ?? 'Rollcall could not read its environments.'}
    </Message>
  )
}
