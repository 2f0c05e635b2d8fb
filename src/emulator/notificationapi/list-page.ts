import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { Failure, unauthorized } from './failures.ts'
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
  tenant: Tenant,
  query: PageQuery,
  switches: NotificationapiSwitches,
): GetUsers<WireUser> => {
  const { environment, users } = tenant
  const limit = readLimit(query.limit, switches)
  const position = readPosition(tenant, query.nextToken, limit, switches)
  const tokenAt = (next: Omit<Position, 'limit'>) => {
    const bound = switches.tokenLimit === 'bound' ? limit : null
    return writeToken(environment.clientId, { ...next, limit: bound }, switches.tokenForm)
  }
  if (switches.emptyPages && !position.pauseTaken && users.after(position.after, 1).users[0]) {
    const lastEvaluatedKey = tokenAt({ ...position, pauseTaken: true })
    return { users: [], lastEvaluatedKey, hasMore: true }
  }
  // A page of one cannot be short without being empty, and that is another switch.
  const count = switches.shortPages ? Math.max(1, Math.ceil(limit * 0.6)) : limit
  const page = users.after(position.after, count)
  const written = page.users.map((user) => presentUser(user, switches))
  const given = written.slice(0, countWithin(written, switches.maxPageBytes))
  const last = given.at(-1)
  const hasMore =
    page.more ||
    given.length < written.length ||
    (switches.tokenOnFullLastPage && given.length === count)
  return {
    users: given,
    ...(hasMore && last !== undefined
      ? { lastEvaluatedKey: tokenAt({ after: last.id, pauseTaken: false }) }
      : {}),
    hasMore: hasMore && last !== undefined,
  }
}

/** How many records fit into so many bytes, one at least; 0 bytes are no bound. */
const countWithin = (records: readonly object[], bytes: number): number => {
  if (bytes === 0) return records.length
  let size = 0
  const over = records.findIndex((record) => {
    size += Buffer.byteLength(JSON.stringify(record))
    return size > bytes
  })
  return over === -1 ? records.length : Math.max(1, over)
}

const fix = 'send lastEvaluatedKey unchanged, or nothing for the first page'

const readPosition = (
  { environment, users }: Tenant,
  nextToken: string | undefined,
  limit: number,
  switches: NotificationapiSwitches,
): Position => {
  // Absent and empty both ask for the first page (§5).
  if (nextToken === undefined || nextToken === '') {
    const kind = nextToken === undefined ? switches.absentToken : switches.emptyToken
    if (kind === 'first-page') return beginning
    throw new Failure(400, `nextToken is ${nextToken === undefined ? 'required' : 'empty'}`, fix)
  }
  const read = readToken(nextToken, switches.tokenForm)
  const isOwn = read?.owner === environment.clientId
  const kind = read === null ? switches.badToken : isOwn ? 'accept' : switches.foreignToken
  if (kind === 'first-page') return beginning
  if (kind === '401') throw unauthorized()
  if (kind === '400' || read === null) throw new Failure(400, 'nextToken is not valid', fix)
  const { position } = read
  if (position.limit !== null && position.limit !== limit) {
    throw new Failure(400, 'nextToken is for another limit', 'send the limit of the first page')
  }
  const isGone = position.after !== null && users.get(position.after) === undefined
  if (isOwn && isGone && switches.deletedToken === 'refuse') {
    throw new Failure(400, 'nextToken is no longer valid', 'begin again')
  }
  return position
}
