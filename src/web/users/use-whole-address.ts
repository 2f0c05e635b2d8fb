import { useEffect } from 'react'
import { changeParams, useSearchParams } from '#src/web/lib/address.ts'
import { useSetting } from '#src/web/lib/use-setting.ts'
import type { ColumnSettings } from './column-settings.ts'
import { plainSettings, readSettings, writeSettings } from './column-settings.ts'
import { currentEntry } from './entry.ts'
import { type View, toShare } from './view.ts'
import { zoneSetting } from './zone/zone-setting.ts'

/**
 * Puts what the operator chose for themselves, columns and zone, into an address that says nothing of them, and
 * the zone into one that shows dates: what is on the screen is then what its address shows in any other browser
 * (docs/decisions/0010-columns.md).
 */
export function useWholeAddress(view: View, settings: ColumnSettings): void {
  const params = useSearchParams()
  const isChosen = useSetting(zoneSetting) !== null
  const showsDates = [view.created, view.seen, view.user].some((shown) => shown !== null)
  // Also where it names one that there is not.
  const lacksZone = (isChosen || settings.dates || showsDates) && params.get('zone') !== view.zone
  const lacksSettings = settings !== plainSettings && readSettings(params) === null
  useEffect(() => {
    if (!lacksZone && !lacksSettings) return
    const entry = currentEntry()
    changeParams(
      (old) => {
        const zoned = lacksZone ? toShare(old) : old
        return lacksSettings ? writeSettings(zoned, settings) : zoned
      },
      { replace: true, state: lacksSettings ? { ...entry, own: true } : entry },
    )
  }, [lacksZone, lacksSettings, settings])
}
