import { ApiError } from '#src/web/lib/api.ts'
import { Message } from '#src/web/ui/message.tsx'
import { RetryButton } from '#src/web/ui/retry-button.tsx'
import { TokenForm } from '#src/web/ui/token-form.tsx'
import { failureInWords } from './failure-words.ts'
import { list } from '#src/web/words/list.ts'

/** A failure where content would be: what happened, where, what to do, and the id to quote. */
export function FailureMessage(props: {
  readonly error: Error
  readonly environment: string
  /** Null where asking again cannot help. */
  readonly onRetry: (() => void) | null
}) {
  const { error, onRetry } = props
  if (error instanceof ApiError && error.status === 401) return <TokenForm />
  const { title, detail, requestId, retryAt } = failureInWords(error)
  return (
    <Message
      alert
      title={title}
      {...(onRetry === null
        ? {}
        : { actions: <RetryButton retryAt={retryAt} onRetry={onRetry} /> })}
    >
      {detail ?? list.environment(props.environment)}
      {requestId !== null && (
        <span className="mt-1 block font-mono text-small">{list.request(requestId)}</span>
      )}
    </Message>
  )
}
