import { createSetting } from '#src/web/lib/setting.ts'
import { browserZone, isZone } from '#src/web/lib/time.ts'

/** The zone in which the operator wants times where the address names none; null: that of the browser. */
export const zoneSetting = createSetting<string | null>(
  'rollcall.zone',
  1,
  (value) => (typeof value === 'string' && isZone(value) ? value : null),
  null,
)

/** The operator's own choice, else the browser's zone. */
export const usualZone = (): string => zoneSetting.get() ?? browserZone()

/** The zone in which the times at an address are meant: its own, else the usual one. */
export function zoneIn(params: URLSearchParams): string {
  const zone = params.get('zone')
  return zone !== null && isZone(zone) ? zone : usualZone()
}

/** Makes a zone the operator's choice. The browser's own is followed, wherever the operator goes. */
export const rememberZone = (zone: string): void =>
  zoneSetting.set(zone === browserZone() ? null : zone)
