import type { QueryClient } from '@tanstack/react-query'
import { environmentsQuery } from '#src/web/environments/queries.ts'
import { isHereEarly } from '#src/web/lib/early.ts'
import { dayAt } from '#src/web/lib/time.ts'
import { askForTop, listKeyOf } from '#src/web/users/queries.ts'
import { readView } from '#src/web/users/view.ts'
import { firstPaths } from './first-requests.ts'
import { environmentIn } from './paths.ts'

/**
 * Reads the answers that are here before anything is drawn, so that they are drawn at once: an outline that is
 * replaced a moment later holds up what replaces it. What is not here, or failed, is left to whoever shows
 * it. Never fails.
 */
export async function readFirstAnswers(client: QueryClient): Promise<void> {
  const [environments = '', list] = firstPaths(location)
  const environment = environmentIn(location.pathname)
  if (isHereEarly(environments)) await client.prefetchQuery(environmentsQuery)
  if (environment === null || list === undefined || !isHereEarly(list)) return
  const view = readView(new URLSearchParams(location.search))
  const key = listKeyOf(environment, view, dayAt(Date.now(), view.zone))
  await askForTop(client, key)
}
