import { EventEmitter, once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'

import { afterEach, describe, expect, test } from 'vitest'

import { isJsonObject } from '#src/domain/json.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import type { ListRequest } from '#src/platforms/platform.ts'

import { fakeGateway, factsOf, pageOf } from './fakes.ts'
import { allowedHosts } from './host.ts'
import type { LogLine } from './log.ts'
import { closeServer, createListener, createNodeServer, listen } from './node-server.ts'

// Bytes over a socket: fetch sets the Host by itself and would hide what these tests are about.

const servers: Server[] = []
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await Promise.all(servers.splice(0).map((server) => closeServer(server, 0)))
})

const serve = async (told: Parameters<typeof fakeGateway>[0] = {}) => {
  const lines: LogLine[] = []
  const deps = { requestId: () => 'request-0', log: (line: LogLine) => void lines.push(line) }
  const server = createNodeServer(deps)
  servers.push(server)
  const port = await listen(server, '127.0.0.1', 0)
  const hosts = allowedHosts(port, [])
  const gateway = fakeGateway(told, { allowedHosts: hosts })
  const { fetch } = gateway.app
  server.on(
    'request',
    createListener({ ...deps, handler: (request) => fetch(request), allowedHosts: hosts }),
  )
  return { server, port, calls: gateway.calls, lines }
}

const open = (port: number): Socket => {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  return socket
}

/** Sends bytes and reads until the server closes. A reset counts as closed: it refused the rest. */
const raw = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = open(port)
    let text = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      text += String(chunk)
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
    socket.write(Buffer.from(bytes, 'latin1'))
  })

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1])

const wanted = [
  /^content-type: application\/problem\+json$/mu,
  /^content-security-policy: default-src 'none';/mu,
  /^x-content-type-options: nosniff$/mu,
  /^x-request-id: request-\d+$/mu,
]

/** The status of a refusal that is told as every refusal must be; else the answer, to be looked at. */
const refusalOf = (answer: string): number | string => {
  const [head = '', body = ''] = answer.toLowerCase().replaceAll('\r', '').split('\n\n')
  const dressed = wanted.every((line) => line.test(head))
  const undressed = /^(server|x-powered-by|set-cookie|access-control[\w-]*):/mu.test(head)
  const status = statusOf(answer)
  const told: unknown = JSON.parse(body.startsWith('{') ? body : '{}')
  const agrees = isJsonObject(told) && told['status'] === status && told['title'] !== undefined
  return dressed && !undressed && agrees ? status : answer
}

