import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Link, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import type { Json } from '#src/domain/json.ts'
import { isJsonObject } from '#src/domain/json.ts'
import type { User } from '#src/domain/user.ts'
import { ApiError } from '#src/web/lib/api.ts'
import { formatTimeOfDay, isZone } from '#src/web/lib/time.ts'
import { Button } from '#src/web/ui/button.tsx'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { Middle } from '#src/web/ui/middle.tsx'
import { ActivityList } from './activity-list.tsx'
import { ChannelCards } from './channel-cards.tsx'
import { Facts } from './facts.tsx'
import { JsonView } from './json-view.tsx'
import { Preferences, Subscriptions } from './preferences.tsx'
import { Profile } from './profile.tsx'
import { Section } from './section.tsx'
import { Sentences } from './sentences.tsx'
import { FailureMessage } from '#src/web/users/failure-message.tsx'
import { userQueries } from '#src/web/users/queries.ts'

type Props = {
  readonly environment: Environment
  readonly id: string
  /** The user as the list knows them, shown until the platform has answered. */
  readonly known: User | null
  /** Its address, without the origin. */
  readonly link: string
  /** It covers everything else, so it has the focus. */
  readonly takesFocus: boolean
  readonly zone: string
  readonly now: number
  /** Null where there is no neighbour in the loaded list. */
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
  readonly onClose: () => void
}

/** One user, whole, beside the list. Opens by id alone: its row need not be loaded. */
export function Drawer(props: Props) {
  const { environment, id, known, zone, now, takesFocus, onClose } = props
  const query = useQuery(userQueries.one(environment.id, id))
  const user = query.data?.user ?? known
  const panel = useRef<HTMLElement>(null)

  // Opened by its address and not from a row, the drawer is what the person came for.
  useEffect(() => {
    if (takesFocus || document.activeElement === document.body) panel.current?.focus()
  }, [takesFocus])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onClose])

  const title = user?.name ?? user?.email ?? id
  return (
    <aside
      ref={panel}
      aria-label={`User ${title}`}
      tabIndex={-1}
      className="flex w-110 shrink-0 flex-col border-l border-line bg-ground outline-hidden max-lg:absolute max-lg:inset-0 max-lg:z-10 max-lg:w-full"
    >
      <header className="flex items-start gap-1 border-b border-line py-2 pr-2 pl-5">
        <div className="min-w-0 flex-1 py-0.5">
          <h2 className="text-title font-semibold">
            <Middle text={title} />
          </h2>
          <div className="flex items-center gap-1 text-muted">
            {title !== id && (
              <span className="min-w-0 font-mono text-small">
                <Middle text={id} />
              </span>
            )}
            <CopyButton value={id} label="id" />
            {user?.timezone != null && isZone(user.timezone) && (
              <span className="whitespace-nowrap" title={user.timezone}>
                {formatTimeOfDay(now, user.timezone)} there
              </span>
            )}
          </div>
        </div>
        <CopyButton
          value={new URL(props.link, location.origin).href}
          label="link to this user"
          icon={Link}
        />
        <Button
          aria-label="Previous user"
          disabled={props.onPrevious === null}
          onClick={props.onPrevious ?? undefined}
        >
          <ArrowUp size={15} aria-hidden />
        </Button>
        <Button
          aria-label="Next user"
          disabled={props.onNext === null}
          onClick={props.onNext ?? undefined}
        >
          <ArrowDown size={15} aria-hidden />
        </Button>
        <Button aria-label="Close" onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div key={id} className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-10">
        {query.isError && (
          <FailureMessage
            error={query.error}
            environment={environment.name}
            onRetry={isUnknown(query.error) ? null : () => void query.refetch()}
          />
        )}
        {user === null && query.isPending && <DrawerSkeleton />}
        {user !== null && (
          <>
            <Sentences user={user} zone={zone} />
            <Profile user={user} zone={zone} now={now} bare={isBare(query.data?.raw)} />
            <ChannelCards user={user} environment={environment} zone={zone} />
            <Preferences preferences={query.data?.preferences} />
            <Subscriptions subscriptions={query.data?.subscriptions} zone={zone} />
            <ActivityList environment={environment.id} id={id} zone={zone} now={now} />
            <Section title="Attributes">
              {Object.keys(user.attributes).length === 0 ? (
                <p className="text-muted">None.</p>
              ) : (
                <Facts
                  rows={Object.entries(user.attributes).map(([name, value]) => ({
                    name,
                    mono: true,
                    value:
                      typeof value === 'string' ? value : <JsonView value={value} label={name} />,
                  }))}
                />
              )}
            </Section>
            <Section title="Raw record">
              {query.data === undefined ? (
                <div className="skeleton w-40" />
              ) : (
                <details>
                  <summary className="w-fit rounded-md text-muted hover:text-text">
                    As the platform gave it, secrets replaced by fingerprints
                  </summary>
                  <div className="mt-2">
                    <JsonView value={query.data.raw} label="Raw record" boxed />
                  </div>
                </details>
              )}
            </Section>
          </>
        )}
      </div>
    </aside>
  )
}

// NotificationAPI answers for every id there could be, with the id alone (contract §3).
const isBare = (raw: Json | undefined) => isJsonObject(raw) && Object.keys(raw).length === 1

const isUnknown = (error: Error) => error instanceof ApiError && error.status === 404

const DrawerSkeleton = () => (
  <div role="status" aria-label="Loading the user" className="grid gap-5 p-5">
    {[60, 85, 70, 40, 75, 55].map((width) => (
      <div key={width} className="skeleton" style={{ width: `${width}%` }} />
    ))}
  </div>
)
