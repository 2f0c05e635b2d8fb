// The first thing that runs, and small: what the page will need is asked for while the rest of the code is
// still on its way.
import { openDefaultView } from './paths.ts'
import { sendFirstRequests } from './first-requests.ts'
import { watchUpdates, whyNotLoaded } from '#src/web/lib/outdated.ts'
import { adoptTokenFromAddress } from '#src/web/lib/token.ts'
import './app.css'

adoptTokenFromAddress()
watchUpdates()
openDefaultView()
sendFirstRequests()

// Not awaited: the app uses parts of this file, and would wait for it in turn.
import('./start.tsx').catch(whyNotLoaded)
