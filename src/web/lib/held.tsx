import type { ReactNode } from 'react'
import { memo } from 'react'

type Props = {
  /** What comes instead has nothing to show yet: what was drawn last stays as it is. What was never drawn is drawn. */
  readonly still: boolean
  readonly children: ReactNode
}

const Last = memo(
  ({ children }: Props) => children,
  (_, { still }) => still,
)

/** Shows what it showed before while what comes instead has nothing to show, and says that it is not the last word. */
export const Held = (props: Props) => (
  <div className="contents" aria-busy={props.still}>
    <Last {...props} />
  </div>
)
