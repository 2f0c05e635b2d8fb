import { Button } from '#src/web/ui/button.tsx'
import type { UserRows } from './use-user-rows.ts'
import { canGoOn } from './use-user-rows.ts'
import { list } from '#src/web/words/list.ts'

const { end: words } = list

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
      style={{ top: props.top }}
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
  if (failures.some(({ atEnd }) => atEnd)) return <span>{words.failed}</span>
  if (trail.looped)
    return (
      <>
        <span className="text-danger">{words.looped}</span>
        <Button look="outline" onClick={onRestart}>
          {list.startAgain}
        </Button>
      </>
    )
  if (trail.next === null) return <span>{trail.complete ? words.all(trail.rows) : words.ends}</span>
  if (mode === 'stopped')
    return (
      <>
        <span>{words.stopped}</span>
        <Button look="outline" onClick={() => rows.setMode('auto')}>
          {words.more}
        </Button>
      </>
    )
  if (!canGoOn(trail, mode))
    return (
      <>
        <span>{words.empty}</span>
        <Button look="outline" onClick={rows.keepLooking}>
          {list.keepLooking}
        </Button>
      </>
    )
  return <span>{words.loading}</span>
}
