import type { QueryClient } from '@tanstack/react-query'
import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query'
import { writeColumns } from '#src/domain/columns.ts'
import { writeReach } from '#src/domain/filters.ts'
import { isJsonObject } from '#src/domain/json.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import type {
  ActivityAnswer,
  ExportAnswer,
  FindAnswer,
  RevealAnswer,
  SettingsAnswer,
  UserAnswer,
  UsersAnswer,
  WhyAnswer,
} from '#src/gateway/api.ts'
import { getFile, getJson, postJson } from '#src/web/lib/api.ts'
import type { Day } from '#src/web/lib/time.ts'
import { resolveDates } from './dates.ts'
import type { Place, Trail } from './trail.ts'
import { admit, newTrail, nextPlace } from './trail.ts'
import { isUsersAnswer } from './users-answer.ts'
import type { View } from './view.ts'

/** What narrows a list, as the gateway takes it; null does not. */
type Narrowing = Readonly<
  Record<
    | 'createdAfter'
    | 'createdBefore'
    | 'seenAfter'
    | 'seenBefore'
    | 'reach'
    | 'device'
    | 'email'
    | 'phone',
    string | null
  >
>

/** Which list of users is meant: everything the gateway uses to choose its rows, and nothing else. */
export type ListKey = { readonly environment: string; readonly narrowing: Narrowing }

/** The list that a view means on a day: `today`, in the view's zone. */
export function listKeyOf(environment: string, view: View, today: Day): ListKey {
  const created = resolveDates(view.created, view.zone, today)
  const seen = resolveDates(view.seen, view.zone, today)
  return {
    environment,
    narrowing: {
      createdAfter: created.after,
      createdBefore: created.before,
      seenAfter: seen.after,
      seenBefore: seen.before,
      reach: writeReach(view.reach),
      device: view.devices?.join('|') ?? null,
      email: view.email,
      phone: view.phone,
    },
  }
}

/**
 * Users asked for at once, for the page that begins at a row. The first page is small, to be on the screen soon; later
 * ones are as large as the page can take in between two frames. Of a filtered list more, because where the platform
 * cannot filter, each call walks through thousands of users anyway.
 */
export function pageSize(list: ListKey, start: number): number {
  if (start === 0) return 100
  return Object.values(list.narrowing).some((value) => value !== null) ? 500 : 200
}

const isUserAnswer = (body: unknown): body is UserAnswer =>
  isJsonObject(body) && isJsonObject(body['user'])

const isActivityAnswer = (body: unknown): body is ActivityAnswer =>
  isJsonObject(body) &&
  (body['told'] === false || (Array.isArray(body['activity']) && isJsonObject(body['page'])))

const isWhyAnswer = (body: unknown): body is WhyAnswer =>
  isJsonObject(body) &&
  Array.isArray(body['steps']) &&
  isJsonObject(body['conclusion']) &&
  Array.isArray(body['last'])

const isSettingsAnswer = (body: unknown): body is SettingsAnswer =>
  isJsonObject(body) && isJsonObject(body['switchedOff'])

const userPath = (
  environment: string,
  what: '' | '/activity' | '/why',
  query: Record<string, string>,
) =>
  `/api/environments/${encodeURIComponent(environment)}/user${what}?${new URLSearchParams(query)}`

type From = { readonly after: string } | { readonly before: string } | null

const listPath = (
  list: ListKey,
  what: 'users' | 'export',
  more: Readonly<Record<string, string>>,
): string => {
  const query = new URLSearchParams(more)
  for (const [name, value] of Object.entries(list.narrowing))
    if (value !== null) query.set(name, value)
  return `/api/environments/${encodeURIComponent(list.environment)}/${what}?${query}`
}

const read = (list: ListKey, from: From, limit: number, signal: AbortSignal) =>
  getJson(listPath(list, 'users', { ...from, limit: String(limit) }), isUsersAnswer, signal)

/** The first users of a list, kept nowhere. */
export const readTop = (list: ListKey, limit: number, signal: AbortSignal): Promise<UsersAnswer> =>
  read(list, null, limit, signal)

const following = (cursor: string | null): From => (cursor === null ? null : { after: cursor })

const readNew = (list: ListKey, at: Place, signal: AbortSignal) =>
  read(list, following(at.cursor), pageSize(list, at.start), signal)

/**
 * Reads a page again, as many users as it held. Where the platform cannot filter, an answer ends
 * when its time is up, so what is missing is asked for until it is there.
 */
async function readKnown(list: ListKey, at: Place, signal: AbortSignal): Promise<UsersAnswer> {
  const held = at.count + at.dropped.length
  const from = at.cursor === null && at.pin !== null ? { before: at.pin } : following(at.cursor)
  let answer = await read(list, from, held, signal)
  while (isCutShort(answer) && answer.users.length < held) {
    const more = await read(list, following(answer.page.after), held - answer.users.length, signal)
    answer = { ...more, users: [...answer.users, ...more.users] }
  }
  return answer
}

