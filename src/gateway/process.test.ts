import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

// The gateway as a process of its own, built as npm start builds it: what it prints, how it ends.

// Generous, because a machine that builds and tests at once is slow; nothing here waits for time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const directory = mkdtempSync(join(tmpdir(), 'rollcall-gateway-'))
const source = fileURLToPath(new URL('..', import.meta.url))
const servers: Server[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }')
  await build({
    configFile: false,
    root: directory,
    logLevel: 'error',
    // Everything inside, since nothing can be resolved from a temporary folder.
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: 'dist/server',
      rolldownOptions: {
        input: {
          main: join(source, 'gateway/main.ts'),
          audit: join(source, 'gateway/audit-main.ts'),
          emulator: join(source, 'emulator/main.ts'),
        },
      },
    },
  })
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})
afterAll(() => rmSync(directory, { recursive: true }))

type Options = {
  readonly env?: Record<string, string>
  readonly args?: readonly string[]
  readonly node?: readonly string[]
}

/** Starts the built gateway. `ready` gives its URL; `ended` its exit code and everything it wrote. */
const run = ({ env = {}, args = [], node = [] }: Options) => {
  const child = spawn(process.execPath, [...node, 'dist/server/main.js', ...args], {
    cwd: directory,
    env: { PORT: '0', ROLLCALL_EMULATOR_PORT: '0', ROLLCALL_EMULATOR_USERS: '50', ...env },
  })
  children.push(child)
  let output = ''
  const ready = new Promise<URL>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /^Rollcall is at (\S+)\n/mu.exec(output)?.[1]
      if (url !== undefined) resolve(new URL(url))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', () => reject(new Error(output)))
  })
  // A run that is meant to fail is looked at through `ended` alone.
  ready.catch(() => {})
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code, output }))
  return { child, ready, ended }
}

