import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useId } from 'react'
import type { FindAnswer } from '#src/gateway/api.ts'
import { formatCount } from '#src/web/lib/numbers.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Middle } from '#src/web/ui/middle.tsx'
import { Popover } from '#src/web/ui/popover.tsx'
import { RetryButton } from '#src/web/ui/retry-button.tsx'
import { failureInWords } from '#src/web/users/failure-words.ts'
import { findHolders, userQueries } from '#src/web/users/queries.ts'
import type { UserLinks } from '#src/web/users/user-links.tsx'
import { UserLink } from '#src/web/users/user-links.tsx'
import type { AskedFor } from './asked-for.ts'

const names: Readonly<Record<Exclude<AskedFor, 'id'>, string>> = {
  token: 'device token',
  endpoint: 'web push endpoint',
  email: 'email address',
  phone: 'phone number',
}

type Props = {
  readonly anchor: RefObject<HTMLElement | null>
  readonly environment: string
  readonly text: string
  readonly kind: Exclude<AskedFor, 'id'>
  readonly links: UserLinks
  readonly onOpenAsId: () => void
  readonly onClose: () => void
}

/**
 * Who has a token, endpoint, address or number among the users loaded. The text goes to the gateway in
 * a body and is kept nowhere: a token is a secret, and it is in no key of the cache.
 */
export function FindPanel(props: Props) {
  const { anchor, environment, text, kind, links } = props
  const asking = useId()
  const query = useQuery({
    queryKey: [...userQueries.all(environment), 'find', asking],
    queryFn: ({ signal }) => findHolders(environment, text, signal),
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <Popover
      anchor={anchor}
      align="end"
      waits
      label={`Who has this ${names[kind]}`}
      onClose={props.onClose}
    >
      <div className="w-80 max-w-full p-3">
        {query.isPending && (
          <div role="status" aria-label="Looking" className="py-1.5">
            <div className="skeleton w-52" />
          </div>
        )}
        {query.error !== null && (
          <p role="alert" className="flex items-center justify-between gap-3">
            {failureInWords(query.error).title}
            <RetryButton
              retryAt={failureInWords(query.error).retryAt}
              onRetry={() => void query.refetch()}
            />
          </p>
        )}
        {query.data !== undefined && <Holders answer={query.data} kind={kind} links={links} />}
        <div className="mt-2.5 border-t border-line pt-2.5">
          <Button look="outline" onClick={props.onOpenAsId}>
            Open it as an id
          </Button>
          <p className="mt-1.5 text-small text-muted">It then stands in the address, as ids do.</p>
        </div>
      </div>
    </Popover>
  )
}

function Holders(props: {
  readonly answer: FindAnswer
  readonly kind: Props['kind']
  readonly links: UserLinks
}) {
  const { users, among, fingerprint } = props.answer
  const { kind, links } = props
  return (
    <>
      <p role="status">{foundInWords(users.length, among, names[kind])}</p>
      <p className="text-muted">
        {among === 0
          ? 'Scroll through the list first: only who was loaded can be looked through.'
          : users.length === 0 && 'Somebody who was not loaded may have it.'}
      </p>
      {users.length > 0 && (
        <ul className="mt-1.5 max-h-60 overflow-auto">
          {users.map((id) => (
            <li key={id} className="flex h-7 items-center font-mono text-small">
              <UserLink id={id} links={links}>
                <Middle text={id} />
              </UserLink>
            </li>
          ))}
        </ul>
      )}
      {(kind === 'token' || kind === 'endpoint') && (
        <p className="mt-1.5 text-small text-muted">
          Its fingerprint, as it stands beside devices:{' '}
          <span className="font-mono">
            {fingerprint.last4 !== '' && `…${fingerprint.last4} `}#{fingerprint.hash.slice(0, 8)}
          </span>
        </p>
      )}
    </>
  )
}

/** "2 users have this device token, among the 1,200 loaded so far." Never a word on those who were not. */
export const foundInWords = (count: number, among: number, what: string): string => {
  if (among === 0) return 'No user of this environment was loaded yet.'
  const where = `among the ${formatCount(among)} users loaded so far`
  if (count === 0) return `Nobody has this ${what} ${where}.`
  return `${count === 1 ? 'One user has' : `${formatCount(count)} users have`} this ${what}, ${where}.`
}
