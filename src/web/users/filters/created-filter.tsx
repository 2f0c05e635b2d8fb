import { CalendarDays, X } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { formatExact } from '#src/web/lib/time.ts'
import { Button } from '#src/web/ui/button.tsx'
import type { Created } from '#src/web/users/created.ts'
import { describeCreated, resolveCreated } from '#src/web/users/created.ts'

const load = () => import('./created-panel.tsx')
const CreatedPanel = lazy(async () => ({ default: (await load()).CreatedPanel }))

type Props = {
  readonly created: Created | null
  readonly zone: string
  /** Milliseconds since the epoch: what "last 30 days" counts from. */
  readonly now: number
  readonly onChange: (change: { created?: Created | null; zone?: string }) => void
}

/** The date-range filter: a chip that says what it means, and the panel to change it, loaded when opened. */
export function CreatedFilter({ created, zone, now, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="flex items-center">
      <Button
        ref={button}
        look="outline"
        aria-haspopup="dialog"
        aria-expanded={open}
        title={created === null ? undefined : exactEnds(created, zone, now)}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(true)}
        className={created === null ? 'text-muted' : 'rounded-r-none border-r-0'}
      >
        <CalendarDays size={14} aria-hidden />
        <span className="text-muted">Created</span>
        {created !== null && <span className="font-medium">{describeCreated(created)}</span>}
      </Button>
      {created !== null && (
        <Button
          look="outline"
          aria-label="Remove the filter on creation date"
          className="rounded-l-none px-1.5 text-muted"
          onClick={() => onChange({ created: null })}
        >
          <X size={14} aria-hidden />
        </Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <CreatedPanel
            anchor={button}
            created={created}
            zone={zone}
            now={now}
            onChange={onChange}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** "from Sat, 24 Oct 2026, 00:00:00 CEST until Mon, 23 Nov 2026, 00:00:00 CET, excluded" */
export function exactEnds(created: Created, zone: string, now: number): string {
  const { createdAfter, createdBefore } = resolveCreated(created, zone, now)
  const from = createdAfter === null ? '' : `from ${formatExact(createdAfter, zone)} `
  const to = createdBefore === null ? '' : `until just before ${formatExact(createdBefore, zone)}`
  return `${from}${to}`.trim()
}
