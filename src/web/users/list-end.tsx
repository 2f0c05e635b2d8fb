import { formatCount } from '#src/web/lib/numbers.ts'
import { Button } from '#src/web/ui/button.tsx'
import type { UserRows } from './use-user-rows.ts'
import { canGoOn } from './use-user-rows.ts'

/** The last row: what follows, or why nothing does. Never says "all" before it is true. */
export function ListEnd(props: {
  readonly top: number
  readonly rows: UserRows
  readonly columns: number
  readonly onRestart: () => void
}) {
  const { rows } = props
  return (
    <div
      role="row"
      style={{ transform: `translateY(${props.top}px)` }}
      className="absolute inset-x-0 flex h-(--row) items-center justify-center gap-3 text-muted"
    >
      <div role="gridcell" aria-colspan={props.columns} className="flex items-center gap-3">
        <What rows={rows} onRestart={props.onRestart} />
      </div>
    </div>
  )
}

function What({ rows, onRestart }: { readonly rows: UserRows; readonly onRestart: () => void }) {
  const { trail, mode, failures } = rows
  if (failures.some(({ atEnd }) => atEnd))
    return <span>The list goes on, but could not be read.</span>
  if (trail.looped)
    return (
      <>
        <span className="text-danger">
          The platform repeats a page it gave before, so the list ends here, unfinished.
        </span>
        <Button look="outline" onClick={onRestart}>
          Start again
        </Button>
      </>
    )
  if (trail.next === null)
    return (
      <span>
        {trail.complete ? `That is all ${formatCount(trail.rows)}.` : 'The list ends here.'}
      </span>
    )
  if (mode === 'stopped')
    return (
      <>
        <span>Stopped.</span>
        <Button look="outline" onClick={() => rows.setMode('auto')}>
          Load more
        </Button>
      </>
    )
  if (!canGoOn(trail, mode))
    return (
      <>
        <span>The platform has given nothing but empty pages for a while.</span>
        <Button look="outline" onClick={rows.keepLooking}>
          Keep looking
        </Button>
      </>
    )
  return <span>Loading more…</span>
}
