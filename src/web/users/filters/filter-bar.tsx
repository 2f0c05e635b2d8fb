import type { ReactNode } from 'react'
import type { UserRows } from '#src/web/users/use-user-rows.ts'
import { ZoneButton } from '#src/web/users/zone/zone-button.tsx'
import { narrowedBy } from './chips.ts'
import { CoverageMeter } from './coverage-meter.tsx'
import type { FiltersProps } from './filters.tsx'
import { Filters } from './filters.tsx'
import { SwitchedOff } from './switched-off.tsx'
import { filters } from '#src/web/words/filters.ts'

type Props = FiltersProps & {
  /** What stands before the filters. */
  readonly lead: ReactNode
  /** What stands at the end. */
  readonly tail: ReactNode
  readonly rows: UserRows
  /** What begins the list anew. */
  readonly reload: ReactNode
}

/** What narrows the list, how far the answer reaches, and the zone in which its times are told. */
export function FilterBar(props: Props) {
  const { lead, tail, environment, rows, view, chips, today, change, reload } = props
  return (
    <div
      role="toolbar"
      aria-label={filters.title}
      className="flex min-h-11 items-start gap-2 border-b border-line px-4 py-2 max-sm:flex-wrap max-sm:gap-1 max-sm:px-2"
    >
      <div className="relative flex min-w-0 flex-1 flex-wrap items-center gap-1.5 max-sm:basis-full">
        {lead}
        <Filters
          environment={environment}
          view={view}
          chips={chips}
          today={today}
          change={change}
        />
      </div>
      <div className="flex min-h-7 items-center gap-2 max-sm:flex-1 max-sm:flex-wrap">
        <SwitchedOff environment={environment.id} rows={rows} />
        {/* One line, also on a phone: the rows below must not move when a scan begins or ends. */}
        <div className="flex min-w-0 items-center gap-2 max-sm:min-h-8 max-sm:basis-full max-sm:gap-1">
          <CoverageMeter rows={rows} narrowed={narrowedBy(chips)} />
          <span className="flex-1 sm:hidden" />
          <ZoneButton
            environment={environment.id}
            user={view.user}
            zone={view.zone}
            onZone={(zone) => change({ zone }, true)}
          />
          {reload}
          {tail}
        </div>
      </div>
    </div>
  )
}
