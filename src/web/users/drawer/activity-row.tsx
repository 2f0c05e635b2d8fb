import { Fragment } from 'react'
import type { Activity } from '#src/domain/activity.ts'
import type { User } from '#src/domain/user.ts'
import { formatRelative } from '#src/web/lib/time.ts'
import { visible } from '#src/web/lib/visible.ts'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { Verbatim } from '#src/web/ui/verbatim.tsx'
import {
  activityChannelLabels,
  activityStatusLabels,
  codeInWords,
} from '#src/web/users/activity-words.ts'
import { ExactTime } from './exact-time.tsx'
import { FailedDevice } from './failed-device.tsx'
import { malformedInWords } from './told-words.ts'

const bad = new Set(['failed', 'skipped'])

/** One message on one channel: when, what became of it, and if it failed why. */
export function ActivityRow(props: {
  readonly row: Activity
  readonly user: User
  readonly now: number
}) {
  const { row, user, now } = props
  const { failure } = row
  const malformed = malformedInWords(row.malformed)
  return (
    <li className="group relative grid grid-cols-[72px_minmax(0,1fr)] gap-x-4 py-1">
      {row.at === null ? (
        <span className="text-muted">–</span>
      ) : (
        <span className="text-muted">
          <ExactTime iso={row.at}>{formatRelative(row.at, now)}</ExactTime>
        </span>
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
            {partsOf(failure, user).map((part, index) => (
              <Fragment key={part.key}>
                {index > 0 && ' · '}
                {part}
              </Fragment>
            ))}
          </p>
        )}
        {malformed !== null && <p className="wrap-anywhere text-muted">{malformed}</p>}
      </div>
      <span className="absolute top-0.5 -right-2 rounded-md bg-ground opacity-0 group-hover:opacity-100 focus-within:opacity-100 [@media(hover:none)]:opacity-100">
        <CopyButton value={asText(row)} label="this message" />
      </span>
    </li>
  )
}

type Failure = NonNullable<Activity['failure']>

const partsOf = ({ code, recipient, diagnostic, device }: Failure, user: User) =>
  [
    code !== null && (
      <span key="code" title={code}>
        {codeInWords(code)}
      </span>
    ),
    device !== null && <FailedDevice key="device" fingerprint={device} user={user} />,
    recipient !== null && <Verbatim key="recipient" text={recipient} />,
    diagnostic !== null && (
      <Verbatim key="diagnostic" text={diagnostic} className="font-mono text-small" />
    ),
  ].filter((part) => part !== false)

const asText = ({ at, channel, statusRaw, status, notification, failure }: Activity): string =>
  [
    at,
    channel,
    statusRaw ?? status,
    notification,
    failure?.code,
    failure?.recipient,
    failure?.diagnostic,
    failure?.device?.hash,
  ]
    .filter((part) => part != null)
    .join(' ')

const wordOf = ({ status, statusRaw }: Activity): string =>
  status === 'other' ? visible(statusRaw ?? 'in an unknown state') : activityStatusLabels[status]