const isCutShort = ({ page, coverage }: UsersAnswer): boolean =>
  page.after !== null && coverage.scanned > coverage.matched

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

  pages: (list: ListKey) => [...userQueries.list(list), 'page'] as const,

  page: (list: ListKey, at: Place) =>
    queryOptions({
      queryKey: [...userQueries.pages(list), at.cursor],
      queryFn: async ({ signal, client }) => {
        const answer = await (at.count === 0 ? readNew : readKnown)(list, at, signal)
        const key = userQueries.trail(list).queryKey
        const { trail, page } = admit(client.getQueryData(key) ?? newTrail(), at.cursor, answer)
        client.setQueryData(key, trail)
        return page
      },
      staleTime: Infinity,
      gcTime: 2_000,
      structuralSharing: false,
    }),

  settings: (environment: string) =>
    queryOptions({
      queryKey: [...userQueries.all(environment), 'settings'],
      queryFn: ({ signal }) =>
        getJson(
          `/api/environments/${encodeURIComponent(environment)}/settings`,
          isSettingsAnswer,
          signal,
        ),
      staleTime: 60_000,
    }),

  one: (environment: string, id: string) =>
    queryOptions({
      queryKey: [...userQueries.all(environment), 'one', id],
      queryFn: ({ signal }) => getJson(userPath(environment, '', { id }), isUserAnswer, signal),
      staleTime: 15_000,
    }),

  why: (environment: string, id: string, channel: ChannelName) =>
    queryOptions({
      queryKey: [...userQueries.all(environment), 'why', id, channel],
      queryFn: ({ signal }) =>
        getJson(userPath(environment, '/why', { id, channel }), isWhyAnswer, signal),
      staleTime: 15_000,
    }),

  activity: (environment: string, id: string) =>
    infiniteQueryOptions({
      queryKey: [...userQueries.all(environment), 'activity', id],
      queryFn: ({ pageParam: after, signal }) =>
        getJson(
          userPath(
            environment,
            '/activity',
            after === null ? { id, limit: '10' } : { id, limit: '10', after },
          ),
          isActivityAnswer,
          signal,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => (last.told ? last.page.after : null),
      staleTime: 15_000,
    }),
}

const isFindAnswer = (body: unknown): body is FindAnswer =>
  isJsonObject(body) && Array.isArray(body['users']) && typeof body['among'] === 'number'

const isRevealAnswer = (body: unknown): body is RevealAnswer =>
  isJsonObject(body) && (typeof body['value'] === 'string' || body['value'] === null)

const writePath = (environment: string, what: 'find' | 'reveal') =>
  `/api/environments/${encodeURIComponent(environment)}/${what}`

/**
 * Who among the users loaded has a token, endpoint, address or number. In a body, and in no cache: the
 * text may be a secret.
 */
export const findHolders = (
  environment: string,
  text: string,
  signal: AbortSignal,
): Promise<FindAnswer> => postJson(writePath(environment, 'find'), { text }, isFindAnswer, signal)

/** One masked value of one user in clear. In no cache: whoever asked keeps it as long as it is shown. */
export const reveal = (
  environment: string,
  id: string,
  field: 'email' | 'phone',
  signal: AbortSignal,
): Promise<RevealAnswer> =>
  postJson(writePath(environment, 'reveal'), { id, field }, isRevealAnswer, signal)

/**
 * Everybody in a list as a file of CSV, to be read as it comes. Its `x-request-id` is the id under which
 * `exportProgress` tells of it.
 * @param columns ids of columns
 */
export const exportList = (
  list: ListKey,
  columns: readonly string[],
  raw: boolean,
  signal: AbortSignal,
): Promise<Response> =>
  getFile(
    listPath(list, 'export', {
      format: 'csv',
      columns: writeColumns(columns),
      ...(raw ? { raw: '1' } : {}),
    }),
    signal,
  )

const isExportAnswer = (body: unknown): body is ExportAnswer =>
  isJsonObject(body) && (body['export'] === null || isJsonObject(body['export']))

/** How far the export of an environment is, or how the last one ended. */
export const exportProgress = (environment: string): Promise<ExportAnswer> =>
  getJson(`/api/environments/${encodeURIComponent(environment)}/export/progress`, isExportAnswer)

/** Asks for the first page of a list of which nothing is known yet, before anybody shows it. Never fails. */
export const askForTop = (client: QueryClient, list: ListKey): Promise<void> =>
  client.prefetchQuery(userQueries.page(list, nextPlace(newTrail())))
