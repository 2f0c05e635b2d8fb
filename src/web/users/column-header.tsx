import type { ComponentProps, ReactNode } from 'react'
import { columnLabel } from './columns.tsx'

/** How the row of headers looks. */
export const headers =
  'grid h-8 grid-cols-(--columns) items-center border-b border-line bg-ground text-small text-muted select-none'

type Props = ComponentProps<'div'> & {
  readonly id: string
  /** Which column it is, counted from 0. */
  readonly index: number
  /** How far from the start it stays, in pixels, where it is pinned. */
  readonly left: number | undefined
  /** What stands beside its name. */
  readonly sign: ReactNode
}

/** The name of a column. Its keys are commands of the row. */
export const ColumnHeader = ({ id, index, left, sign, ...header }: Props) => (
  <div
    role="columnheader"
    aria-colindex={index + 1}
    aria-haspopup="menu"
    data-column={id}
    style={left === undefined ? undefined : { insetInlineStart: left }}
    className={`group relative flex h-full min-w-0 cursor-pointer items-center gap-1 px-3 outline-offset-[-2px] first:ps-8 last:pe-10 hover:text-text aria-expanded:text-text ${left === undefined ? '' : 'pinned z-1'}`}
    {...header}
  >
    <span className="truncate">{columnLabel(id)}</span>
    {sign}
    <span
      aria-hidden
      data-resize
      onClick={(event) => event.stopPropagation()}
      className="absolute inset-y-0 -end-1.5 z-1 w-3 cursor-col-resize before:absolute before:inset-y-2 before:start-1/2 before:w-px before:bg-edge before:opacity-0 group-hover:before:opacity-100"
    />
  </div>
)
