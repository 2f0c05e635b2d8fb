import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { Button } from '#src/web/ui/button.tsx'
import { CoverageMeter } from './coverage-meter.tsx'
import { CreatedFilter } from './created-filter.tsx'
import { SwitchedOff } from './switched-off.tsx'
import type { UserRows } from '#src/web/users/use-user-rows.ts'
import type { View, ViewChange } from '#src/web/users/view.ts'

type Props = {
  /** What stands before the filters. */
  readonly lead: ReactNode
  readonly environment: Environment
  readonly rows: UserRows
  readonly view: View
  readonly now: number
  readonly change: (next: ViewChange, replace?: boolean) => void
  readonly onRestart: () => void
}

/** What narrows the list, how far the answer reaches, and the zone in which its times are told. */
export function FilterBar({ lead, environment, rows, view, now, change, onRestart }: Props) {
  return (
    <div
      role="toolbar"
      aria-label="Filters"
      className="flex min-h-11 items-center gap-2 border-b border-line px-4 py-1.5 max-sm:flex-wrap max-sm:gap-1 max-sm:px-2"
    >
      {lead}
      <CreatedFilter
        created={view.created}
        zone={view.zone}
        now={now}
        // Trying out ranges leaves one step in the history, not one for each try.
        onChange={(next) => change(next, view.created !== null)}
      />
      <SwitchedOff environment={environment.id} rows={rows} />
      <span className="flex-1" />
      <CoverageMeter
        rows={rows}
        filtered={view.created !== null}
        scanning={environment.capabilities.createdRange === 'scan'}
      />
      <span
        className="text-small text-muted max-md:hidden"
        title="The zone in which times are shown"
      >
        {view.zone}
      </span>
      <Button aria-label="Reload the list" title="Reload the list" onClick={onRestart}>
        <RotateCw size={14} aria-hidden />
      </Button>
    </div>
  )
}
