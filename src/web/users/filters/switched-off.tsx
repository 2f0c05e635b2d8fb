import { useQuery, useQueryClient } from '@tanstack/react-query'
import PowerOff from 'lucide-react/icons/power-off'
import { useEffect, useRef } from 'react'
import type { ChannelName } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import type { Slot } from '#src/web/users/columns.tsx'
import { userQueries } from '#src/web/users/queries.ts'
import { isUsersAnswer } from '#src/web/users/users-answer.ts'
import { channelLabels } from '#src/web/users/reach-labels.ts'
import type { UserRows } from '#src/web/users/use-user-rows.ts'
import { filters } from '#src/web/words/filters.ts'
import { locale } from '#src/web/words/language.ts'

const none: readonly ChannelName[] = []

/** Says which channels nobody in the environment gets, and sees to it that the rows say the same. */
export function SwitchedOff(props: { readonly environment: string; readonly rows: UserRows }) {
  const { environment, rows } = props
  const { data } = useQuery(userQueries.settings(environment))
  const off = data?.switchedOff.told === true ? data.switchedOff.value : none
  useAgreement(environment, off, rows.slots)
  if (off.length === 0) return null
  return (
    <span
      role="status"
      title={filters.switchedOff.hint}
      className="inline-flex h-6 items-center gap-1.5 rounded-md bg-sunken px-2 text-small text-muted"
    >
      <PowerOff size={12} aria-hidden />
      {offInWords(off)}
    </span>
  )
}

const listFormat = new Intl.ListFormat(locale, { type: 'conjunction' })

/** "Push and SMS are switched off here" */
export const offInWords = (off: readonly ChannelName[]): string =>
  (off.length === 1 ? filters.switchedOff.one : filters.switchedOff.many)(
    listFormat.format(off.map((name) => channelLabels[name])),
  )

/** Whether a user was judged knowing these switches. */
export const knowsOf = (
  off: readonly ChannelName[],
  { channels }: Pick<User, 'channels'>,
): boolean =>
  off.every((name) => channels[name].reasons.some(({ code }) => code === 'switched-off'))

/** Pages that were judged before the switches were known are read again, each once. */
function useAgreement(environment: string, off: readonly ChannelName[], slots: readonly Slot[]) {
  const client = useQueryClient()
  const asked = useRef(new Set<string>())
  const stale =
    off.length === 0 ? 0 : slots.filter(({ user }) => user !== null && !knowsOf(off, user)).length
  useEffect(() => {
    if (stale === 0) return
    void client.refetchQueries({
      queryKey: userQueries.all(environment),
      type: 'active',
      predicate: ({ queryKey, queryHash, state: { data } }) => {
        if (!queryKey.includes('page') || asked.current.has(queryHash)) return false
        // All of an answer were judged at once, so its first user tells.
        const [first] = isUsersAnswer(data) ? data.users : []
        if (first === undefined || knowsOf(off, first)) return false
        asked.current.add(queryHash)
        return true
      },
    })
  }, [client, environment, off, stale])
}
