import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode, RefObject } from 'react'
import { useRef } from 'react'
import { useFocusReturn } from './use-focus-return.ts'

type Props = {
  /** The button that opened it: the popover stands under it, and focus goes back there. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly label: string
  readonly align?: 'start' | 'end'
  /** The popover itself gets the focus, because what it holds is not there yet, or not to be pressed by chance. */
  readonly waits?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A popover that is open as long as it is rendered. Its button lives elsewhere, so that a page can
 * show the button at once and load what it opens on first use.
 */
export function Popover({
  anchor,
  label,
  align = 'start',
  waits = false,
  onClose,
  children,
}: Props) {
  useFocusReturn(anchor)
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-20"
        >
          <Base.Popup
            ref={popup}
            aria-label={label}
            {...(waits ? { initialFocus: popup } : {})}
            finalFocus={anchor}
            className="max-h-(--available-height) max-w-(--available-width) overflow-auto rounded-lg border border-line bg-raised shadow-xl outline-hidden"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
