import { useCommands } from '#src/web/lib/commands.ts'
import { browserZone } from '#src/web/lib/time.ts'
import { useTheirZone } from '#src/web/users/zone/use-their-zone.ts'
import { rememberZone } from '#src/web/users/zone/zone-setting.ts'

/** The zones near at hand, without the menu of all. That of one user is nobody's usual zone. */
export function useZoneCommands(page: {
  readonly environment: string
  readonly user: string | null
  readonly zone: string
  readonly onZone: (zone: string) => void
}): void {
  const { zone, onZone } = page
  const own = browserZone()
  const theirs = useTheirZone(page.environment, page.user)
  const usual = (next: string) => () => {
    rememberZone(next)
    onZone(next)
  }
  const words = 'timezone switch'
  useCommands([
    {
      id: 'time.utc',
      label: zone === 'UTC' ? `Times in my zone, ${own}` : 'Times in UTC',
      group: 'Time',
      keys: ['Shift+z'],
      words,
      when: zone !== 'UTC' || own !== 'UTC',
      run: usual(zone === 'UTC' ? own : 'UTC'),
    },
    {
      id: 'time.own',
      label: `Times in my zone, ${own}`,
      group: 'Time',
      words,
      when: zone !== 'UTC' && zone !== own,
      run: usual(own),
    },
    {
      id: 'time.theirs',
      label: `Times in the open user’s zone${theirs === null ? '' : `, ${theirs}`}`,
      group: 'Time',
      words,
      when: theirs !== null && theirs !== zone,
      run: () => theirs !== null && onZone(theirs),
    },
  ])
}
