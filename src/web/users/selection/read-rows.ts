import type { QueryClient } from '@tanstack/react-query'
import type { UsersAnswer } from '#src/gateway/api.ts'
import type { ListKey } from '#src/web/users/queries.ts'
import { userQueries } from '#src/web/users/queries.ts'
import type { Place, Trail } from '#src/web/users/trail.ts'
import { placesBetween } from '#src/web/users/trail.ts'
import type { Chosen } from '#src/web/users/use-selection.ts'

/** Rows of a list, both ends included. */
export type Stretch = { readonly first: number; readonly last: number }

const within = ({ start, count }: Place, page: UsersAnswer, { first, last }: Stretch) =>
  page.users
    .slice(0, count)
    .map((user, index): Chosen => ({ row: start + index, user }))
    .filter(({ row }) => row >= first && row <= last)

/** Those of a stretch who are loaded, or null when some page of it is here no more. */
export function rowsHere(
  client: QueryClient,
  list: ListKey,
  trail: Trail,
  stretch: Stretch,
): readonly Chosen[] | null {
  const found: Chosen[] = []
  for (const place of placesBetween(trail, stretch.first, stretch.last)) {
    const page = client.getQueryData(userQueries.page(list, place).queryKey)
    if (page === undefined) return null
    found.push(...within(place, page, stretch))
  }
  return found
}

/**
 * Those of a stretch, page after page. Pages that scrolled away are read again, and dropped again soon
 * after: never more than one is held. Once one cannot be read, nobody is asked any more: then only those come
 * who are loaded. Never fails.
 */
export async function* readRows(
  client: QueryClient,
  list: ListKey,
  trail: Trail,
  stretch: Stretch,
): AsyncGenerator<readonly Chosen[]> {
  let asks = true
  for (const place of placesBetween(trail, stretch.first, stretch.last)) {
    const query = userQueries.page(list, place)
    const here = client.getQueryData(query.queryKey) ?? null
    const page = here ?? (asks ? await client.query(query).catch(() => null) : null)
    if (page === null) asks = false
    else yield within(place, page, stretch)
  }
}
