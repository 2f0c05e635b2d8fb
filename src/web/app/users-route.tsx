import { useParams } from 'react-router'
import { NotFound } from './failures.tsx'
import { useEnvironments, useMasked } from '#src/web/environments/use-environments.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { MaskingContext } from '#src/web/users/masking.ts'
import { UsersPage } from '#src/web/users/users-page.tsx'

/** Finds the environment that the address names and hands it to the users page. */
export function UsersRoute() {
  const id = useParams()['environment']
  const environment = useEnvironments().find((candidate) => candidate.id === id)
  const masked = useMasked()
  if (environment === undefined) return <NotFound />
  const title = `${environment.name}, ${platformLabels[environment.platform]}`
  return (
    <>
      <title>{`${title} · Rollcall`}</title>
      <h1 className="sr-only">Users of {title}</h1>
      <MaskingContext value={masked}>
        <UsersPage environment={environment} />
      </MaskingContext>
    </>
  )
}
