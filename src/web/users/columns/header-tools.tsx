import type { RefObject } from 'react'
import { useEffect, useEffectEvent, useState } from 'react'
import { dropPlace, followPointer } from '#src/web/lib/follow-pointer.ts'
import { popupOnDemand } from '#src/web/lib/on-demand.tsx'
import { fitWidth } from '#src/web/users/column-settings.ts'
import { changeColumn, moveColumn } from './column-changes.ts'
import type { ShownColumn } from '#src/web/users/column-settings.ts'
import { useHeaderCommands } from './use-header-commands.ts'
import type { Draft } from '#src/web/users/use-column-layout.ts'
import { isMirrored } from '#src/web/lib/direction.ts'

const [ColumnMenu] = popupOnDemand(async () => (await import('./column-menu.tsx')).ColumnMenu)

// Less is a click by a hand that is not quite still.
const dragFrom = 4

type Drag = { readonly id: string; readonly to: number; readonly start: number }

const headersIn = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>('[data-column]')]

/** Where a header that is dragged would go, and where to draw the line that says so. */
function dropAt(row: HTMLElement, id: string, x: number): Drag {
  const others = headersIn(row).filter((header) => header.dataset['column'] !== id)
  // How far from where the row begins, whichever way it runs.
  const { left, right } = row.getBoundingClientRect()
  const from = (at: number) => (isMirrored() ? right - at : at - left)
  const edges = others.map((header) => {
    const { left: one, right: other } = header.getBoundingClientRect()
    const [start = 0, end = 0] = [from(one), from(other)].toSorted((a, b) => a - b)
    return { start, end }
  })
  const to = dropPlace(edges, from(x))
  return { id, to, start: edges[to]?.start ?? edges.at(-1)?.end ?? 0 }
}

/**
 * What can be done with the headers: by keys and in a menu, and by the pointer, which drags an edge for a
 * width and a header for its place.
 */
export function HeaderTools(props: {
  readonly row: RefObject<HTMLDivElement | null>
  readonly shown: readonly ShownColumn[]
  /** The column whose header has the list's one tab stop. */
  readonly tabStop: string | null
  /** The column of the active cell. */
  readonly active: string | null
  /** The column whose menu is open. */
  readonly menu: string | null
  readonly onMenu: (id: string | null) => void
  readonly onColumns: (next: readonly ShownColumn[]) => void
  readonly onDraft: (draft: Draft | null) => void
}) {
  const { row, shown, tabStop, active, menu, onMenu, onDraft } = props
  const onColumns = useHeaderCommands({
    row,
    shown,
    tabStop,
    active,
    onColumns: props.onColumns,
    onMenu,
  })
  const open = shown.find(({ id }) => id === menu)
  const [drag, setDrag] = useState<Drag | null>(null)

  const resize = useEffectEvent((event: PointerEvent, header: HTMLElement, id: string) => {
    const from = header.offsetWidth
    let width: number | null = null
    followPointer(event, {
      move: ({ x }) => {
        width = fitWidth(from + (isMirrored() ? -x : x))
        onDraft({ id, width })
      },
      end: (done) => {
        onDraft(null)
        if (done && width !== null) onColumns(changeColumn(shown, id, { width }))
      },
    })
  })
  const press = useEffectEvent((event: PointerEvent, line: HTMLElement, id: string) => {
    let dropped: Drag | null = null
    followPointer(event, {
      move: ({ x }, at) => {
        if (dropped === null && Math.abs(x) < dragFrom) return
        dropped = dropAt(line, id, at.clientX)
        setDrag(dropped)
      },
      end: (done) => {
        setDrag(null)
        if (dropped === null) return
        // The click that ends a drag is none.
        line.addEventListener('click', (click) => click.stopPropagation(), {
          capture: true,
          once: true,
        })
        if (done) onColumns(moveColumn(shown, id, dropped.to))
      },
    })
  })
  const reset = useEffectEvent((id: string) => onColumns(changeColumn(shown, id, { width: null })))

  useEffect(() => {
    const line = row.current
    if (line === null) return
    const at = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null
      const header = target?.closest<HTMLElement>('[data-column]') ?? null
      const id = header?.dataset['column']
      if (header === null || id === undefined) return null
      return { header, id, edge: target?.closest('[data-resize]') != null }
    }
    const onDown = (event: PointerEvent) => {
      const found = at(event)
      if (found === null || event.button !== 0) return
      // No text is selected on the way.
      event.preventDefault()
      if (found.edge) resize(event, found.header, found.id)
      else {
        found.header.focus({ preventScroll: true })
        press(event, line, found.id)
      }
    }
    const onDouble = (event: MouseEvent) => {
      const found = at(event)
      if (found?.edge === true) reset(found.id)
    }
    const stop = new AbortController()
    const { signal } = stop
    line.addEventListener('pointerdown', onDown, { signal })
    line.addEventListener('dblclick', onDouble, { signal })
    return () => stop.abort()
  }, [row])

  return (
    <>
      {drag !== null && (
        <div
          aria-hidden
          className="pointer-events-none absolute inset-y-0 z-2 w-0.5 -translate-x-1/2 bg-accent rtl:translate-x-1/2"
          style={{ insetInlineStart: drag.start }}
        />
      )}
      {open !== undefined && (
        <ColumnMenu
          row={row}
          column={open}
          shown={shown}
          onColumns={onColumns}
          onClose={() => onMenu(null)}
        />
      )}
    </>
  )
}
