import * as z from 'zod'

import { notificationapi } from '#src/emulator/switches-notificationapi.ts'
import { notiflows } from '#src/emulator/switches-notiflows.ts'

export type Value = string | number | boolean

type Shape = typeof notificationapi.shape | typeof notiflows.shape

/** What every switch of a platform can be, its default first; of a number the default alone. */
const valuesIn = (shape: Shape): ReadonlyMap<string, readonly Value[]> =>
  new Map(
    Object.entries(shape).map(([name, field]) => {
      const kind = field.unwrap()
      const initial = field.parse(undefined)
      const others =
        kind instanceof z.ZodEnum ? kind.options : kind instanceof z.ZodBoolean ? [true] : []
      return [name, [initial, ...others.filter((value) => value !== initial)]]
    }),
  )

export const switchValues = {
  notificationapi: valuesIn(notificationapi.shape),
  notiflows: valuesIn(notiflows.shape),
}
