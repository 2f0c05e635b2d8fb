import { useParams } from 'react-router'
import { NotFound } from './failures.tsx'
import { useEnvironments } from '#src/web/environments/use-environments.ts'
import { UsersPage } from '#src/web/users/users-page.tsx'

/** Finds the environment that the address names and hands it to the users page. */
export function UsersRoute() {
  const id = useParams()['environment']
  const environment = useEnvironments().find((candidate) => candidate.id === id)
  return environment === undefined ? <NotFound /> : <UsersPage environment={environment} />
}
