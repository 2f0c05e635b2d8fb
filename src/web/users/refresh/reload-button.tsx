import RotateCw from 'lucide-react/icons/rotate-cw'
import { useState } from 'react'
import { keyForAria } from '#src/web/lib/keyboard.ts'
import { keyLabel } from '#src/web/ui/key-label.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import { Button } from '#src/web/ui/button.tsx'
import { bar } from '#src/web/words/bar.ts'
import type { ListKey } from '#src/web/users/queries.ts'
import type { UserRows } from '#src/web/users/use-user-rows.ts'

const [NewerWatch] = onDemand(async () => (await import('./newer-watch.tsx')).NewerWatch)

/** `newest`: when the first row of a walk was created, as it last stood there; null where nobody stands. */
type Known = {
  readonly walk: string
  readonly newest: string | null
  readonly newer: string | null
}

/**
 * Begins the list anew. Where it begins with the newest, it says how many newer there are; they come only when
 * they are asked for, and no row moves before.
 */
export function ReloadButton(props: {
  readonly list: ListKey
  /** This very walk through the list: another begins with nothing known. */
  readonly walk: string
  readonly rows: UserRows
  /** Whether the list begins with the newest, and its platform alone answers it. */
  readonly newestFirst: boolean
  readonly onRestart: () => void
}) {
  const { list, walk, rows, newestFirst, onRestart } = props
  const [known, setKnown] = useState<Known | null>(null)
  const [first] = rows.slots
  const isEmpty = rows.trail.rows === 0 && rows.trail.complete
  const newest = isEmpty || first?.index !== 0 ? null : (first.user?.createdAt ?? null)
  const here = known?.walk === walk ? known : null
  // The first row is not in the page for ever, so it is kept as it last stood there.
  if (newestFirst && (isEmpty || newest !== null) && here?.newest !== newest)
    setKnown({ walk, newest, newer: null })
  const newer = here?.newer ?? null
  const label = newer === null ? bar.reload : bar.reloadNewer(newer)
  return (
    // Its room is there from the start, so that no chip and no row moves when somebody comes.
    <div className={newestFirst ? 'flex w-20 justify-end' : ''}>
      {newestFirst && here !== null && (
        <NewerWatch
          key={walk}
          list={list}
          newest={here.newest}
          newer={newer}
          onNewer={(words) => setKnown({ ...here, newer: words })}
        />
      )}
      <Button
        look={newer === null ? 'quiet' : 'outline'}
        aria-label={label}
        aria-keyshortcuts={keyForAria('r')}
        title={`${label} (${keyLabel('r')})`}
        onClick={onRestart}
        className={newer === null ? '' : 'rounded-full! font-medium text-accent!'}
      >
        <RotateCw size={14} aria-hidden />
        {newer}
      </Button>
    </div>
  )
}
