import ArrowDown from 'lucide-react/icons/arrow-down'
import { memo, useRef, useState } from 'react'
import { AwaitedPopup } from '#src/web/lib/awaited-popup.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import type { ShownColumn } from './column-settings.ts'
import { ColumnHeader, headers } from './column-header.tsx'
import type { Spot } from './spot.ts'
import type { ChangeSettings } from './use-column-settings.ts'
import type { Draft } from './use-column-layout.ts'

const [HeaderTools] = onDemand(
  async () => (await import('#src/web/users/columns/header-tools.tsx')).HeaderTools,
  {
    meanwhile: ({ menu, onMenu }) => menu !== null && <AwaitedPopup onClose={() => onMenu(null)} />,
    atIntent: true,
  },
)

type Props = {
  readonly shown: readonly ShownColumn[]
  readonly pins: ReadonlyMap<string, number>
  /** The column whose order the list has, newest first. */
  readonly sorted: string | null
  /** The column whose header has the list's one tab stop. */
  readonly tabStop: string | null
  /** The column of the active cell, wherever it is. */
  readonly active: string | null
  readonly onSpot: (spot: Spot) => void
  readonly onSettings: ChangeSettings
  readonly onDraft: (draft: Draft | null) => void
}

/** The names of the columns, always in sight: row -1 of the grid. */
export const HeaderRow = memo(function HeaderRow(props: Props) {
  const { shown, pins, sorted, tabStop, onSpot, onSettings } = props
  const row = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<string | null>(null)
  return (
    <>
      <div ref={row} role="row" aria-rowindex={1} data-header className={headers}>
        {shown.map(({ id }, index) => (
          <ColumnHeader
            key={id}
            id={id}
            index={index}
            left={pins.get(id)}
            aria-sort={id === sorted ? 'descending' : undefined}
            sign={id === sorted && <ArrowDown size={12} aria-hidden className="shrink-0" />}
            aria-expanded={id === menu}
            tabIndex={id === tabStop ? 0 : -1}
            onFocus={() => onSpot({ row: -1, column: id })}
            onClick={() => setMenu(id)}
            onContextMenu={(event) => {
              event.preventDefault()
              setMenu(id)
            }}
          />
        ))}
      </div>
      {/* Where names go by under the button of the columns. */}
      <div
        aria-hidden
        className="pointer-events-none sticky end-0 z-2 ms-auto -mt-8 hidden h-7.75 w-13 bg-ground in-data-[wide=true]:block"
      />
      <HeaderTools
        row={row}
        shown={shown}
        tabStop={tabStop}
        active={props.active}
        menu={menu}
        onMenu={setMenu}
        onColumns={(columns) => onSettings({ columns })}
        onDraft={props.onDraft}
      />
    </>
  )
})
