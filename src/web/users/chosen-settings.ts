import { isJsonObject } from '#src/domain/json.ts'
import { createSetting } from '#src/web/lib/setting.ts'
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
export const chosenSettings = createSetting('rollcall.columns', 1, readAll, {})

export const asText = (settings: ColumnSettings): string =>
  writeSettings(new URLSearchParams(), settings).toString()
export const plainText = asText(plainSettings)

/** As text: what the address says, else what the operator chose there. */
export function textOf(
  environment: string,
  params: URLSearchParams,
  all: ReturnType<typeof chosenSettings.get>,
) {
  const inAddress = readSettings(params)
  return inAddress === null ? (all[environment] ?? plainText) : asText(inAddress)
}
/** The settings that such a text says. */
export const settingsIn = (text: string): ColumnSettings =>
  text === plainText ? plainSettings : (readSettings(new URLSearchParams(text)) ?? plainSettings)

/** How the list of an environment is shown at an address of this moment. */
export const settingsAt = (environment: string, params: URLSearchParams): ColumnSettings =>
  settingsIn(textOf(environment, params, chosenSettings.get()))
