import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import { useRef, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { StageDot } from './stage-dot.tsx'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { popupOnDemand } from '#src/web/lib/on-demand.tsx'
import { Button } from '#src/web/ui/button.tsx'
import { commandHints } from '#src/web/ui/keys.tsx'
import { commands } from '#src/web/words/commands.ts'

const [EnvironmentMenu, load] = popupOnDemand(
  async () => (await import('./environment-menu.tsx')).EnvironmentMenu,
)

const chooseEnvironment = {
  id: 'environment.choose',
  ...commands.environment.choose,
  group: 'Environment',
  keys: ['e'],
} as const

type Props = {
  readonly environments: readonly Environment[]
  readonly current: Environment | null
  readonly onChoose: (environment: Environment) => void
}

/** Which environment is on the screen, and the menu of the others, loaded on first intent. */
export function EnvironmentSwitcher({ environments, current, onChoose }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useCommands([{ ...chooseEnvironment, run: () => setOpen(true) }])
  return (
    <div className="relative flex min-w-0">
      <Button
        ref={button}
        {...commandHints(chooseEnvironment)}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={
          current === null ? chooseEnvironment.label : commands.environment.named(fullName(current))
        }
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
        className="min-w-0 shrink px-2 text-text"
      >
        {current === null ? (
          chooseEnvironment.label
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
        <EnvironmentMenu
          anchor={button}
          environments={environments}
          current={current}
          onChoose={onChoose}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

const fullName = (environment: Environment) =>
  `${environment.name}, ${platformLabels[environment.platform]}, ${commands.environment.stages[environment.stage]}`
