import { Button } from '#src/web/ui/button.tsx'
import { Message } from '#src/web/ui/message.tsx'
import { failureInWords } from './failure-words.ts'

/** A failure where content would be: what happened, where, what to do, and the id to quote. */
export function FailureMessage(props: {
  readonly error: Error
  readonly environment: string
  readonly onRetry: () => void
}) {
  const { title, detail, requestId } = failureInWords(props.error)
  return (
    <Message
      alert
      title={title}
      actions={
        <Button look="outline" onClick={props.onRetry}>
          Try again
        </Button>
      }
    >
      {detail ?? `Environment: ${props.environment}.`}
      {requestId !== null && (
        <span className="mt-1 block font-mono text-small">Request {requestId}</span>
      )}
    </Message>
  )
}
