import type { Activity } from '#src/domain/activity.ts'
import type { User } from '#src/domain/user.ts'
import { formatExact, formatRelative } from '#src/web/lib/time.ts'
import { visible } from '#src/web/lib/visible.ts'
import { Verbatim } from '#src/web/ui/verbatim.tsx'
import {
  activityChannelLabels,
  activityStatusLabels,
  codeInWords,
} from '#src/web/users/activity-words.ts'
import { FailedDevice } from './failed-device.tsx'
import { malformedInWords } from './told-words.ts'

const bad = new Set(['failed', 'skipped'])

/** One message on one channel: when, what became of it, and if it failed why. */
export function ActivityRow(props: {
  readonly row: Activity
  readonly user: User
  readonly zone: string
  readonly now: number
}) {
  const { row, user, zone, now } = props
  const { failure } = row
  const malformed = malformedInWords(row.malformed)
  return (
    <li className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-4 py-1">
      {row.at === null ? (
        <span className="text-muted">–</span>
      ) : (
        <time dateTime={row.at} title={formatExact(row.at, zone)} className="text-muted">
          {formatRelative(row.at, now)}
        </time>
      )}
      <div className="min-w-0">
        <span className={bad.has(row.status) ? 'font-medium text-danger' : 'font-medium'}>
          <span className="inline-block first-letter:uppercase">
            {activityChannelLabels[row.channel]} {wordOf(row)}
          </span>
        </span>
        {row.notification !== null && (
          <Verbatim text={row.notification} className="ml-2 wrap-anywhere text-muted" />
        )}
        {failure !== null && (
          <p className="wrap-anywhere text-muted">
            {failure.code !== null && <span title={failure.code}>{codeInWords(failure.code)}</span>}
            {failure.recipient !== null && <Verbatim text={failure.recipient} className="ml-2" />}
            {failure.diagnostic !== null && (
              <Verbatim text={failure.diagnostic} className="ml-2 font-mono text-small" />
            )}
            {failure.device !== null && (
              <span className="ml-2">
                <FailedDevice fingerprint={failure.device} user={user} />
              </span>
            )}
          </p>
        )}
        {malformed !== null && <p className="wrap-anywhere text-muted">{malformed}</p>}
      </div>
    </li>
  )
}

const wordOf = ({ status, statusRaw }: Activity): string =>
  status === 'other' ? visible(statusRaw ?? 'in an unknown state') : activityStatusLabels[status]
