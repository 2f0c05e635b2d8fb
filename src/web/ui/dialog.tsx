import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { dismissAwaited } from '#src/web/lib/awaited-popup.ts'

/** A dialog over everything, open as long as it is rendered. Focus goes back to where it came from. */
export function Dialog(props: {
  readonly label: string
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  useEffect(dismissAwaited, [])
  return (
    <Base.Root open onOpenChange={(open) => open || props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-shade" />
        <Base.Popup
          aria-label={props.label}
          className={`fixed top-[12vh] left-1/2 z-30 flex max-h-[76vh] w-full -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-2xl outline-hidden max-sm:top-2 max-sm:max-h-[calc(100dvh-1rem)] max-sm:w-[calc(100%-1rem)] ${props.wide === true ? 'max-w-190' : 'max-w-140'}`}
        >
          {props.children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
