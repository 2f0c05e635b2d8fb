import { parentPort } from 'node:worker_threads'

import { serveParent, serveTerminal } from './run.ts'

// The only file of the emulator that reads environment variables.
await (parentPort === null ? serveTerminal(process.env) : serveParent(parentPort, process.env))
