import { useQuery } from '@tanstack/react-query'
import { isZone } from '#src/web/lib/time.ts'
import { userQueries } from '#src/web/users/queries.ts'

/** The open user's own zone, where the platform tells one that there is. Asks nobody: the drawer has asked. */
export function useTheirZone(environment: string, user: string | null): string | null {
  const { data } = useQuery({ ...userQueries.one(environment, user ?? ''), enabled: false })
  const zone = data?.user.timezone ?? null
  return user !== null && zone !== null && isZone(zone) ? zone : null
}