const listening = async (
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<number> => {
  const server = createServer(handler).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}

const canary = 'sk_CANARY_0123456789abcdef'
const configFile = (name: string, port: number) => {
  const path = join(directory, `${name}.json`)
  const base = { stage: 'test', baseUrl: `http://127.0.0.1:${port}` }
  const keys = { clientId: 'client', clientSecret: '${SECRET}' }
  const pair = { apiKey: 'pk_CANARY_0123456789abcdef', secretKey: '${SECRET}' }
  writeFileSync(
    path,
    JSON.stringify({
      environments: [
        { id: 'napi', name: 'N', platform: 'notificationapi', ...base, ...keys },
        { id: 'flows', name: 'F', platform: 'notiflows', ...base, ...pair },
      ],
    }),
  )
  return { ROLLCALL_CONFIG: path, SECRET: canary }
}

const token = (link: URL) => decodeURIComponent(link.hash.replace('#token=', ''))
const bearer = (link: URL) => ({ authorization: `Bearer ${token(link)}` })

const wireUser = (note: string) => `"id":"a","external_id":"a","note":${note}`

describe('a start that cannot be', () => {
  test('tells every mistake without a value, and exits with 1', async () => {
    const env = { HOST: '0x0', PORT: 'CANARY', ROLLCALL_CONFIG: '/nowhere/CANARY' }
    const { code, output } = await run({ env, args: ['--secret=CANARY'] }).ended
    expect(code).toBe(1)
    for (const start of ['HOST:', 'PORT:', 'ROLLCALL_CONFIG:', 'The command line']) {
      expect(output).toContain(`\n  ${start}`)
    }
    expect(output).not.toContain('CANARY')
    expect(output).not.toContain('    at ')
  })

  test('names the port that is taken, its own or the emulator’s', async () => {
    const port = String(await listening(() => {}))
    const own = await run({ env: { PORT: port } }).ended
    expect(own.code).toBe(1)
    expect(own.output).toContain(`Port ${port} on 127.0.0.1 is taken`)
    const emulator = await run({ env: { ROLLCALL_EMULATOR_PORT: port } }).ended
    expect(emulator.code).toBe(1)
    expect(emulator.output).toContain('ROLLCALL_EMULATOR_PORT')
  })
})

describe('a gateway without configuration', () => {
  test('reads the emulator, asks for no token, and stops on a signal', async () => {
    const gateway = run({})
    const link = await gateway.ready
    expect(link.hash).toBe('')
    const answer = await (await fetch(new URL('/api/environments', link))).json()
    expect(answer.environments.length).toBeGreaterThan(3)
    expect(answer.environments).toEqual(
      answer.environments.map((environment: object) => ({ ...environment, emulated: true })),
    )
    const [{ id }] = answer.environments
    const users = await fetch(new URL(`/api/environments/${id}/users?limit=5`, link))
    expect((await users.json()).users).toHaveLength(5)
    gateway.child.kill('SIGINT')
    expect((await gateway.ended).code).toBe(0)
  })

  test('without any environment says which account could not be read, and why', async () => {
    const port = await listening((request, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end(JSON.stringify(request.headers))
    })
    const path = join(directory, 'account.json')
    const account = {
      id: 'orchard',
      name: 'Orchard',
      stage: 'test',
      platform: 'notificationapi',
      baseUrl: `http://127.0.0.1:${port}`,
      jwt: canary,
      discover: true,
    }
    writeFileSync(path, JSON.stringify({ environments: [account] }))
    const { code, output } = await run({ env: { ROLLCALL_CONFIG: path } }).ended
    expect(code).toBe(1)
    expect(output).toContain('account “orchard” could not be found')
    expect(output).toContain('refuses its credential')
    expect(output).not.toContain(canary)
  })
})

describe('a gateway over real platforms', () => {
  test('asks for a token that only the printed link knows (A04)', async () => {
    const gateway = run({ env: configFile('token', await listening(() => {})) })
    const link = await gateway.ready
    expect(token(link)).toMatch(/^[\w-]{43}$/u)
    expect((await fetch(new URL('/api/environments', link))).status).toBe(401)
    const opened = await fetch(new URL('/api/environments', link), { headers: bearer(link) })
    expect(opened.status).toBe(200)
    gateway.child.kill('SIGTERM')
    const { output } = await gateway.ended
    expect(output.split(token(link))).toHaveLength(2)
  })

  test('lets no secret out when a platform echoes them in whatever it answers (A06)', async () => {
    const json = 'application/json'
    const page =
      '"hasMore":false,"page":{"limit":1,"after":null,"before":null,"has_more_after":false,"has_more_before":false}'
    const answers: readonly (readonly [number, string, (echo: string) => string])[] = [
      [401, 'text/html', (echo) => `<html>${echo}`],
      [200, json, (echo) => `{"users":[${echo}]`],
      [302, json, (echo) => `{"location":${echo}}`],
      [
        200,
        json,
        (echo) =>
          `{"users":[{${wireUser(echo)}}],"items":[{${wireUser(echo)}}],${page},${wireUser(echo)}}`,
      ],
      // Last, because the platform is left in peace after it.
      [500, json, (echo) => `{"error":${echo}}`],
    ]
    let mode = 0
    let asked = 0
    const port = await listening((request, response) => {
      asked += 1
      const echo = JSON.stringify({ code: canary, message: JSON.stringify(request.headers) })
      const [status, type, body] = answers[mode] ?? [500, json, String]
      const headers = { 'content-type': type, 'x-request-id': canary, location: `/${canary}` }
      response.writeHead(status, canary, headers).end(body(echo))
    })
    const gateway = run({ env: configFile('echo', port) })
    const link = await gateway.ready
    const statuses: number[] = []
    let seen = ''
    for (mode = 0; mode < answers.length; mode += 1) {
      for (const env of ['napi', 'flows']) {
        for (const path of ['users?limit=3', 'user?id=a']) {
          const url = new URL(`/api/environments/${env}/${path}`, link)
          const response = await fetch(url, { headers: bearer(link) })
          statuses.push(response.status)
          seen += JSON.stringify([...response.headers]) + (await response.text())
        }
      }
    }
    gateway.child.kill('SIGTERM')
    seen += (await gateway.ended).output
    const basic = Buffer.from(`client:${canary}`).toString('base64')
    for (const secret of [canary, 'pk_CANARY', basic, Buffer.from(canary).toString('hex')]) {
      expect(seen).not.toContain(secret)
    }
    expect(asked).toBeGreaterThan(answers.length)
    expect(new Set(statuses)).toEqual(new Set([200, 502]))
  })

  test('finishes an open request on SIGTERM, then exits with 0 (F12)', async () => {
    const stages = new EventEmitter()
    const asked = once(stages, 'asked')
    const port = await listening((_request, response) => {
      stages.once('answer', () => {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end('{"users":[{"id":"ada"}],"hasMore":false}')
      })
      stages.emit('asked')
    })
    const gateway = run({ env: configFile('stop', port) })
    const link = await gateway.ready
    const open = fetch(new URL('/api/environments/napi/users', link), { headers: bearer(link) })
    await asked
    gateway.child.kill('SIGTERM')
    await expect
      .poll(
        () =>
          fetch(new URL('/healthz', link)).then(
            () => 'open',
            () => 'closed',
          ),
        { timeout: 10_000 },
      )
      .toBe('closed')
    stages.emit('answer')
    expect((await (await open).json()).users).toMatchObject([{ id: 'ada' }])
    expect((await gateway.ended).code).toBe(0)
  })
})

describe('a gateway that masks', () => {
  const log = join(directory, 'data/audit.log')
  const check = async () => {
    const child = spawn(process.execPath, ['dist/server/audit.js'], { cwd: directory })
    children.push(child)
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const [code]: unknown[] = await once(child, 'close')
    return { code, output }
  }

  test('shows addresses masked, reveals one at a time, and can prove which (A07, A15)', async () => {
    const gateway = run({ env: { ROLLCALL_MASK: '1' } })
    const link = await gateway.ready
    const at = '/api/environments/notificationapi-production'
    const detail = await fetch(new URL(`${at}/user?id=cust-0200`, link))
    const text = await detail.text()
    expect(JSON.parse(text).user).toMatchObject({
      email: 't•••@orchard.test',
      phone: '+351 ••• •• 00',
    })
    expect(text).not.toMatch(/teresa|912000200/u)
    expect(existsSync(log)).toBe(false)

    const ask = (field: string, init: RequestInit) =>
      fetch(new URL(`${at}/reveal`, link), {
        method: 'POST',
        body: JSON.stringify({ id: 'cust-0200', field }),
        headers: { 'content-type': 'application/json' },
        ...init,
      })
    const email = await ask('email', {})
    expect(await email.json()).toEqual({ value: 'teresa@orchard.test' })
    // Without a length, which is another way through the server.
    const body = new Blob([JSON.stringify({ id: 'cust-0200', field: 'phone' })]).stream()
    const streamed = { body, duplex: 'half' }
    const phone = await ask('phone', streamed)
    expect(await phone.json()).toEqual({ value: '+351912000200' })
    expect((await ask('slackToken', {})).status).toBe(400)

    const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { event: 'reveal', user: 'cust-0200', field: 'email', outcome: 'revealed' },
      { event: 'reveal', user: 'cust-0200', field: 'phone', outcome: 'revealed' },
    ])
    expect(await check()).toEqual({ code: 0, output: 'audit.log: 2 lines, ok\n' })

    writeFileSync(log, `${lines.join('\n').replace('cust-0200', 'cust-0201')}\n`)
    expect(await check()).toEqual({
      code: 1,
      output: 'audit.log: line 1 was edited or is incomplete\n',
    })
    writeFileSync(log, `${lines[0]}\n`)
    expect((await ask('email', {})).status).toBe(503)
    gateway.child.kill('SIGTERM')
    const { output } = await gateway.ended
    expect(output).toContain('"event":"audit-refused"')
    expect(output).not.toMatch(/teresa|912000200|cust-0200/u)
  })
})

describe('a crash', () => {
  test.each([
    ['uncaughtException', `throw new Error('${canary}\\n    at file:///${canary}:1:1')`],
    ['unhandledRejection', `void Promise.reject(new Error('${canary}'))`],
  ])('by %s is one line without its words, and exit 1 (F12)', async (event, statement) => {
    const hook = `data:text/javascript,process.on('SIGUSR2', () => { ${statement} })`
    const gateway = run({ node: ['--import', hook] })
    await gateway.ready
    gateway.child.kill('SIGUSR2')
    const { code, output } = await gateway.ended
    expect(code).toBe(1)
    const lines = output.split('\n').filter((line) => line.startsWith('{'))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      event,
      error: 'Error',
      at: [expect.stringMatching(/^at process\.emit /u)],
    })
    expect(output).not.toContain('CANARY')
  })
})
