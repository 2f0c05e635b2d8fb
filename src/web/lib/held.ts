import type { ReactNode } from 'react'
import { memo } from 'react'

type Props = {
  /** Stays as it was drawn last; what was never drawn is drawn. */
  readonly still: boolean
  readonly children: ReactNode
}

/** Shows what it showed before while what comes instead has nothing to show yet. */
export const Held = memo(
  ({ children }: Props) => children,
  (_, { still }) => still,
)
