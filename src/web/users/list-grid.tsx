import type { ComponentProps, ReactNode } from 'react'
import type { Layout } from './column-layout.ts'
import { list } from '#src/web/words/list.ts'

/** In CSS pixels. */
export const headerHeight = 32

type Props = ComponentProps<'div'> & {
  readonly layout: Layout
  /** In CSS pixels, as `height`: of all rows together. */
  readonly rowHeight: number
  readonly height: number
  readonly header: ReactNode
  readonly children: ReactNode
}

/** The grid that scrolls: the row of headers, always in sight, and the rows, each at its place. */
export function ListGrid({ layout, rowHeight, height, header, children, ...grid }: Props) {
  return (
    <div
      role="grid"
      aria-label={list.users}
      tabIndex={-1}
      aria-multiselectable
      style={{
        '--columns': layout.template,
        '--row': `${rowHeight}px`,
        // Without the line under it.
        '--line': `${rowHeight - 1}px`,
        scrollPaddingTop: headerHeight,
        scrollPaddingInlineStart: layout.covered,
      }}
      // Sideways only where the columns need it, and not while they are about to be laid out for another width.
      className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto data-[wide=true]:overflow-x-auto overscroll-contain outline-hidden [overflow-anchor:none] [scrollbar-gutter:stable]"
      {...grid}
    >
      <div role="rowgroup" className="sticky top-0 z-10" style={{ minWidth: layout.width }}>
        {header}
      </div>
      <div role="rowgroup" className="relative" style={{ height, minWidth: layout.width }}>
        {children}
      </div>
    </div>
  )
}
