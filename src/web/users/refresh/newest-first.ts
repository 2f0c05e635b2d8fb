import type { Capabilities } from '#src/domain/environment.ts'
import type { Narrowed } from '#src/web/users/filters/chips.ts'

/**
 * Whether one small request can tell who is newer than the first row: the platform gives the newest first
 * (contract Notiflows §4; NotificationAPI's order means nothing, §5), filters by creation itself, and nothing is
 * read through.
 */
export const isNewestFirst = ({ order, createdRange }: Capabilities, narrowed: Narrowed): boolean =>
  order === 'newest-first' &&
  createdRange === 'server' &&
  (narrowed === 'not' || narrowed === 'platform')
