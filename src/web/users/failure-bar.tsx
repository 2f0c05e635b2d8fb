import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point'
import { ApiError } from '#src/web/lib/api.ts'
import { Button } from '#src/web/ui/button.tsx'
import { RetryButton } from '#src/web/ui/retry-button.tsx'
import { TokenForm } from '#src/web/ui/token-form.tsx'
import { failureInWords } from './failure-words.ts'
import { HandsFocusOn } from './hands-focus-on.tsx'
import type { Failure, UserRows } from './use-user-rows.ts'
import { list } from '#src/web/words/list.ts'
import { bar } from '#src/web/words/bar.ts'

/**
 * Says above the rows what went wrong with some of them, while the others stay: a page that could not
 * be read, or a list that is no longer what it was.
 */
export function FailureBar({ rows, onRestart }: { rows: UserRows; onRestart: () => void }) {
  const [failure] = rows.failures
  if (failure === undefined && !rows.trail.changed) return null
  return (
    <HandsFocusOn>
      {failure === undefined ? (
        <Changed onRestart={onRestart} />
      ) : (
        <Failed {...failure} rows={rows} onRestart={onRestart} />
      )}
    </HandsFocusOn>
  )
}

function Failed(props: Failure & { rows: UserRows; onRestart: () => void }) {
  const { error, rows, onRestart } = props
  if (error instanceof ApiError && error.status === 401) return <TokenForm />
  const { title, detail, requestId, retryAt, startAgain } = failureInWords(error)
  const retry = () => rows.failures.forEach((each) => each.retry())
  return (
    <div
      role="alert"
      // Politely, and only what is new: while scrolling, one page after another may fail.
      aria-live="polite"
      aria-atomic="false"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5"
    >
      <TriangleAlert size={15} aria-hidden className="shrink-0 text-danger" />
      <span className="font-medium">{title}</span>
      {detail !== null && <span className="text-muted">{detail}</span>}
      {requestId !== null && (
        <span aria-live="off" className="font-mono text-small text-muted">
          {list.request(requestId)}
        </span>
      )}
      <span className="flex-1" />
      {startAgain ? (
        <Button look="outline" onClick={onRestart}>
          {list.startAgain}
        </Button>
      ) : (
        <RetryButton retryAt={retryAt} onRetry={retry} />
      )}
    </div>
  )
}

const Changed = ({ onRestart }: { onRestart: () => void }) => (
  <div role="status" className="flex items-center gap-3 border-b border-line px-4 py-1.5">
    <span className="text-muted">{list.changed}</span>
    <Button look="outline" onClick={onRestart}>
      {bar.reload}
    </Button>
  </div>
)
