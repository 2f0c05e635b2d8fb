import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** A small button of one sign, to stand beside a value. `label` is its name and its hint. */
export function IconButton(props: {
  readonly label: string
  readonly icon: LucideIcon
  readonly onClick: () => void
  readonly tabIndex?: number | undefined
  readonly children?: ReactNode
}) {
  const { label, icon: Icon, onClick, tabIndex, children } = props
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={(event) => {
        // The value that it stands beside may be a row with a click of its own.
        event.stopPropagation()
        onClick()
      }}
      aria-label={label}
      title={label}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
    >
      <Icon size={13} aria-hidden />
      {children}
    </button>
  )
}
