import { app } from './app.ts'

/** Everything in German, loaded as one when it is chosen. */
export const german = { app }

export type German = typeof german
