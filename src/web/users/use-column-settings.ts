import { useCallback, useMemo } from 'react'
import { isJsonObject } from '#src/domain/json.ts'
import { useSearchParams } from '#src/web/lib/address.ts'
import { createSetting } from '#src/web/lib/setting.ts'
import { useSetting } from '#src/web/lib/use-setting.ts'
import type { ColumnSettings } from './column-settings.ts'
import { useEntry } from './entry.ts'
import { clearSettings, plainSettings, readSettings, writeSettings } from './column-settings.ts'

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
const plainText = asText(plainSettings)

/** As text: what the address says, else what the operator chose there. */
function textOf(environment: string, params: URLSearchParams, all: ReturnType<typeof setting.get>) {
  const inAddress = readSettings(params)
  return inAddress === null ? (all[environment] ?? plainText) : asText(inAddress)
}
const settingsIn = (text: string): ColumnSettings =>
  text === plainText ? plainSettings : (readSettings(new URLSearchParams(text)) ?? plainSettings)

/** How the list of an environment is shown at an address of this moment. */
export const settingsAt = (environment: string, params: URLSearchParams): ColumnSettings =>
  settingsIn(textOf(environment, params, setting.get()))

export type ChangeSettings = (change: Partial<ColumnSettings>) => void

/**
 * How the list of an environment is shown, and how to change it. What an address says goes before what the
 * operator chose, and is changed in the address alone: looking at somebody's view costs nobody their own. What
 * they chose is changed in both.
 */
export function useColumnSettings(environment: string): readonly [ColumnSettings, ChangeSettings] {
  const [params, setParams] = useSearchParams()
  const entry = useEntry()
  const all = useSetting(setting)
  // As text, so that opening a user, which is another address, is not another setting.
  const text = textOf(environment, params, all)
  const settings = useMemo(() => settingsIn(text), [text])
  // What was the operator's own before a change, and is come back to, is not somebody else's.
  const isOwn = text === (all[environment] ?? plainText) || entry.own
  const change = useCallback<ChangeSettings>(
    (next) => {
      const changed = { ...settings, ...next }
      if (isOwn) setting.set({ ...setting.get(), [environment]: asText(changed) })
      const plain = isOwn && asText(changed) === plainText
      setParams((old) => (plain ? clearSettings(old) : writeSettings(old, changed)), {
        replace: true,
        state: { ...entry, own: isOwn },
      })
    },
    [settings, isOwn, setParams, entry, environment],
  )
  return [settings, change]
}
