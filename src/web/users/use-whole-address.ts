import { useEffect } from 'react'
import { useHistoryState, useSearchParams } from '#src/web/lib/address.ts'
import type { ColumnSettings } from './column-settings.ts'
import { plainSettings, readSettings, writeSettings } from './column-settings.ts'
import { toShare } from './view.ts'
import { zoneSetting } from './zone/zone-setting.ts'

/**
 * Puts what the operator chose for themselves, columns and zone, into an address that says nothing of them, and
 * the zone into one that shows dates: what is on the screen is then what its address shows in any other browser
 * (docs/decisions/0010-columns.md).
 */
export function useWholeAddress(settings: ColumnSettings): void {
  const [params, setParams] = useSearchParams()
  const state = useHistoryState<unknown>()
  const showsZone = zoneSetting.get() !== null || settings.dates || params.has('user')
  const lacksZone = showsZone && !params.has('zone')
  const lacksSettings = settings !== plainSettings && readSettings(params) === null
  useEffect(() => {
    if (!lacksZone && !lacksSettings) return
    setParams(
      (old) => {
        const zoned = lacksZone ? toShare(old) : old
        return lacksSettings ? writeSettings(zoned, settings) : zoned
      },
      { replace: true, state },
    )
  }, [lacksZone, lacksSettings, settings, setParams, state])
}
