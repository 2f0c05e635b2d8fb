import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** A button of one sign: small, to stand beside a value, or as large as others. `label` is its name and its hint. */
export function IconButton(props: {
  readonly label: string
  readonly icon: LucideIcon
  readonly onClick: () => void
  readonly tabIndex?: number | undefined
  readonly large?: boolean
  readonly children?: ReactNode
}) {
  const { label, icon: Icon, onClick, tabIndex, large = false, children } = props
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
      className={`inline-flex shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text ${large ? 'size-7' : 'size-6'}`}
    >
      <Icon size={large ? 15 : 13} aria-hidden />
      {children}
    </button>
  )
}
