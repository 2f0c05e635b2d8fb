import { useQuery } from '@tanstack/react-query'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import EyeOff from 'lucide-react/icons/eye-off'
import Link from 'lucide-react/icons/link'
import X from 'lucide-react/icons/x'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import type { User } from '#src/domain/user.ts'
import { ApiError } from '#src/web/lib/api.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { formatTimeOfDay, isZone } from '#src/web/lib/time.ts'
import { Button } from '#src/web/ui/button.tsx'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { Middle } from '#src/web/ui/middle.tsx'
import { CopySummary } from './copy-summary.tsx'
import { DrawerBody } from './drawer-body.tsx'
import { FailureMessage } from '#src/web/users/failure-message.tsx'
import { useMasking } from '#src/web/users/masking.ts'
import { userQueries } from '#src/web/users/queries.ts'
import type { UserLinks } from '#src/web/users/user-links.tsx'
import type { Filters } from '#src/web/users/view.ts'
import type { WhyAsked } from './why.tsx'
import { drawer as words } from '#src/web/words/drawer.ts'
import { ui } from '#src/web/words/ui.ts'

type Props = {
  readonly environment: Environment
  readonly id: string
  /** The user as the list knows them, shown until the platform has answered. */
  readonly known: User | null
  readonly links: UserLinks
  /** Narrows the list by this as well. */
  readonly onFilter: (by: Partial<Filters>) => void
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
  const { environment, id, known, links, zone, now, takesFocus } = props
  const { onPrevious, onNext, onClose } = props
  const query = useQuery(userQueries.one(environment.id, id))
  const user = query.data?.user ?? known
  const panel = useRef<HTMLElement>(null)
  const masked = useMasking()
  // Who it is stands there a frame before all that there is to say of them, which takes longer to draw.
  const isOpen = useDeferredValue(true, false)
  // Whoever asks why of one user goes on asking while stepping through the others of the environment.
  const [asked, setAsked] = useState({ of: environment.id, ...notAsked })

  // Opened by its address and not from a row, the drawer is what the person came for. And whoever
  // steps from user to user stays in it, though what had the focus went with the last one.
  const focusedFor = useRef<string | null>(null)
  useEffect(() => {
    if (focusedFor.current === id) return
    focusedFor.current = id
    const focused = document.activeElement
    const covers = takesFocus && panel.current?.contains(focused) === false
    if (covers || focused === document.body) panel.current?.focus()
  }, [takesFocus, id])
  const within = () => panel.current
  useCommands([
    {
      id: 'drawer.previous',
      label: words.previous,
      group: 'User',
      keys: ['ArrowUp'],
      within,
      repeats: true,
      run: () => onPrevious?.(),
    },
    {
      id: 'drawer.next',
      label: words.next,
      group: 'User',
      keys: ['ArrowDown'],
      within,
      repeats: true,
      run: () => onNext?.(),
    },
    { id: 'user.close', label: words.closeUser, group: 'User', keys: ['Escape'], run: onClose },
  ])

  const link = new URL(links.to(id), location.origin)
  const title = user?.name ?? user?.email ?? id
  return (
    <aside
      ref={panel}
      data-zone={user?.timezone}
      aria-label={words.user(title)}
      tabIndex={-1}
      className="flex w-110 shrink-0 flex-col border-s border-line bg-ground outline-hidden max-lg:absolute max-lg:inset-0 max-lg:z-10 max-lg:w-full"
    >
      <header className="flex items-start gap-1 border-b border-line py-2 ps-5 pe-2">
        <div className="min-w-0 flex-1 py-0.5">
          <div className="flex items-center gap-1">
            <h2 className="min-w-0 text-title font-semibold">
              <Middle text={title} />
            </h2>
            {title === id && <CopyButton value={id} label={words.id} />}
          </div>
          <div className="flex flex-wrap items-center gap-x-2 text-muted">
            {title !== id && (
              <span className="flex min-w-0 items-center gap-1">
                <span className="min-w-0 font-mono text-small">
                  <Middle text={id} />
                </span>
                <CopyButton value={id} label={words.id} />
              </span>
            )}
            {user?.timezone != null && isZone(user.timezone) && (
              <span className="whitespace-nowrap" title={user.timezone}>
                {words.there(formatTimeOfDay(now, user.timezone))}
              </span>
            )}
            {masked && (
              <span
                className="inline-flex items-center gap-1 text-small whitespace-nowrap"
                title={words.maskedHint}
              >
                <EyeOff size={12} aria-hidden />
                {words.masked}
              </span>
            )}
          </div>
          {user?.notes.some(({ code }) => code === 'id-is-an-address') === true && (
            <p className="text-small text-muted">{words.idIsAddress}</p>
          )}
        </div>
        {user !== null && (
          <CopySummary environment={environment} user={user} link={link.href} zone={zone} />
        )}
        <CopyButton value={link.href} label={words.link} icon={Link} large />
        <Button
          aria-label={words.previous}
          title={onPrevious === null ? words.notLoaded : undefined}
          disabled={onPrevious === null}
          onClick={onPrevious ?? undefined}
        >
          <ArrowUp size={15} aria-hidden />
        </Button>
        <Button
          aria-label={words.next}
          title={onNext === null ? words.notLoaded : undefined}
          disabled={onNext === null}
          onClick={onNext ?? undefined}
        >
          <ArrowDown size={15} aria-hidden />
        </Button>
        <Button aria-label={ui.close} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div
        key={`${environment.id} ${id}`}
        data-proofs
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-10"
      >
        {query.isError && (
          <FailureMessage
            error={query.error}
            environment={environment.name}
            onRetry={isUnknown(query.error) ? null : () => void query.refetch()}
          />
        )}
        {user === null && query.isPending && <DrawerSkeleton />}
        {user !== null && isOpen && (
          <DrawerBody
            environment={environment}
            user={user}
            answer={query.data}
            failed={query.isError}
            links={links}
            onRetry={() => void query.refetch()}
            onFilter={props.onFilter}
            asked={asked.of === environment.id ? asked : notAsked}
            onAsk={(next) => setAsked({ of: environment.id, ...next })}
            zone={zone}
            now={now}
          />
        )}
      </div>
    </aside>
  )
}

const notAsked: WhyAsked = { open: false, channel: null }

const isUnknown = (error: Error) => error instanceof ApiError && error.status === 404

const DrawerSkeleton = () => (
  <div role="status" aria-label={words.loading} className="grid gap-5 p-5">
    {[60, 85, 70, 40, 75, 55].map((width) => (
      <div key={width} className="skeleton" style={{ width: `${width}%` }} />
    ))}
  </div>
)
