import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#src/web/ui/button.tsx'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { Verbatim } from '#src/web/ui/verbatim.tsx'
import { failureInWords } from '#src/web/users/failure-words.ts'
import { reveal } from '#src/web/users/queries.ts'
import { drawer } from '#src/web/words/drawer.ts'

const { reveal: words } = drawer

/** How long a value stays in clear. */
const shownMs = 30_000

type State =
  | { readonly is: 'masked' | 'asking' }
  | { readonly is: 'failed'; readonly error: Error }
  | { readonly is: 'shown'; readonly value: string | null; readonly until: number }

type Props = {
  readonly environment: string
  readonly id: string
  readonly field: 'email' | 'phone'
  /** As it came, masked. */
  readonly value: string
}

/**
 * A masked value, and one request to see it in clear for half a minute. The clear value lives in this
 * component alone: it goes with the user, the drawer, the time, or whoever looks elsewhere.
 */
export function Revealable({ environment, id, field, value }: Props) {
  const [state, setState] = useState<State>({ is: 'masked' })
  const asking = useRef<AbortController | null>(null)
  useEffect(() => () => asking.current?.abort(), [])
  // Whoever leaves the tab leaves the screen to others.
  useEffect(() => {
    const onVisibility = () => {
      if (document.visibilityState !== 'hidden') return
      asking.current?.abort()
      setState({ is: 'masked' })
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => document.removeEventListener('visibilitychange', onVisibility)
  }, [])
  const say = words[field]

  const ask = async () => {
    const controller = new AbortController()
    asking.current = controller
    setState({ is: 'asking' })
    try {
      const answer = await reveal(environment, id, field, controller.signal)
      if (!controller.signal.aborted)
        setState({ is: 'shown', value: answer.value, until: Date.now() + shownMs })
    } catch (error) {
      if (controller.signal.aborted) return
      setState({ is: 'failed', error: error instanceof Error ? error : new Error('Failed') })
    }
  }
  const hide = () => setState({ is: 'masked' })

  if (state.is === 'shown')
    return (
      <span className="flex items-start gap-1">
        {state.value === null ? (
          <span className="text-muted">{words.none}</span>
        ) : (
          <>
            <Verbatim text={state.value} className="min-w-0 wrap-anywhere" />
            <span className="-my-0.5">
              <CopyButton value={state.value} label={say.what} />
            </span>
          </>
        )}
        <Button className="-my-1 px-1.5 text-small" onClick={hide} aria-label={say.hide}>
          <EyeOff size={13} aria-hidden />
          <Countdown until={state.until} onEnd={hide} />
        </Button>
        <span role="status" className="sr-only">
          {words.shown(shownMs / 1000)}
        </span>
      </span>
    )
  return (
    <span className="flex flex-wrap items-start gap-1">
      <Verbatim text={value} className="min-w-0 wrap-anywhere" />
      <Button
        className="-my-1 px-1.5 text-small"
        aria-label={say.reveal}
        aria-busy={state.is === 'asking'}
        onClick={() => state.is !== 'asking' && void ask()}
      >
        <Eye size={13} aria-hidden />
        {state.is === 'asking' ? words.asking : words.button}
      </Button>
      {state.is === 'failed' && (
        <span role="alert" className="basis-full text-danger">
          {failureInWords(state.error).title}
          {failureInWords(state.error).detail !== null && `: ${failureInWords(state.error).detail}`}
        </span>
      )}
    </span>
  )
}

/** Seconds left, for the eye alone: a screen reader is told once, not thirty times. */
function Countdown({ until, onEnd }: { readonly until: number; readonly onEnd: () => void }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => {
      if (Date.now() >= until) onEnd()
      else setNow(Date.now())
    }, 250)
    return () => clearInterval(timer)
  })
  return <span aria-hidden>{Math.max(1, Math.ceil((until - now) / 1000))} s</span>
}
