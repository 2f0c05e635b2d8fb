import { formatCount } from '#src/web/lib/numbers.ts'
import { Button } from '#src/web/ui/button.tsx'
import type { UserRows } from '#src/web/users/use-user-rows.ts'
import { canGoOn } from '#src/web/users/use-user-rows.ts'
import type { Narrowed } from './chips.ts'

const users = (count: number) => `${formatCount(count)} ${count === 1 ? 'user' : 'users'}`

/** How much of the environment the list rests on. */
export function CoverageMeter(props: { readonly rows: UserRows; readonly narrowed: Narrowed }) {
  const { rows, narrowed } = props
  const scanning = narrowed === 'scan' || narrowed === 'both'
  const { trail, mode } = rows
  if (trail.next === undefined && rows.failures.length > 0) return null
  const goesOn = trail.next != null && !trail.looped
  return (
    <div className="flex items-center gap-2 text-muted">
      {/* Not read aloud at each page: the page tells of the count now and then. */}
      <span role="status" aria-live="off" className="whitespace-nowrap" title={oddities(trail)}>
        {trail.next === undefined ? '' : inWords(rows, narrowed)}
      </span>
      {/* Its room stays when it goes, so that nothing beside it moves. */}
      <span className={`max-sm:hidden ${rows.busy ? '' : 'invisible'}`}>
        <Blocks count={trail.scanned} />
      </span>
      {goesOn && scanning && (
        <>
          {canGoOn(trail, mode) && (rows.busy || mode === 'all') ? (
            <Button look="outline" className="min-w-18" onClick={() => rows.setMode('stopped')}>
              Stop
            </Button>
          ) : (
            <Button
              look="outline"
              className="min-w-18"
              onClick={() => rows.setMode('all')}
              title="Read on to the end of the environment"
            >
              Go on
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
      ? `${formatCount(scanned)} scanned · ${formatCount(rows)} match so far`
      : `${users(rows)} so far`
  switch (narrowed) {
    case 'scan':
      return `${formatCount(rows)} of all ${users(scanned)} match`
    // Not "all": the platform gave only those created then.
    case 'both':
      return `${formatCount(rows)} of ${users(scanned)} in the range match`
    case 'platform':
      return `${users(rows)} match`
    case 'not':
      return users(rows)
  }
}

const oddityCodes = [
  'records-without-id',
  'duplicates-dropped',
  'more-without-cursor',
  'longer-than-limit',
] as const
const oddityWords = {
  'records-without-id': 'records had no readable id and cannot be shown',
  'duplicates-dropped': 'users came twice and are shown once',
  'more-without-cursor': 'times the platform spoke of more users and gave no way to them',
  'longer-than-limit': 'users came beyond the number asked for',
} as const

/** What the platform did oddly on the way, or undefined. */
function oddities({ warnings }: UserRows['trail']): string | undefined {
  const told = oddityCodes.flatMap((code) => {
    const count = warnings[code] ?? 0
    return count === 0 ? [] : [`${formatCount(count)} ${oddityWords[code]}`]
  })
  return told.length === 0 ? undefined : told.join('; ')
}

/** Four blocks of which one more is filled at each answer: it moves because the scan does. */
function Blocks({ count }: { readonly count: number }) {
  const filled = count === 0 ? 0 : (Math.floor(count / 500) % 4) + 1
  return (
    <span
      role="progressbar"
      aria-label="Reading users"
      className="inline-flex gap-0.5"
      aria-valuetext={`${formatCount(count)} read`}
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
