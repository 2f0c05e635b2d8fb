import { useEffect, useState } from 'react'
import type { Notice } from '#src/web/lib/notice.ts'
import { useAnnounced, useTold } from '#src/web/lib/notice.ts'
import { ui } from '#src/web/words/ui.ts'

// Long enough to read twice.
const seenForMs = 2_400

/** The one place in which things are said: what is meant to be seen stands for a moment above the lower edge. */
export function Notices() {
  const told = useTold()
  const [over, setOver] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setOver(told.id), seenForMs)
    return () => clearTimeout(timer)
  }, [told])
  return (
    <>
      <Said
        notice={told}
        label={ui.done}
        className={
          told.id === over
            ? 'sr-only'
            : 'pointer-events-none absolute bottom-5 left-1/2 z-40 max-w-[90%] -translate-x-1/2 truncate rounded-md bg-text px-3 py-1.5 text-ground shadow-lg'
        }
      />
      <Said notice={useAnnounced()} label={ui.goingOn} className="sr-only" />
    </>
  )
}

const Said = (props: {
  readonly notice: Notice
  readonly label: string
  readonly className: string
}) => (
  <div role="log" aria-label={props.label} aria-live="polite" className={props.className}>
    {/* Another element for each: the same words said twice are said twice. */}
    <span key={props.notice.id}>{props.notice.text}</span>
  </div>
)
