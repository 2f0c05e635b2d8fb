// npm run dev: the page and the gateway at one address, both reloaded when their source changes. Vite
// serves the page; /api and /healthz go to the gateway, which Vite's module runner loads. The emulator
// and the configuration are read once: restart for those.
import { createServer as createHttpServer } from 'node:http'
import { fileURLToPath } from 'node:url'

import { createServer, isRunnableDevEnvironment } from 'vite'

const server = createHttpServer()
const vite = await createServer({
  root: fileURLToPath(new URL('..', import.meta.url)),
  appType: 'spa',
  server: { middlewareMode: true, hmr: { server } },
})
const { ssr } = vite.environments
if (ssr === undefined || !isRunnableDevEnvironment(ssr)) throw new Error('Vite cannot run modules.')

/** @type {() => Promise<typeof import('../src/gateway/dev.ts')>} the same object until its source changes */
const load = () => ssr.runner.import('/src/gateway/dev.ts')

let gateway = await load()
const state = await gateway.openDev(server, process.env)
let listener = gateway.createDevListener(state, vite.middlewares)

server.on('request', async (request, response) => {
  try {
    const current = await load()
    if (current !== gateway) {
      gateway = current
      listener = current.createDevListener(state, vite.middlewares)
    }
    listener(request, response)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    response.writeHead(500).end('The gateway does not load; the terminal says why.')
  }
})
process.stdout.write(`Rollcall (development) is at ${state.link}\n`)
