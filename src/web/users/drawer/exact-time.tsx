import type { ReactNode } from 'react'

/** An instant of the drawer: its card tells it exactly, on hover, on focus and when pressed (`tips/`). */
export const ExactTime = ({
  iso,
  children,
}: {
  readonly iso: string
  readonly children: ReactNode
}) => (
  <button
    type="button"
    aria-haspopup="dialog"
    className="-my-0.5 min-h-6 max-w-full rounded-sm text-start select-text"
  >
    <time dateTime={iso}>{children}</time>
  </button>
)
