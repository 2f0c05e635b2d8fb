import { activity } from './activity.ts'
import { app } from './app.ts'
import { bar } from './bar.ts'
import { channels } from './channels.ts'
import { drawer } from './drawer.ts'
import { find } from './find.ts'
import { reasons } from './reasons.ts'
import { selection } from './selection.ts'
import { sentences } from './sentences.ts'
import { times } from './times.ts'
import { ui } from './ui.ts'
import { why } from './why.ts'

/** Everything in German, loaded as one when it is chosen. */
export const german = {
  activity,
  app,
  bar,
  channels,
  drawer,
  find,
  reasons,
  selection,
  sentences,
  times,
  ui,
  why,
}

export type German = typeof german
