import { memo } from 'react'
import { useCommands } from '#src/web/lib/commands.ts'
import { browserZone } from '#src/web/lib/time.ts'
import { useTheirZone } from '#src/web/users/zone/use-their-zone.ts'
import { rememberZone } from '#src/web/users/zone/zone-setting.ts'
import type { ViewChange } from '#src/web/users/view.ts'
import { times } from '#src/web/words/times.ts'

type Props = {
  readonly environment: string
  readonly user: string | null
  readonly zone: string
  readonly change: (next: ViewChange, replace?: boolean) => void
}

/**
 * The zones near at hand, without the menu of all. That of one user is nobody's usual zone. Not with every drawing of the
 * page: the browser's own zone takes half a millisecond to learn.
 */
export const ZoneCommands = memo(function ZoneCommands(page: Props) {
  const { zone, change } = page
  const own = browserZone()
  const theirs = useTheirZone(page.environment, page.user)
  const usual = (next: string) => () => {
    rememberZone(next)
    change({ zone: next }, true)
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
      run: () => theirs !== null && change({ zone: theirs }, true),
    },
  ])
  return null
})
