import { Broken, messageLink } from './broken.tsx'
import { ApiError } from '#src/web/lib/api.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Link } from '#src/web/ui/link.tsx'
import { Message } from '#src/web/ui/message.tsx'
import { RetryButton } from '#src/web/ui/retry-button.tsx'
import { TokenForm } from '#src/web/ui/token-form.tsx'
import { app } from '#src/web/words/app.ts'

/** An address that leads nowhere. */
export const NotFound = () => (
  <Message
    alert
    title={app.notFound.title}
    actions={
      <Link pathname="/" className={messageLink}>
        {app.notFound.action}
      </Link>
    }
  >
    {app.notFound.text}
  </Message>
)

/** What stands in for the whole page when it breaks. */
export const BrokenPage = () => (
  <Broken
    again={
      <Button look="outline" onClick={() => location.reload()}>
        {app.broken.action}
      </Button>
    }
  />
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
      {error.problem?.detail ?? app.noEnvironments}
    </Message>
  )
}
