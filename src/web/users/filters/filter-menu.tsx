import { Menu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import AtSign from 'lucide-react/icons/at-sign'
import CalendarDays from 'lucide-react/icons/calendar-days'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import Eye from 'lucide-react/icons/eye'
import Phone from 'lucide-react/icons/phone'
import Send from 'lucide-react/icons/send'
import Smartphone from 'lucide-react/icons/smartphone'
import type { RefObject } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { usePopup } from '#src/web/ui/use-popup.ts'
import { useMasking } from '#src/web/users/masking.ts'
import { AnswererSign } from './answered-by.tsx'
import type { PanelName } from './chips.ts'
import { answererOfPanel, isMaskedPanel, panelNames } from './chips.ts'
import { panels } from '#src/web/words/panels.ts'

const icons: Readonly<Record<PanelName, LucideIcon>> = {
  created: CalendarDays,
  lastSeen: Eye,
  emailAddress: AtSign,
  phoneNumber: Phone,
  reach: Send,
  has: CircleDashed,
  device: Smartphone,
}

type Props = {
  readonly anchor: RefObject<HTMLElement | null>
  readonly environment: Environment
  readonly onChoose: (panel: PanelName) => void
  readonly onClose: () => void
}

/** The kinds of filter, each with where it is answered; those that nobody answers here can be read, not chosen. */
export function FilterMenu({ anchor, environment, onChoose, onClose }: Props) {
  const back = usePopup(anchor, onClose)
  const platform = platformLabels[environment.platform]
  const masked = useMasking()
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <Menu.Portal container={anchor.current?.parentElement ?? null}>
        <Menu.Positioner anchor={anchor} align="start" sideOffset={4} className="z-20">
          <Menu.Popup
            finalFocus={back}
            aria-label={panels.kinds}
            className="max-h-(--available-height) w-92 max-w-(--available-width) overflow-auto rounded-lg border border-line bg-raised p-1.5 shadow-xl outline-hidden"
          >
            {panelNames.map((name) => {
              const label = panels.labels[name]
              const Icon = icons[name]
              const answerer = answererOfPanel(name, environment.capabilities, masked)
              return (
                <Menu.Item
                  key={name}
                  label={label}
                  disabled={answerer === null}
                  onClick={() => onChoose(name)}
                  className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 outline-hidden data-disabled:cursor-default data-disabled:text-muted data-highlighted:bg-hover"
                >
                  <Icon size={14} aria-hidden className="shrink-0 text-muted" />
                  <span className="flex-1 truncate">{label}</span>
                  <span className="flex items-center gap-1.5 text-small text-muted">
                    <AnswererSign answerer={answerer} />
                    {isMaskedPanel(name, masked)
                      ? panels.masked
                      : answerer === 'platform'
                        ? panels.by(platform)
                        : answerer === 'scan'
                          ? panels.byScan
                          : panels.notBy(platform)}
                  </span>
                </Menu.Item>
              )
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
