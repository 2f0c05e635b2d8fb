import { ChevronsUpDown } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { StageDot } from './stage-dot.tsx'
import { platformLabels } from './words.ts'
import { Button } from '#src/web/ui/button.tsx'

const load = () => import('./environment-menu.tsx')
const EnvironmentMenu = lazy(async () => ({ default: (await load()).EnvironmentMenu }))

type Props = {
  readonly environments: readonly Environment[]
  readonly current: Environment | null
  readonly onChoose: (environment: Environment) => void
}

/** Which environment is on the screen, and the menu of the others, loaded on first intent. */
export function EnvironmentSwitcher({ environments, current, onChoose }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="relative flex min-w-0">
      <Button
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={
          current === null ? 'Choose an environment' : `Environment: ${fullName(current)}`
        }
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(true)}
        className="min-w-0 shrink px-2 text-text"
      >
        {current === null ? (
          'Choose an environment'
        ) : (
          <>
            <StageDot stage={current.stage} />
            <span
              className={`truncate font-semibold ${current.stage === 'production' ? 'text-production' : ''}`}
            >
              {current.name}
            </span>
            <span className="truncate text-muted max-sm:hidden">
              {platformLabels[current.platform]}
            </span>
          </>
        )}
        <ChevronsUpDown size={13} aria-hidden className="shrink-0 text-muted" />
      </Button>
      {open && (
        <Suspense fallback={null}>
          <EnvironmentMenu
            anchor={button}
            environments={environments}
            current={current}
            onChoose={onChoose}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

const fullName = (environment: Environment) =>
  `${environment.name}, ${platformLabels[environment.platform]}, ${environment.stage}`
