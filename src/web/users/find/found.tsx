import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { ApiError } from '#src/web/lib/api.ts'
import { RetryButton } from '#src/web/ui/retry-button.tsx'
import { failureInWords } from '#src/web/users/failure-words.ts'
import { findHolders, userQueries } from '#src/web/users/queries.ts'
import { find } from '#src/web/words/find.ts'
import { asIdInWords, foundInWords, unsearchedInWords } from './find-words.ts'
import type { Sought } from './plans.ts'

/** What was asked for, and the how manieth time something was: an answer is to one asking. */
export type Asked = { readonly text: string; readonly kind: Sought; readonly time: number }

type AsId = 'looking' | 'known' | 'unknown' | 'failed'

/**
 * Who has it among the users loaded, and of an address or number whether it is somebody's very id. The text is in
 * a body, and a token in no key of the cache: it is a secret.
 */
export function useFound(environment: string, asked: Asked | null) {
  const panel = useId()
  const isAddress = asked !== null && (asked.kind === 'email' || asked.kind === 'phone')
  const address = isAddress ? asked.text : ''
  const holders = useQuery({
    queryKey: [...userQueries.all(environment), 'find', panel, asked?.time ?? null],
    queryFn: ({ signal }) => findHolders(environment, asked?.text ?? '', signal),
    enabled: asked !== null,
    staleTime: Infinity,
    gcTime: 0,
  })
  const byId = useQuery({ ...userQueries.one(environment, address), enabled: isAddress })
  const asId = isAddress ? asIdOf(byId.data?.user.notes, byId.error) : null
  const loaded = holders.data?.users ?? []
  return {
    answer: holders.data ?? null,
    error: holders.error,
    busy: holders.isFetching || byId.isFetching,
    retry: () => void holders.refetch(),
    asId,
    users: asId === 'known' ? [...new Set([address, ...loaded])] : loaded,
  }
}

/** A platform that knows every id says of most of them nothing but the id. */
function asIdOf(
  notes: readonly { readonly code: string }[] | undefined,
  error: Error | null,
): AsId {
  if (error !== null)
    return error instanceof ApiError && error.status === 404 ? 'unknown' : 'failed'
  if (notes === undefined) return 'looking'
  return notes.some(({ code }) => code === 'only-an-id') ? 'unknown' : 'known'
}

/** What was found and what was not searched, in words. */
export function Found(
  props: ReturnType<typeof useFound> & {
    readonly kind: Sought
    readonly platform: string
    readonly masked: boolean
  },
) {
  const { answer, error, asId, kind, platform } = props
  if (error !== null)
    return (
      <p role="alert" className="flex items-center justify-between gap-3 px-2.5 py-1.5">
        {failureInWords(error).title}
        <RetryButton retryAt={failureInWords(error).retryAt} onRetry={props.retry} />
      </p>
    )
  if (answer === null || asId === 'looking')
    return (
      <div role="status" aria-label={find.looking} className="px-2.5 py-2.5">
        <div className="skeleton w-52" />
      </div>
    )
  const { users, among, fingerprint } = answer
  const byId = asId === null ? null : asIdInWords(platform, asId)
  const unsearched = unsearchedInWords(kind, users.length, props.masked)
  return (
    <div className="border-b border-line px-2.5 pt-1 pb-2">
      <p role="status">
        {byId !== null && `${byId} `}
        {foundInWords(users.length, among, kind)}
      </p>
      {unsearched !== null && <p className="text-muted">{unsearched}</p>}
      {(kind === 'token' || kind === 'endpoint') && (
        <p className="mt-1 text-small text-muted">
          {find.fingerprint}{' '}
          <span className="font-mono">
            {fingerprint.last4 !== '' && `…${fingerprint.last4} `}#{fingerprint.hash.slice(0, 8)}
          </span>
        </p>
      )}
    </div>
  )
}
