import { Outlet, useLocation, useNavigate, useParams } from 'react-router'
import type { Environment } from '#src/domain/environment.ts'
import { FindUser } from './find-user.tsx'
import { usersPath } from './paths.ts'
import { ThemeButton } from './theme-button.tsx'
import { EnvironmentSwitcher } from '#src/web/environments/environment-switcher.tsx'
import { useEnvironments } from '#src/web/environments/use-environments.ts'

/** The one bar above everything. In production it carries a line of production's colour along its top. */
export function Shell() {
  const environments = useEnvironments()
  const navigate = useNavigate()
  const { search } = useLocation()
  const id = useParams()['environment']
  const current = environments.find((environment) => environment.id === id) ?? null
  // The same dates in the other environment; the open user stays behind, being another person there.
  const choose = (environment: Environment) => {
    const kept = new URLSearchParams(search)
    kept.delete('user')
    void navigate({ pathname: usersPath(environment.id), search: kept.toString() })
  }
  return (
    <div className="relative flex h-full flex-col">
      <header
        className={`flex h-12 shrink-0 items-center gap-2 border-b border-line px-3 ${current?.stage === 'production' ? 'shadow-[inset_0_2px_0_var(--color-production)]' : ''}`}
      >
        <span className="px-1 font-semibold max-sm:sr-only">Rollcall</span>
        <EnvironmentSwitcher environments={environments} current={current} onChoose={choose} />
        <span className="flex-1" />
        {current !== null && <FindUser />}
        <ThemeButton />
      </header>
      <main className="relative flex min-h-0 flex-1 flex-col">
        <Outlet />
      </main>
    </div>
  )
}

/** The shell's outline while the first answer is under way. */
export const ShellSkeleton = () => (
  <div role="status" aria-label="Loading Rollcall" className="h-full">
    <div className="flex h-12 items-center gap-3 border-b border-line px-4">
      <span className="font-semibold">Rollcall</span>
      <div className="skeleton w-40" />
    </div>
  </div>
)
