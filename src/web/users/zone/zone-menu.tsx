import type { RefObject } from 'react'
import { Popover } from '#src/web/ui/popover.tsx'
import { times } from '#src/web/words/times.ts'
import { useTheirZone } from './use-their-zone.ts'
import { ZonePicker } from './zone-picker.tsx'

/** What the zone's button opens. */
export function ZoneMenu(props: {
  readonly anchor: RefObject<HTMLElement | null>
  readonly environment: string
  /** The id of the open user, or null. */
  readonly user: string | null
  readonly zone: string
  readonly onZone: (zone: string) => void
  readonly onClose: () => void
}) {
  const theirs = useTheirZone(props.environment, props.user)
  return (
    <Popover anchor={props.anchor} align="end" label={times.menu} onClose={props.onClose}>
      <div className="w-92 max-w-full">
        <ZonePicker
          zone={props.zone}
          theirs={theirs}
          onZone={(zone) => {
            props.onZone(zone)
            props.onClose()
          }}
        />
        <p className="border-t border-line px-3 py-2 text-small text-muted">{times.menuHint}</p>
      </div>
    </Popover>
  )
}
