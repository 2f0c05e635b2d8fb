import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { BrokenPage, NoEnvironments, NotFound } from './failures.tsx'
import { arrivalIn, environmentIn } from './paths.ts'
import { Shell, ShellSkeleton } from './shell.tsx'
import { UsersRoute } from './users-route.tsx'
import { environmentsQuery } from '#src/web/environments/queries.ts'
import { goTo, usePathname } from '#src/web/lib/address.ts'
import { ErrorBoundary } from 'react-error-boundary'

/** The app's addresses: `/environments/{id}/users?…` is a view, and all that is in it stands in the address. */
export function App() {
  const { data, error, isFetching, refetch } = useQuery(environmentsQuery)
  const pathname = usePathname()
  const id = environmentIn(pathname)
  const [first] = data?.environments ?? []
  const toFirst = pathname === '/' ? first?.id : undefined
  useEffect(() => {
    if (toFirst !== undefined) goTo(...arrivalIn(toFirst), { replace: true })
  }, [toFirst])
  if (data === undefined)
    return error === null || isFetching ? (
      <ShellSkeleton />
    ) : (
      <main className="flex h-full flex-col">
        <ProductHeading />
        <NoEnvironments error={error} onRetry={() => void refetch()} />
      </main>
    )
  const current = data.environments.find((environment) => environment.id === id) ?? null
  return (
    <ErrorBoundary FallbackComponent={BrokenPage}>
      <Shell environments={data.environments} current={current} masked={data.privacy.mask}>
        {current !== null ? (
          <UsersRoute environment={current} masked={data.privacy.mask} />
        ) : (
          toFirst === undefined && (
            <>
              <ProductHeading />
              <NotFound />
            </>
          )
        )}
      </Shell>
    </ErrorBoundary>
  )
}

/** What a page is about that is about no environment. */
const ProductHeading = () => <h1 className="sr-only">Rollcall</h1>
