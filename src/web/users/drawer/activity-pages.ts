import type { Activity } from '#src/domain/activity.ts'
import type { Gaps, Untold } from '#src/domain/told.ts'
import type { ActivityAnswer } from '#src/gateway/api.ts'

/** The pages of one user's activity, taken together. */
export type ActivityPages = {
  /** Each once, however often it came: a log that grows while it is read repeats itself. */
  readonly rows: readonly Activity[]
  /** Why there are none, where the platform does not tell. */
  readonly why: Untold | null
  readonly gaps: Gaps
  /** The way on leads back to a page that is here already (checks F07). */
  readonly isLoop: boolean
}

/** Takes the pages in their order and the cursor that asked for each. */
export function joinPages(
  pages: readonly ActivityAnswer[],
  cursors: readonly unknown[],
): ActivityPages {
  const told = pages.flatMap((page) => (page.told ? [page] : []))
  const rows = new Map<string, Activity>()
  for (const { activity } of told)
    for (const row of activity) if (!rows.has(row.id)) rows.set(row.id, row)
  const [first] = pages
  const last = told.at(-1)?.page.after ?? null
  return {
    rows: [...rows.values()],
    why: first?.told === false ? first.why : null,
    gaps: {
      unreadable: told.reduce((sum, { gaps }) => sum + gaps.unreadable, 0),
      firstOnly: told.at(-1)?.gaps.firstOnly ?? null,
    },
    isLoop: last !== null && cursors.includes(last),
  }
}

// A run sends on all of its channels within seconds; the same notification again is another run.
const runMs = 60_000

/** Whether a row came from the same run as the one above it, as far as time and notification tell. */
export function isSameRun(row: Activity, above: Activity | undefined): boolean {
  if (above === undefined || row.notification === null || row.at === null || above.at === null)
    return false
  return (
    row.notification === above.notification &&
    Math.abs(Date.parse(above.at) - Date.parse(row.at)) <= runMs
  )
}
