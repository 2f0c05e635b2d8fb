import { useCallback, useMemo } from 'react'
import { isJsonObject } from '#src/domain/json.ts'
import { useHistoryState, useSearchParams } from '#src/web/lib/address.ts'
import { createSetting, useSetting } from '#src/web/lib/setting.ts'
import type { ColumnSettings } from './column-settings.ts'
import { plainSettings, readSettings, writeSettings } from './column-settings.ts'

const readAll = (value: unknown): Readonly<Record<string, string>> | null =>
  isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([id, text]) =>
          typeof text === 'string' ? [[id, text]] : [],
        ),
      )
    : null

/** Of each environment the settings, written as in an address. */
const setting = createSetting('rollcall.columns', 1, readAll, {})

const asText = (settings: ColumnSettings): string =>
  writeSettings(new URLSearchParams(), settings).toString()

export type ChangeSettings = (change: Partial<ColumnSettings>) => void

/**
 * How the list of an environment is shown, and how to change it. What an address says goes before what the
 * operator chose, and is changed in the address alone: looking at somebody's view costs nobody their own.
 */
export function useColumnSettings(environment: string): readonly [ColumnSettings, ChangeSettings] {
  const [params, setParams] = useSearchParams()
  const state = useHistoryState<unknown>()
  const all = useSetting(setting)
  const inAddress = readSettings(params)
  const shared = inAddress !== null
  // As text, so that opening a user, which is another address, is not another setting.
  const text = shared ? asText(inAddress) : (all[environment] ?? '')
  const settings = useMemo(() => readSettings(new URLSearchParams(text)) ?? plainSettings, [text])
  const change = useCallback<ChangeSettings>(
    (next) => {
      const changed = { ...settings, ...next }
      if (shared) setParams((old) => writeSettings(old, changed), { replace: true, state })
      else
        setting.set({
          ...setting.get(),
          [environment]: asText(changed),
        })
    },
    [settings, shared, setParams, state, environment],
  )
  return [settings, change]
}
