import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { arrivalIn, environmentIn } from './paths.ts'
import { createClient } from './query-client.ts'
import { goTo, watchHistory } from '#src/web/lib/address.ts'
import { reloadWhenOutdated } from '#src/web/lib/outdated.ts'
import { adoptTokenFromAddress } from '#src/web/lib/token.ts'
import './app.css'

adoptTokenFromAddress()
reloadWhenOutdated()
openDefaultView()
watchHistory()

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createClient()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)

/** Where the tab begins in an environment without saying how, that environment's default view is shown. */
function openDefaultView(): void {
  const id = environmentIn(location.pathname)
  if (id === null) return
  const before = location.search.slice(1)
  const [, search] = arrivalIn(id, before)
  if (search !== before) goTo(location.pathname, search, { replace: true })
}
