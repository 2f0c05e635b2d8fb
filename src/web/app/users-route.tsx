import type { Environment } from '#src/domain/environment.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { MaskingContext } from '#src/web/users/masking.ts'
import { UsersPage } from '#src/web/users/users-page.tsx'
import { app } from '#src/web/words/app.ts'

/** The users page of one environment, under its title. */
export function UsersRoute(props: { readonly environment: Environment; readonly masked: boolean }) {
  const { environment } = props
  const title = `${environment.name}, ${platformLabels[environment.platform]}`
  return (
    <>
      <title>{`${title} · Rollcall`}</title>
      <h1 className="sr-only">{app.usersOf(title)}</h1>
      <MaskingContext value={props.masked}>
        <UsersPage environment={environment} />
      </MaskingContext>
    </>
  )
}
