import type { QueryClient } from '@tanstack/react-query'
import { createBrowserRouter, redirect, replace } from 'react-router'
import { NotFound, RouteFailure } from './failures.tsx'
import { Shell, ShellSkeleton } from './shell.tsx'
import { UsersRoute } from './users-route.tsx'
import { usersPath } from './paths.ts'
import { arrivalSearch } from '#src/web/users/views/arrival.ts'
import { environmentsQuery } from '#src/web/environments/queries.ts'

/** The app's addresses. `/environments/{id}/users?…` is a view; all that is in it stands in the address. */
export const createRouter = (client: QueryClient) => {
  const environments = () => client.query({ ...environmentsQuery, staleTime: 'static' })
  return createBrowserRouter([
    {
      path: '/',
      loader: environments,
      Component: Shell,
      HydrateFallback: ShellSkeleton,
      ErrorBoundary: RouteFailure,
      children: [
        {
          index: true,
          loader: async () => {
            const [first] = (await environments()).environments
            return first === undefined ? null : redirect(usersPath(first.id))
          },
          Component: NotFound,
        },
        {
          path: 'environments/:environment/users',
          Component: UsersRoute,
          loader: ({ params, request }) => {
            const { pathname, search } = new URL(request.url)
            const view = arrivalSearch(params['environment'] ?? '', search)
            return view === null ? null : replace(`${pathname}?${view}`)
          },
          // Arriving in an environment, and nothing that happens in it.
          shouldRevalidate: ({ currentParams, nextParams }) =>
            currentParams['environment'] !== nextParams['environment'],
        },
        { path: '*', Component: NotFound },
      ],
    },
  ])
}
