import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { Preference } from '#src/domain/preferences.ts'
import type { User } from '#src/domain/user.ts'
import { Button } from '#src/web/ui/button.tsx'
import { RetryButton } from '#src/web/ui/retry-button.tsx'
import { failureInWords } from '#src/web/users/failure-words.ts'
import { userQueries } from '#src/web/users/queries.ts'
import { isSameRun, joinPages } from './activity-pages.ts'
import { ActivityRow } from './activity-row.tsx'
import { Section } from './section.tsx'
import { gapsInWords, untoldInWords } from './told-words.ts'
import { drawer } from '#src/web/words/drawer.ts'
import { ui } from '#src/web/words/ui.ts'

const { activity: words } = drawer

type Props = {
  readonly environment: string
  readonly user: User
  /** The person's choices, which may know the notifications by name. */
  readonly preferences: readonly Preference[]
  readonly now: number
}

/** What was sent to the user lately, newest first, and what became of it. Has its own progress and failure. */
export function ActivityList({ environment, user, preferences, now }: Props) {
  const options = userQueries.activity(environment, user.id)
  const client = useQueryClient()
  const query = useInfiniteQuery(options)
  const { pages = [], pageParams = [] } = query.data ?? {}
  const { rows, why, gaps, isLoop } = joinPages(pages, pageParams)
  const nameOf = (id: string | null) =>
    id === null ? null : (preferences.find((one) => one.notification === id)?.name ?? null)
  const isMore = query.hasNextPage && !isLoop
  const left = gapsInWords(gaps, words.entries)
  // From the newest, with nothing of what was read: a cursor of it may be what the platform refused.
  const restart = () => void client.resetQueries({ queryKey: options.queryKey, exact: true })
  return (
    <Section title={words.title} proof="activity">
      {query.isPending && <div className="skeleton w-52" role="status" aria-label={ui.loading} />}
      {query.error !== null && (
        <Failure
          error={query.error}
          onRestart={restart}
          onRetry={() => void (query.data === undefined ? query.refetch() : query.fetchNextPage())}
        />
      )}
      {why !== null && <p className="text-muted">{untoldInWords[why]}</p>}
      {query.data !== undefined && why === null && rows.length === 0 && left === null && (
        <p className="text-muted">{isMore ? words.nothingYet : words.nothing}</p>
      )}
      <ul className="grid">
        {rows.map((row, index) => (
          <ActivityRow
            key={row.id}
            row={row}
            user={user}
            name={nameOf(row.notification)}
            goesOn={isSameRun(row, rows[index - 1])}
            now={now}
          />
        ))}
      </ul>
      {left !== null && <p className="text-muted">{left}</p>}
      {isLoop && (
        <p role="status" className="text-muted">
          {words.loop}
        </p>
      )}
      {isMore && (
        <Button
          look="outline"
          className="mt-2"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? words.loading : words.older}
        </Button>
      )}
    </Section>
  )
}

/** What went wrong, and the way on: the same again, or where that cannot help, from the newest. */
function Failure(props: {
  readonly error: Error
  readonly onRestart: () => void
  readonly onRetry: () => void
}) {
  const { title, retryAt, startAgain } = failureInWords(props.error)
  return (
    <p role="alert" className="flex items-center gap-3 text-muted">
      {title}
      {startAgain ? (
        <Button look="outline" onClick={props.onRestart}>
          {words.startAgain}
        </Button>
      ) : (
        <RetryButton retryAt={retryAt} onRetry={props.onRetry} />
      )}
    </p>
  )
}
