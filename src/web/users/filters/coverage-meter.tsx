import { Button } from '#src/web/ui/button.tsx'
import type { UserRows } from '#src/web/users/use-user-rows.ts'
import { canGoOn } from '#src/web/users/use-user-rows.ts'
import type { Narrowed } from './chips.ts'
import { filters } from '#src/web/words/filters.ts'
import { list } from '#src/web/words/list.ts'

const { count } = list

/** How much of the environment the list rests on. */
export function CoverageMeter(props: { readonly rows: UserRows; readonly narrowed: Narrowed }) {
  const { rows, narrowed } = props
  const scanning = narrowed === 'scan' || narrowed === 'both'
  const { trail, mode } = rows
  if (trail.next === undefined && rows.failures.length > 0) return null
  const goesOn = trail.next != null && !trail.looped
  return (
    <div className="flex min-w-0 items-center gap-2 text-muted">
      {/* Not read aloud at each page: the page tells of the count now and then. */}
      <span
        role="status"
        aria-live="off"
        className="whitespace-nowrap max-sm:text-small max-sm:whitespace-normal"
        title={oddities(trail)}
      >
        {trail.next === undefined ? '' : inWords(rows, narrowed)}
      </span>
      {/* Its room stays when it goes, so that nothing beside it moves. */}
      <span className={`max-sm:hidden ${rows.busy ? '' : 'invisible'}`}>
        <Blocks read={trail.scanned} />
      </span>
      {goesOn && scanning && (
        <>
          {canGoOn(trail, mode) && (rows.busy || mode === 'all') ? (
            <Button
              look="outline"
              className="min-w-18 max-sm:min-w-14"
              onClick={() => rows.setMode('stopped')}
            >
              {filters.stop}
            </Button>
          ) : (
            <Button
              look="outline"
              className="min-w-18 max-sm:min-w-14"
              onClick={() => rows.setMode('all')}
              title={filters.goOnHint}
            >
              {filters.goOn}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function inWords({ trail }: UserRows, narrowed: Narrowed): string {
  const { rows, complete, scanned } = trail
  if (!complete)
    return narrowed === 'scan' || narrowed === 'both'
      ? count.scanned(scanned, rows)
      : count.soFar(rows)
  switch (narrowed) {
    case 'scan':
      return count.ofAll(rows, scanned)
    // Not "all": the platform gave only those created then.
    case 'both':
      return count.inRange(rows, scanned)
    case 'platform':
      return count.match(rows)
    case 'not':
      return count.users(rows)
  }
}

const oddityCodes = [
  'records-without-id',
  'duplicates-dropped',
  'more-without-cursor',
  'longer-than-limit',
] as const

/** What the platform did oddly on the way, or undefined. */
function oddities({ warnings }: UserRows['trail']): string | undefined {
  const told = oddityCodes.flatMap((code) => {
    const times = warnings[code] ?? 0
    return times === 0 ? [] : [filters.oddities[code](times)]
  })
  return told.length === 0 ? undefined : told.join('; ')
}

/** Four blocks of which one more is filled at each answer: it moves because the scan does. */
function Blocks({ read }: { readonly read: number }) {
  const filled = read === 0 ? 0 : (Math.floor(read / 500) % 4) + 1
  return (
    <span
      role="progressbar"
      aria-label={filters.reading}
      className="inline-flex gap-0.5"
      aria-valuetext={filters.read(read)}
    >
      {[1, 2, 3, 4].map((block) => (
        <span
          key={block}
          className={`h-2.5 w-1.5 rounded-[1px] ${block <= filled ? 'bg-accent' : 'bg-line'}`}
        />
      ))}
    </span>
  )
}
