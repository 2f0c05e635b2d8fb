import { app } from './app.ts'
import { bar } from './bar.ts'
import { find } from './find.ts'
import { times } from './times.ts'

/** Everything in German, loaded as one when it is chosen. */
export const german = { app, bar, find, times }

export type German = typeof german
