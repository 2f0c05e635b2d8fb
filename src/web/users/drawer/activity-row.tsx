import { Fragment } from 'react'
import type { Activity } from '#src/domain/activity.ts'
import type { User } from '#src/domain/user.ts'
import { formatRelative } from '#src/web/lib/time.ts'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { Verbatim } from '#src/web/ui/verbatim.tsx'
import { activityChannelLabels, becameInWords, codeInWords } from '#src/web/users/activity-words.ts'
import { ExactTime } from './exact-time.tsx'
import { FailedDevice } from './failed-device.tsx'
import { malformedInWords } from './told-words.ts'
import { drawer } from '#src/web/words/drawer.ts'

const { activity: words } = drawer

const bad = new Set(['failed', 'skipped'])

/** One message on one channel: when, what became of it, and if it failed why. */
export function ActivityRow(props: {
  readonly row: Activity
  readonly user: User
  /** What its notification is called, where that is known. */
  readonly name?: string | null
  /** It belongs to the same run as the row above, which tells when and of what. */
  readonly goesOn?: boolean
  readonly now: number
}) {
  const { row, user, name = null, goesOn = false, now } = props
  const { failure } = row
  const malformed = malformedInWords(row.malformed)
  return (
    <li
      className={`group relative grid grid-cols-[72px_minmax(0,1fr)] gap-x-4 ${goesOn ? 'pb-1' : 'py-1'}`}
    >
      {goesOn ? (
        <span className="sr-only">{words.sameRun}</span>
      ) : row.at === null ? (
        <span className="text-muted">–</span>
      ) : (
        <span className="whitespace-nowrap text-muted">
          <ExactTime iso={row.at}>{formatRelative(row.at, now)}</ExactTime>
        </span>
      )}
      <div className="col-start-2 min-w-0 pe-4">
        <span className={bad.has(row.status) ? 'font-medium text-danger' : 'font-medium'}>
          <span className="inline-block first-letter:uppercase">
            {activityChannelLabels[row.channel]} {becameInWords(row, now)}
          </span>
        </span>
        {row.notification !== null && !goesOn && <Notification id={row.notification} name={name} />}
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
      <span className="absolute top-0.5 -end-2 rounded-md bg-ground opacity-0 group-hover:opacity-100 focus-within:opacity-100 [@media(hover:none)]:opacity-100">
        <CopyButton value={asText(row)} label={words.message} />
      </span>
    </li>
  )
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu

/** By its name; of an id that nobody reads its beginning, and the whole to copy. */
function Notification({ id, name }: { readonly id: string; readonly name: string | null }) {
  if (name !== null || !uuid.test(id))
    return <Verbatim text={name ?? id} className="ms-2 wrap-anywhere text-muted" />
  return (
    <span className="ms-2 inline-flex items-center text-muted" title={id}>
      <span className="font-mono text-small" data-whole={id}>
        {id.slice(0, 8)}…
      </span>
      <span className="-my-1 opacity-0 group-hover:opacity-100 focus-within:opacity-100 [@media(hover:none)]:opacity-100">
        <CopyButton value={id} label={words.notificationId} />
      </span>
    </span>
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
