import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { ui } from '#src/web/words/ui.ts'

/** "Try again", or how long until that is allowed. `retryAt`: milliseconds since the epoch. */
export function RetryButton(props: {
  readonly retryAt: number | null
  readonly onRetry: () => void
}) {
  const { retryAt, onRetry } = props
  const [now, setNow] = useState(Date.now)
  const left = retryAt === null ? 0 : Math.max(0, Math.ceil((retryAt - now) / 1000))
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return (
    // Its seconds are not read aloud one by one where it stands in an alert.
    <Button look="outline" aria-live="off" disabled={left > 0} onClick={onRetry}>
      {left > 0 ? ui.retryIn(left) : ui.retry}
    </Button>
  )
}
