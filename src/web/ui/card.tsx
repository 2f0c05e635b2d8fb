import { Tooltip } from '@base-ui/react/tooltip'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<typeof Tooltip.Popup>, 'className'> & {
  readonly className?: string
  /** What it is about, and stands under. */
  readonly anchor: Element
}

/** A small card beside an element, open as long as it is rendered. Leaves the focus where it is. */
export const Card = ({ anchor, className = '', ...rest }: Props) => (
  <Tooltip.Root open>
    <Tooltip.Portal>
      <Tooltip.Positioner
        anchor={anchor}
        side="bottom"
        align="start"
        sideOffset={8}
        collisionPadding={8}
        className="z-30"
      >
        <Tooltip.Popup
          {...rest}
          className={`grid max-w-(--available-width) gap-1.5 overflow-x-auto rounded-lg border border-line bg-raised px-3 py-2.5 text-small shadow-lg outline-hidden ${className}`}
        />
      </Tooltip.Positioner>
    </Tooltip.Portal>
  </Tooltip.Root>
)
