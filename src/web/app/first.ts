// The first thing that runs, and small: what the page will need is asked for while the rest of the code is
// still on its way.
import { openDefaultView } from './paths.ts'
import { sendFirstRequests } from './first-requests.ts'
import { adoptTokenFromAddress } from '#src/web/lib/token.ts'

adoptTokenFromAddress()
openDefaultView()
/** Resolves when all first requests are sent. Never fails. */
export const sent = sendFirstRequests()
