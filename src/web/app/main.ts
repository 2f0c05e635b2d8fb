// Shows the first rows, and then loads the app.
import { sent } from './first.ts'
import './app.css'
import { drawFirstRows } from './first-rows.tsx'
import { NotStarted } from './not-started.tsx'
import { draw } from '#src/web/lib/draw.ts'
import { watchUpdates, whyNotLoaded } from '#src/web/lib/outdated.ts'
import { direction, language } from '#src/web/words/language.ts'

/**
 * How long the app waits until the first rows are painted, in milliseconds: its files take the network, and to compile
 * them a whole core, which they need (docs/decisions/0017-first-rows.md).
 */
const patience = 100

const after = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

watchUpdates()
const { documentElement } = document
documentElement.lang = language
// A page that was served in a direction keeps it.
if (documentElement.dir === '') documentElement.dir = direction

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no #root')
const shown = sent
  .then(() => drawFirstRows(root, location))
  .then((drawn) => (drawn ? painted() : null))
  // The app shows the list without them, or says what is wrong with it.
  .catch(() => null)
// Not awaited: the app uses parts of this file, and would wait for it in turn.
void Promise.race([shown, after(patience)])
  .then(() => import('./start.tsx'))
  .catch(async () => {
    if ((await whyNotLoaded()) === 'reloading') return
    root.replaceChildren()
    draw(NotStarted({ at: location }), root)
  })
