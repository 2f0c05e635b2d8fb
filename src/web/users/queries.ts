import type { QueryClient } from '@tanstack/react-query'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { isJsonObject } from '#src/domain/json.ts'
import type { UserAnswer, UsersAnswer } from '#src/gateway/api.ts'
import { getJson } from '#src/web/lib/api.ts'
import type { CreatedInstants } from './created.ts'
import type { Place, Trail } from './trail.ts'
import { emptyTrail, extendTrail } from './trail.ts'

/** Which list of users is meant: everything the gateway uses to choose its rows, and nothing else. */
export type ListKey = CreatedInstants & { readonly environment: string }

/** Where a page begins: the cursor that asks for it and its first row. */
type PageAt = Pick<Place, 'cursor' | 'start'>

/**
 * Users asked for at once, for the page that begins at a row. The first page is small, to be on the
 * screen soon; whoever scrolls far waits less often with larger ones. A filtered list asks for more
 * at once, because where the platform cannot filter, each call walks through thousands of users anyway.
 */
export function pageSize(list: ListKey, start: number): number {
  if (list.createdAfter !== null || list.createdBefore !== null) return 500
  return start === 0 ? 100 : start < 2_000 ? 200 : 500
}

const isUsersAnswer = (body: unknown): body is UsersAnswer =>
  isJsonObject(body) &&
  Array.isArray(body['users']) &&
  isJsonObject(body['page']) &&
  isJsonObject(body['coverage'])

const isUserAnswer = (body: unknown): body is UserAnswer =>
  isJsonObject(body) && isJsonObject(body['user'])

const listPath = (list: ListKey, { cursor, start }: PageAt): string => {
  const query = new URLSearchParams({ limit: String(pageSize(list, start)) })
  if (cursor !== null) query.set('after', cursor)
  if (list.createdAfter !== null) query.set('createdAfter', list.createdAfter)
  if (list.createdBefore !== null) query.set('createdBefore', list.createdBefore)
  return `/api/environments/${encodeURIComponent(list.environment)}/users?${query}`
}

/**
 * The one place that makes keys and requests for users. Each page of a list is a query of its own,
 * asked for while its rows are near the screen and dropped soon after; the trail remembers how to ask
 * again (docs/decisions/0003-pages-and-trail.md).
 */
export const userQueries = {
  all: (environment: string) => ['environments', environment, 'users'] as const,
  list: (list: ListKey) => [...userQueries.all(list.environment), 'list', list] as const,

  trail: (list: ListKey) =>
    queryOptions<Trail>({
      queryKey: [...userQueries.list(list), 'trail'],
      // Never asked for: pages extend it as they arrive.
      queryFn: skipToken,
      enabled: false,
      staleTime: Infinity,
      gcTime: 30 * 60_000,
      structuralSharing: false,
    }),

  page: (list: ListKey, at: PageAt) =>
    queryOptions({
      queryKey: [...userQueries.list(list), 'page', at.cursor],
      queryFn: async ({ signal, client }) => {
        const page = await getJson(listPath(list, at), isUsersAnswer, signal)
        extend(client, list, at.cursor, page)
        return page
      },
      staleTime: Infinity,
      gcTime: 2_000,
      structuralSharing: false,
    }),

  one: (environment: string, id: string) =>
    queryOptions({
      queryKey: [...userQueries.all(environment), 'one', id],
      queryFn: ({ signal }) =>
        getJson(
          `/api/environments/${encodeURIComponent(environment)}/user?${new URLSearchParams({ id })}`,
          isUserAnswer,
          signal,
        ),
      staleTime: 15_000,
    }),
}

function extend(client: QueryClient, list: ListKey, cursor: string | null, page: UsersAnswer) {
  client.setQueryData<Trail>(userQueries.trail(list).queryKey, (trail) =>
    extendTrail(trail ?? emptyTrail, cursor, page),
  )
}
