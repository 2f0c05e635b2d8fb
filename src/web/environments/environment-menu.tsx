import { Menu } from '@base-ui/react/menu'
import Check from 'lucide-react/icons/check'
import type { RefObject } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { platformNames } from '#src/domain/environment.ts'
import { StageDot } from './stage-dot.tsx'
import { usePopup } from '#src/web/ui/use-popup.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { commands } from '#src/web/words/commands.ts'

type Props = {
  readonly anchor: RefObject<HTMLElement | null>
  readonly environments: readonly Environment[]
  readonly current: Environment | null
  readonly onChoose: (environment: Environment) => void
  readonly onClose: () => void
}

/** The environments, grouped by platform. Typing a name moves to it. */
export function EnvironmentMenu({ anchor, environments, current, onChoose, onClose }: Props) {
  const back = usePopup(anchor, onClose)
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      {/* Inside the page's header, not after it: a screen reader finds it where its button is. */}
      <Menu.Portal container={anchor.current?.parentElement ?? null}>
        <Menu.Positioner anchor={anchor} align="start" sideOffset={4} className="z-20">
          <Menu.Popup
            finalFocus={back}
            aria-label={commands.environment.menu}
            className="max-h-(--available-height) min-w-64 overflow-auto rounded-lg border border-line bg-raised p-1.5 shadow-xl outline-hidden"
          >
            <Menu.RadioGroup value={current?.id ?? null}>
              {platformNames.map((platform) => {
                const own = environments.filter((environment) => environment.platform === platform)
                return (
                  own.length > 0 && (
                    <Menu.Group key={platform}>
                      <Menu.GroupLabel className="px-2.5 pt-1.5 pb-1 text-small text-muted">
                        {platformLabels[platform]}
                      </Menu.GroupLabel>
                      {own.map((environment) => (
                        <Menu.RadioItem
                          key={environment.id}
                          value={environment.id}
                          label={environment.name}
                          onClick={() => {
                            onChoose(environment)
                            onClose()
                          }}
                          className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 outline-hidden data-highlighted:bg-hover"
                        >
                          <StageDot stage={environment.stage} />
                          <span className="font-medium">{environment.name}</span>
                          {environment.name.toLowerCase() !== environment.stage && (
                            <span className="text-small text-muted">
                              {commands.environment.stages[environment.stage]}
                            </span>
                          )}
                          <span className="flex-1" />
                          {environment.id === current?.id && <Check size={14} aria-hidden />}
                        </Menu.RadioItem>
                      ))}
                    </Menu.Group>
                  )
                )
              })}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
