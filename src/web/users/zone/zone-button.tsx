import Globe from 'lucide-react/icons/globe'
import { useRef, useState } from 'react'
import type { CommandFacts } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { popupOnDemand } from '#src/web/lib/on-demand.tsx'
import { Button } from '#src/web/ui/button.tsx'
import { commandHints } from '#src/web/ui/keys.tsx'
import { bar } from '#src/web/words/bar.ts'

const [ZoneMenu, loadMenu] = popupOnDemand(async () => (await import('./zone-menu.tsx')).ZoneMenu)

const changeZone = {
  id: 'time.zone',
  ...bar.changeZone,
  group: 'Time',
  keys: ['z'],
} as const satisfies CommandFacts

/** The zone in which all times are told, and the one switch that changes it. */
export function ZoneButton(props: {
  readonly environment: string
  readonly user: string | null
  readonly zone: string
  readonly onZone: (zone: string) => void
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  useCommands([{ ...changeZone, run: () => setOpen(true) }])
  return (
    <>
      <Button
        ref={button}
        aria-label={bar.zone(props.zone)}
        aria-haspopup="dialog"
        aria-expanded={open}
        {...commandHints(changeZone)}
        onPointerEnter={loadMenu}
        onFocus={loadMenu}
        onClick={() => setOpen(true)}
        className="text-small"
      >
        <Globe size={14} aria-hidden className="md:hidden" />
        <span className="max-md:hidden">{props.zone}</span>
      </Button>
      {open && <ZoneMenu {...props} anchor={button} onClose={() => setOpen(false)} />}
    </>
  )
}
