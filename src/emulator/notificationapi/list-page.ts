import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { Failure } from './failures.ts'
import { readLimit } from './limit.ts'
import { presentUser, type WireUser } from './present.ts'
import type { Tenant } from './tenant.ts'
import { beginning, readToken, writeToken, type Position } from './token.ts'
import type { GetUsers } from './wire.ts'

export type PageQuery = {
  readonly limit: string | undefined
  readonly nextToken: string | undefined
}

/** One page of an environment's users (§5). Fails with 400 for a bad parameter. */
export const listPage = (
  { environment: { clientId }, users }: Tenant,
  query: PageQuery,
  switches: NotificationapiSwitches,
): GetUsers<WireUser> => {
  const limit = readLimit(query.limit, switches)
  const position = readPosition(clientId, query.nextToken, switches)
  const tokenAt = (next: Position) => writeToken(clientId, next)
  if (switches.emptyPages && !position.pauseTaken && users.after(position.after, 1).users[0]) {
    const lastEvaluatedKey = tokenAt({ ...position, pauseTaken: true })
    return { users: [], lastEvaluatedKey, hasMore: true }
  }
  // A page of one cannot be short without being empty, and that is another switch.
  const count = switches.shortPages ? Math.max(1, Math.ceil(limit * 0.6)) : limit
  const page = users.after(position.after, count)
  const last = page.users.at(-1)
  const hasMore = page.more || (switches.tokenOnFullLastPage && page.users.length === count)
  return {
    users: page.users.map((user) => presentUser(user, switches)),
    ...(hasMore && last !== undefined
      ? { lastEvaluatedKey: tokenAt({ after: last.id, pauseTaken: false }) }
      : {}),
    hasMore: hasMore && last !== undefined,
  }
}

const readPosition = (
  clientId: string,
  nextToken: string | undefined,
  { absentToken }: Pick<NotificationapiSwitches, 'absentToken'>,
): Position => {
  if (nextToken === undefined && absentToken === 'refuse') {
    throw new Failure(400, 'nextToken is required', 'send it empty for the first page')
  }
  // Absent and empty both ask for the first page (§5).
  if (nextToken === undefined || nextToken === '') return beginning
  const position = readToken(clientId, nextToken)
  if (position !== null) return position
  throw new Failure(
    400,
    'nextToken is not valid',
    'send lastEvaluatedKey unchanged, or nothing for the first page',
  )
}
