import { notifyManager, QueryClient } from '@tanstack/react-query'

// What changes in one turn is told at once. Of a page that comes the trail tells as well, and all would be drawn for each.
let untold: (() => void)[] = []
const tellAll = () => {
  const all = untold
  untold = []
  // Each by itself, so that one that fails takes none with it, and all before React draws.
  for (const tell of all) queueMicrotask(tell)
}
notifyManager.setScheduler((tell) => {
  if (untold.push(tell) === 1) setTimeout(tellAll)
})

/**
 * The app's one query client. It asks again only when told to: retries are the gateway's, and a
 * window that gains focus must not send a hundred pages' worth of requests to a platform.
 */
export const createClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The gateway is on this machine: it is reachable also when the browser believes to be offline.
        networkMode: 'always',
      },
    },
  })
