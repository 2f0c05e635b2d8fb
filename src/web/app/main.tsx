import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { createClient } from './query-client.ts'
import { createRouter } from './router.tsx'
import { reloadWhenOutdated } from '#src/web/lib/outdated.ts'
import { adoptTokenFromAddress } from '#src/web/lib/token.ts'
import './app.css'

adoptTokenFromAddress()
reloadWhenOutdated()

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no #root')
const client = createClient()
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={createRouter(client)} />
    </QueryClientProvider>
  </StrictMode>,
)
