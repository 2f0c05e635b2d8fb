import { useCallback, useMemo } from 'react'
import { changeParams, useSearchParams } from '#src/web/lib/address.ts'
import { useSetting } from '#src/web/lib/use-setting.ts'
import type { ColumnSettings } from './column-settings.ts'
import { currentEntry, useEntry } from './entry.ts'
import { asText, chosenSettings, plainText, settingsIn, textOf } from './chosen-settings.ts'
import { clearSettings, writeSettings } from './column-settings.ts'

export type ChangeSettings = (change: Partial<ColumnSettings>) => void

/**
 * How the list of an environment is shown, and how to change it. What an address says goes before what the
 * operator chose, and is changed in the address alone: looking at somebody's view costs nobody their own. What
 * they chose is changed in both.
 */
export function useColumnSettings(environment: string): readonly [ColumnSettings, ChangeSettings] {
  const params = useSearchParams()
  const { own } = useEntry()
  const all = useSetting(chosenSettings)
  // As text, so that opening a user, which is another address, is not another setting.
  const text = textOf(environment, params, all)
  const settings = useMemo(() => settingsIn(text), [text])
  // What was the operator's own before a change, and is come back to, is not somebody else's.
  const isOwn = text === (all[environment] ?? plainText) || own
  const change = useCallback<ChangeSettings>(
    (next) => {
      const changed = { ...settings, ...next }
      if (isOwn) chosenSettings.set({ ...chosenSettings.get(), [environment]: asText(changed) })
      const plain = isOwn && asText(changed) === plainText
      changeParams((old) => (plain ? clearSettings(old) : writeSettings(old, changed)), {
        replace: true,
        state: { ...currentEntry(), own: isOwn },
      })
    },
    [settings, isOwn, environment],
  )
  return [settings, change]
}
