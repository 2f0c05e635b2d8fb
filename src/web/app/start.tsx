import { DirectionProvider } from '@base-ui/react/direction-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { readFirstAnswers } from './first-answers.ts'
import { createClient } from './query-client.ts'
import { watchHistory } from '#src/web/lib/address.ts'
import { copyWholeValues } from '#src/web/lib/copy-whole.ts'
import { isMirrored } from '#src/web/lib/direction.ts'
import { whenIdle } from '#src/web/lib/when-idle.ts'

watchHistory()
copyWholeValues()
const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no #root')
const client = createClient()
await readFirstAnswers(client)
createRoot(root).render(
  <StrictMode>
    <DirectionProvider direction={isMirrored() ? 'rtl' : 'ltr'}>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </DirectionProvider>
  </StrictMode>,
)
// Names of every script come by while one scrolls, and a face that arrives then has all of the list laid out again. One
// that cannot be had is what it was before: another stands in for it. What is needed now comes first.
const loadFaces = () => void Promise.allSettled([...document.fonts].map((face) => face.load()))
void document.fonts.ready.then(() => whenIdle(loadFaces, 10_000))