describe('requests as they really arrive (A01)', () => {
  const paths = ['/', '/assets/index-4f2a.js', '/api/environments', '/healthz', '/nothing']

  test('our own address is answered', async () => {
    const { port } = await serve()
    for (const name of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      const answer = await raw(
        port,
        `GET /healthz HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`,
      )
      expect(answer).toMatch(/^HTTP\/1\.1 200/u)
      expect(answer).toContain('{"status":"ok"}')
    }
  })

  test('a foreign name, none, or two are refused on every path', async () => {
    const { port, calls } = await serve()
    const own = `127.0.0.1:${port}`
    const asked = (path: string): readonly (readonly [string, number])[] => [
      [`GET ${path} HTTP/1.1\r\nHost: evil.example\r\n\r\n`, 421],
      [`GET ${path} HTTP/1.1\r\nHost: evil.example:${port}\r\n\r\n`, 421],
      [`GET ${path} HTTP/1.1\r\nHost: 0.0.0.0:${port}\r\n\r\n`, 421],
      [`GET ${path} HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n`, 421],
      [`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:1@evil.example\r\n\r\n`, 400],
      [`GET ${path} HTTP/1.1\r\nHost:\r\n\r\n`, 400],
      [`GET ${path} HTTP/1.1\r\n\r\n`, 400],
      [`GET ${path} HTTP/1.0\r\n\r\n`, 400],
      [`GET ${path} HTTP/1.0\r\nHost: evil.example\r\n\r\n`, 421],
      [`GET ${path} HTTP/1.1\r\nHost: ${own}\r\nHost: evil.example\r\n\r\n`, 400],
      [`GET ${path} HTTP/1.1\r\nHost: evil.example\r\nHost: ${own}\r\n\r\n`, 400],
      [`GET ${path} HTTP/1.1\r\nHost: ${own}\r\nHOST: ${own}\r\n\r\n`, 400],
      [`GET http://evil.example${path} HTTP/1.1\r\nHost: ${own}\r\n\r\n`, 400],
      [`GET http://${own}${path} HTTP/1.1\r\nHost: evil.example\r\n\r\n`, 421],
      [`GET http://${own}${path} HTTP/1.1\r\nHost: ${own}\r\n\r\n`, 400],
    ]
    for (const path of paths) {
      for (const [bytes, status] of asked(path)) {
        expect([bytes, refusalOf(await raw(port, bytes))]).toEqual([bytes, status])
      }
    }
    expect([...calls.lists, ...calls.ids]).toEqual([])
  })

  test('a method that no route has is refused by name, with a body and without (A09)', async () => {
    const { port } = await serve()
    for (const path of paths) {
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
        for (const rest of ['\r\n', 'Content-Length: 0\r\n\r\n', 'Content-Length: 2\r\n\r\n{}']) {
          const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n`
          expect([method, path, refusalOf(await raw(port, head + rest))]).toEqual([
            method,
            path,
            405,
          ])
        }
      }
    }
  })

  test('a target that is no path is refused', async () => {
    const { port } = await serve()
    for (const target of ['*', 'healthz', '/a\\b', '/a#b', '/\xfc', '//x\\y']) {
      const bytes = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`
      expect(refusalOf(await raw(port, bytes))).toBe(400)
    }
  })

  test('paths that climb lead to nothing (A13)', async () => {
    const { port } = await serve()
    const climbing = [
      '/..%2f..%2fetc/passwd',
      '/../../etc/passwd',
      '/a/%2e%2E/etc',
      '/.',
      '//evil.example/%2f..',
      '/.env',
      '//evil.example',
    ]
    for (const target of climbing) {
      const answer = await raw(
        port,
        `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
      )
      expect([400, 404]).toContain(statusOf(answer))
      expect(answer.toLowerCase()).not.toContain('location:')
    }
  })

  test('TRACE and unknown methods are refused', async () => {
    const { port } = await serve()
    for (const method of ['TRACE', 'PROPFIND', 'QUERY']) {
      const answer = await raw(
        port,
        `${method} /api/environments HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
      )
      expect([400, 405]).toContain(statusOf(answer))
      expect(answer).not.toContain('environments":')
    }
  })

  test('what is not HTTP is told so', async () => {
    const { port } = await serve()
    expect(refusalOf(await raw(port, 'hello\r\n\r\n'))).toBe(400)
    const head = `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`
    const smuggled = `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`
    expect(refusalOf(await raw(port, smuggled))).toBe(400)
  })
})

describe('sizes (L07)', () => {
  test('headers above 16 KiB are a 431', async () => {
    const { port } = await serve()
    const bytes = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`
    expect(refusalOf(await raw(port, bytes))).toBe(431)
  })

  test('an address above 8 KiB is a 414', async () => {
    const { port } = await serve()
    const bytes = `GET /?${'x'.repeat(9000)} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`
    expect(refusalOf(await raw(port, bytes))).toBe(414)
  })

  test('a body above 64 KiB is a 413, announced or chunked, before it is read', async () => {
    const { port } = await serve()
    const head = `POST /api/environments HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n`
    expect(refusalOf(await raw(port, `${head}Content-Length: 10485760\r\n\r\n`))).toBe(413)
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`
    expect(refusalOf(await raw(port, chunked))).toBe(413)
  })

  test('a connection that never finishes its headers or body is cut in time', async () => {
    const { server } = await serve()
    expect(server.headersTimeout).toBe(10_000)
    expect(server.requestTimeout).toBe(14_000)
  })
})

/** A platform whose list is answered when the test says so. `stages` tells how far a call has come. */
const slowPlatform = () => {
  const stages = new EventEmitter()
  const list = ({ signal }: ListRequest) =>
    new Promise<UserPage<UserFacts>>((resolve, reject) => {
      signal.addEventListener('abort', () => {
        stages.emit('aborted')
        reject(signal.reason)
      })
      stages.once('finish', () => resolve(pageOf([factsOf('ada')])))
      stages.emit('asked')
    })
  return { stages, list, asked: once(stages, 'asked'), aborted: once(stages, 'aborted') }
}

const get = (port: number, path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
const usersPath = '/api/environments/prod/users'

describe('leaving', () => {
  test('a caller that goes away stops the platform (F16)', async () => {
    const slow = slowPlatform()
    const { port, calls } = await serve({ list: slow.list })
    const socket = open(port)
    socket.write(get(port, usersPath))
    await slow.asked
    socket.destroy()
    await slow.aborted
    expect(calls.lists[0]?.signal.aborted).toBe(true)
  })

  test('open requests finish, new connections are refused, idle ones are closed (F12)', async () => {
    const slow = slowPlatform()
    const { port, server } = await serve({ list: slow.list })
    const idle = raw(port, get(port, '/healthz'))
    const busy = raw(port, get(port, usersPath))
    await slow.asked
    const closed = closeServer(server, 60_000)
    expect(await idle).toContain('{"status":"ok"}')
    expect(await raw(port, get(port, '/healthz'))).toBe('')
    slow.stages.emit('finish')
    expect(await busy).toContain('"id":"ada"')
    await closed
  })

  test('what hangs is cut when the grace is over', async () => {
    const slow = slowPlatform()
    const { port, server } = await serve({ list: slow.list })
    const hanging = raw(port, get(port, usersPath))
    await slow.asked
    await closeServer(server, 1)
    expect(await hanging).toBe('')
  })

  test('a port that is taken is told so', async () => {
    const { port } = await serve()
    const second = createNodeServer({ requestId: () => '', log: () => {} })
    await expect(listen(second, '127.0.0.1', port)).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken`,
    )
  })
})
