import { hours } from '#src/emulator/instants.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

type Form = Exclude<NotificationapiSwitches['timestamps'], 'milliseconds'>

const written: Readonly<Record<Form, (epochMs: number) => string>> = {
  seconds: (epochMs) => `"${new Date(epochMs).toISOString().slice(0, 19)}Z"`,
  'epoch-milliseconds': String,
  offset: (epochMs) => `"${new Date(epochMs + hours(2)).toISOString().slice(0, -1)}+02:00"`,
}

/**
 * An answer with every time in it written otherwise (§11). It is made of the JSON as it stands, for which a time is
 * a text of the one form that this emulator writes: so no route has to know.
 */
export const withTimes = async (response: Response, form: Form): Promise<Response> => {
  const text = await response.text()
  const times = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/g
  const body = text.replaceAll(times, (_, time: string) => written[form](Date.parse(time)))
  return new Response(body, response)
}
