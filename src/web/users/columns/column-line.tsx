import GripVertical from 'lucide-react/icons/grip-vertical'
import Pin from 'lucide-react/icons/pin'
import type { PointerEvent } from 'react'
import { visible } from '#src/web/lib/visible.ts'
import type { ShownColumn } from '#src/web/users/column-settings.ts'
import { columnLabel } from '#src/web/users/columns.tsx'
import { columnTools as words } from '#src/web/words/column-tools.ts'

/** One column to tick. A shown one can also be pinned, and dragged by its handle. */
export function ColumnLine(props: {
  readonly id: string
  /** Null when it is not shown. */
  readonly column: ShownColumn | null
  readonly tabStop: boolean
  readonly movable: boolean
  readonly dragged: boolean
  readonly onActive: () => void
  readonly onToggle: () => void
  readonly onPin: (pinned: boolean) => void
  readonly onDrag: (event: PointerEvent) => void
}) {
  const { id, column } = props
  const label = visible(columnLabel(id))
  return (
    <div
      data-shown={column === null ? undefined : id}
      className={`group flex h-8 items-center rounded-md hover:bg-hover has-focus-visible:bg-hover ${props.dragged ? 'bg-hover' : ''}`}
    >
      <label className="flex h-full min-w-0 flex-1 cursor-pointer items-center gap-2.5 px-2">
        <input
          type="checkbox"
          data-line={id}
          checked={column !== null}
          tabIndex={props.tabStop ? 0 : -1}
          onFocus={props.onActive}
          onChange={props.onToggle}
          className="size-4 shrink-0 accent-accent"
        />
        <bdi className="truncate" title={label}>
          {label}
        </bdi>
      </label>
      {column !== null && (
        <>
          <button
            type="button"
            // The keyboard has P for it, so that it stays one stop for each column.
            tabIndex={-1}
            aria-label={words.keep(label)}
            aria-pressed={column.pinned}
            title={words.keepHint}
            onClick={() => props.onPin(!column.pinned)}
            className="inline-flex size-6 items-center justify-center rounded-md text-muted opacity-0 group-hover:opacity-100 hover:text-text aria-pressed:text-accent aria-pressed:opacity-100 [@media(hover:none)]:opacity-100"
          >
            <Pin size={13} aria-hidden className={column.pinned ? 'fill-current' : ''} />
          </button>
          {props.movable && (
            <span
              aria-hidden
              title={words.dragHint}
              onPointerDown={props.onDrag}
              className="inline-flex size-6 cursor-grab touch-none items-center justify-center text-muted opacity-0 group-hover:opacity-100 [@media(hover:none)]:opacity-100"
            >
              <GripVertical size={13} />
            </span>
          )}
        </>
      )}
    </div>
  )
}
