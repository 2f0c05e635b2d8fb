import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode, RefObject } from 'react'
import { useMemo, useRef } from 'react'
import { usePopup } from './use-popup.ts'

type Props = {
  /** The button of it: the popover stands under it, and the focus goes back there unless it was in the list. */
  readonly anchor: RefObject<HTMLElement | null>
  /**
   * Where the button was when it opened the popover, which then stays there: for what the button's own
   * moving, while something is chosen, must not carry along.
   */
  readonly at?: DOMRect | undefined
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
  at,
  label,
  align = 'start',
  waits = false,
  onClose,
  children,
}: Props) {
  const back = usePopup(anchor, onClose)
  const popup = useRef<HTMLDivElement>(null)
  const place = useMemo(
    () => (at === undefined ? anchor : { getBoundingClientRect: () => at }),
    [anchor, at],
  )
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={place}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-20"
        >
          <Base.Popup
            ref={popup}
            aria-label={label}
            {...(waits ? { initialFocus: popup } : {})}
            finalFocus={back}
            className="max-h-(--available-height) max-w-(--available-width) overflow-auto rounded-lg border border-line bg-raised shadow-xl outline-hidden"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
