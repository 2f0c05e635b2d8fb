import { useEffect, useState } from 'react'
import { useNotice } from '#src/web/lib/notice.ts'

// Long enough to read twice.
const seenForMs = 2_400

/** The one place in which things are said: a live region, and for what is meant to be seen a line above the lower edge. */
export function Notices() {
  const notice = useNotice()
  const [over, setOver] = useState(0)
  useEffect(() => {
    if (!notice.seen) return
    const timer = setTimeout(() => setOver(notice.id), seenForMs)
    return () => clearTimeout(timer)
  }, [notice])
  const seen = notice.seen && notice.id !== over
  return (
    <div
      role="log"
      aria-label="What happened"
      aria-live="polite"
      className={
        seen
          ? 'pointer-events-none absolute bottom-5 left-1/2 z-40 max-w-[90%] -translate-x-1/2 truncate rounded-md bg-text px-3 py-1.5 text-ground shadow-lg'
          : 'sr-only'
      }
    >
      {/* Another element for each: the same words said twice are said twice. */}
      <span key={notice.id}>{notice.text}</span>
    </div>
  )
}
