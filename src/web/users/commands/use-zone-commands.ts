import { useCommands } from '#src/web/lib/commands.ts'
import { browserZone } from '#src/web/lib/time.ts'
import { useTheirZone } from '#src/web/users/zone/use-their-zone.ts'
import { rememberZone } from '#src/web/users/zone/zone-setting.ts'
import { times } from '#src/web/words/times.ts'

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
  const words = times.switchWords
  useCommands([
    {
      id: 'time.utc',
      label: zone === 'UTC' ? times.inMine(own) : times.inUtc,
      group: 'Time',
      keys: ['Shift+z'],
      words,
      when: zone !== 'UTC' || own !== 'UTC',
      run: usual(zone === 'UTC' ? own : 'UTC'),
    },
    {
      id: 'time.own',
      label: times.inMine(own),
      group: 'Time',
      words,
      when: zone !== 'UTC' && zone !== own,
      run: usual(own),
    },
    {
      id: 'time.theirs',
      label: theirs === null ? times.inTheirs : times.inTheirsNamed(theirs),
      group: 'Time',
      words,
      when: theirs !== null && theirs !== zone,
      run: () => theirs !== null && onZone(theirs),
    },
  ])
}
