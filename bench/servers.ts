import { type ChildProcess, spawn } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync } from 'node:fs'
import { createServer, request as askHttp, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'

// The processes that a measurement runs against, on ports that are free, away from any configuration.

export type Product = {
  readonly gateway: string
  readonly emulator: string
  /** Of the process that holds both; the emulator is a thread of it. */
  readonly process: ChildProcess
  /** What the gateway holds after a collection, in bytes; the emulator's thread is not in it. */
  readonly heap: () => Promise<number>
  readonly stop: () => Promise<void>
}

const environmentWithoutOurs = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:ROLLCALL_|PORT$|HOST$)/u.test(name)),
  )

/** Starts the built product over an emulator of so many users, each answer after so many milliseconds. */
export async function startProduct(
  root: string,
  users: number,
  latencyMs: number,
): Promise<Product> {
  const switches = { notificationapi: { latencyMs }, notiflows: { latencyMs } }
  const tellsHeap = ['--expose-gc', '--import', join(root, 'bench/tell-heap.js')]
  const child = spawn(process.execPath, [...tellsHeap, join(root, 'dist/server/main.js')], {
    cwd: mkdtempSync(join(tmpdir(), 'rollcall-bench-')),
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    env: {
      ...environmentWithoutOurs(),
      PORT: '0',
      ROLLCALL_EMULATOR_PORT: '0',
      ROLLCALL_EMULATOR_USERS: String(users),
      ROLLCALL_EMULATOR_SWITCHES: JSON.stringify(switches),
    },
  })
  const found: string[] = []
  if (child.stdout === null) throw new Error('What the product prints cannot be read.')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/[^\s/]+/u.exec(line)?.[0]
    if (address !== undefined) found.push(address)
    if (found.length === 2) break
  }
  const [gateway, emulator] = found
  if (gateway === undefined || emulator === undefined)
    throw new Error('The built product did not start. Run npm run build first.')
  const heap = () =>
    new Promise<number>((resolve, reject) => {
      child.once('exit', () => reject(new Error('The product ended.')))
      child.once('message', (bytes) => resolve(Number(bytes)))
      child.send('heap')
    })
  return { gateway, emulator, process: child, heap, stop: () => stopProcess(child) }
}

const stopProcess = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Serves the baseline's page, and hands its calls of the API on to the gateway. */
export async function serveBaseline(
  folder: string,
  gateway: string,
): Promise<{ url: string; server: Server }> {
  const target = new URL(gateway)
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/'
    if (path.startsWith('/api/')) {
      const headers = { accept: 'application/json', host: target.host }
      askHttp({ host: target.hostname, port: target.port, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      })
        .on('error', () => outgoing.destroy())
        .end()
      return
    }
    const name = path.split('?')[0] ?? '/'
    const file = join(folder, name === '/' ? 'index.html' : name)
    if (name.includes('..') || !existsSync(file)) {
      outgoing.writeHead(404).end()
      return
    }
    outgoing.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port for the baseline.')
  return { url: `http://127.0.0.1:${address.port}`, server }
}
