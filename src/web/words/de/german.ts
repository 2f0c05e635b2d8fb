import { activity } from './activity.ts'
import { app } from './app.ts'
import { bar } from './bar.ts'
import { channels } from './channels.ts'
import { columnTools } from './column-tools.ts'
import { columns } from './columns.ts'
import { commands } from './commands.ts'
import { dates } from './dates.ts'
import { drawer } from './drawer.ts'
import { filters } from './filters.ts'
import { find } from './find.ts'
import { list } from './list.ts'
import { panels } from './panels.ts'
import { reasons } from './reasons.ts'
import { selection } from './selection.ts'
import { sentences } from './sentences.ts'
import { times } from './times.ts'
import { ui } from './ui.ts'
import { views } from './views.ts'
import { why } from './why.ts'

/** Everything in German, loaded as one when it is chosen. */
export const german = {
  activity,
  app,
  bar,
  channels,
  'column-tools': columnTools,
  columns,
  commands,
  dates,
  drawer,
  filters,
  find,
  list,
  panels,
  reasons,
  selection,
  sentences,
  times,
  ui,
  views,
  why,
}

export type German = typeof german
