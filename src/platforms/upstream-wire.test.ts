import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { systemClock } from '#src/platforms/clock.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import {
  closedPort,
  httpServer,
  rawServer,
  resettingServer,
  untrustedServer,
} from '#src/platforms/testing/loopback.ts'
import { createUpstream, type UpstreamOptions } from '#src/platforms/upstream.ts'

// What only real sockets and the real fetch can show: framing, compression, redirects.

const canary = 'CANARY_in_the_body'
const body = JSON.stringify({ users: [{ id: canary, name: 'x'.repeat(200) }], hasMore: false })
const never = new AbortController().signal

const upstreamOf = (url: string, more: Partial<UpstreamOptions> = {}) =>
  createUpstream({
    baseUrl: url,
    headers: { 'x-notiflows-secret-key': 'sk_CANARY' },
    secrets: ['sk_CANARY'],
    fetch: (address, init) => fetch(address, init),
    clock: systemClock,
    // No wait between tries.
    random: () => 0,
    ...more,
  })

const ask = (url: string, more: Partial<UpstreamOptions> = {}) =>
  upstreamOf(url, more).getJson({ path: ['users'], query: {}, signal: never })

async function failureOf(work: Promise<unknown>): Promise<PlatformError> {
  const outcome = await work.catch((error: unknown) => error)
  if (!(outcome instanceof PlatformError)) throw new Error('Expected a PlatformError')
  expect(`${outcome.message}${outcome.stack ?? ''}`).not.toContain('CANARY')
  return outcome
}

const head = (headers: string) =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${headers}Connection: close\r\n\r\n`

describe('F05: an answer that is cut', () => {
  const cuts = [0, 1, 100, body.length - 1]
  const chunk = `${body.length.toString(16)}\r\n`
  const framings: [name: string, whole: (n: number) => string][] = [
    ['length', (n) => `${head(`Content-Length: ${body.length}\r\n`)}${body.slice(0, n)}`],
    ['chunked', (n) => `${head('Transfer-Encoding: chunked\r\n')}${chunk}${body.slice(0, n)}`],
    ['no framing', (n) => `${head('')}${body.slice(0, n)}`],
  ]
  test.each(framings.flatMap(([name, whole]) => cuts.map((n) => [name, n, whole] as const)))(
    'with %s after %i bytes is an error, never part of a list',
    async (_name, n, whole) => {
      const { url } = await rawServer(whole(n))
      const { code } = await failureOf(ask(url))
      expect(['platform-bad-response', 'platform-unreachable']).toContain(code)
    },
  )

  test('not cut at all is read, with each framing', async () => {
    const answers = [
      `${head(`Content-Length: ${body.length}\r\n`)}${body}`,
      `${head('Transfer-Encoding: chunked\r\n')}${chunk}${body}\r\n0\r\n\r\n`,
      `${head('')}${body}`,
    ]
    for (const answer of answers) {
      const { url } = await rawServer(answer)
      expect(JSON.stringify(await ask(url))).toBe(body)
    }
  })

  test('a platform that hangs in the middle of the body is given up after 10 s', async () => {
    const clock = createFakeClock()
    const bytes = `${head(`Content-Length: ${body.length}\r\n`)}${body.slice(0, 50)}`
    const { url } = await rawServer(bytes, { hang: true })
    const begun = clock.now()
    const headers = { came: false }
    const failed = failureOf(
      ask(url, {
        clock,
        fetch: async (address, init) => {
          const response = await fetch(address, init)
          headers.came = true
          return response
        },
      }),
    )
    // Time stands still until the headers are here.
    await expect.poll(() => headers.came).toBe(true)
    await clock.advance(10_000)
    expect((await failed).code).toBe('platform-timeout')
    expect(clock.now() - begun).toBe(10_000)
  })
})

describe('F06: an answer that is none', () => {
  const type = { 'content-type': 'application/json' }
  test.each<
    [name: string, status: number, headers: Record<string, string>, bytes: string | Buffer]
  >([
    ['HTML', 200, { 'content-type': 'text/html' }, `<html>${canary}</html>`],
    ['HTML that says it is JSON', 200, type, `<html>${canary}</html>`],
    ['nothing', 200, type, ''],
    ['204', 204, {}, ''],
    ['206', 206, type, body],
    ['a JSON array', 200, type, `["${canary}"]`],
    ['a JSON string', 200, type, `"${canary}"`],
    ['null', 200, type, 'null'],
    ['JSON of another content type', 200, { 'content-type': 'text/plain' }, body],
    ['a byte order mark', 200, type, `\ufeff${body}`],
    ['two JSON texts', 200, type, `${body}${body}`],
    ['UTF-16', 200, type, Buffer.from(body, 'utf16le')],
    [
      'corrupt gzip',
      200,
      { ...type, 'content-encoding': 'gzip' },
      Buffer.from(`no gzip ${canary}`),
    ],
    [
      'gzip that breaks off in the middle',
      200,
      { ...type, 'content-encoding': 'gzip' },
      gzipSync(body).subarray(0, 40),
    ],
    ['304', 304, {}, ''],
  ])(
    '%s is a bad response, asked for once, and not quoted',
    async (_name, status, headers, bytes) => {
      const { url, seen } = await httpServer((_request, response) => {
        response.writeHead(status, headers).end(bytes)
      })
      expect((await failureOf(ask(url))).code).toBe('platform-bad-response')
      expect(seen.requests).toBe(1)
    },
  )

  test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const target = await httpServer((_request, response) => response.end('{}'))
    const { url } = await httpServer((_request, response) => {
      response.writeHead(status, { location: `${target.url}/users` }).end()
    })
    expect(await failureOf(ask(url))).toMatchObject({ code: 'platform-bad-response', status })
    expect(target.seen.requests).toBe(0)
  })

  test('gzip of an honest size is read', async () => {
    const { url } = await httpServer((_request, response) => {
      response
        .writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-encoding': 'gzip',
        })
        .end(gzipSync(body))
    })
    expect(JSON.stringify(await ask(url))).toBe(body)
  })

  test('one mangled name does not cost the page', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"users":[{"id":"a'),
      Buffer.from([0xff]),
      Buffer.from('"}]}'),
    ])
    const { url } = await httpServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(bytes)
    })
    expect(await ask(url)).toEqual({ users: [{ id: 'a\ufffd' }] })
  })
})

/** Counts the tries and gives what came of them. */
const triesOf = async (url: string) => {
  let tries = 0
  const counted: UpstreamOptions['fetch'] = (address, init) => {
    tries += 1
    return fetch(address, init)
  }
  const { code } = await failureOf(ask(url, { fetch: counted }))
  return { code, tries }
}
const unreachable = { code: 'platform-unreachable', tries: 3 }

describe('F03: a connection that does not come about', () => {
  test('to a port where nobody listens', async () => {
    expect(await triesOf(await closedPort())).toEqual(unreachable)
  })

  test('to a name that does not exist', async () => {
    // Longer than a name may be, so that nobody needs to be asked.
    expect(await triesOf(`http://${'x'.repeat(64)}.test`)).toEqual(unreachable)
  })

  test('to somebody whose certificate nobody vouches for, who is told nothing', async () => {
    let isAsked = false
    const url = await untrustedServer((_request, response) => {
      isAsked = true
      response.end('{}')
    })
    expect(await triesOf(url)).toEqual(unreachable)
    expect(isAsked).toBe(false)
  })

  test('or is reset', async () => {
    const { url, seen } = await resettingServer()
    expect(await triesOf(url)).toEqual(unreachable)
    expect(seen.requests).toBe(3)
  })
})

test('F16: a caller that leaves closes the connection', async () => {
  const leaving = new AbortController()
  let isClosed = false
  const { url, seen } = await httpServer((request) => {
    request.on('close', () => {
      isClosed = true
    })
  })
  const heard = upstreamOf(url)
    .getJson({ path: ['users'], query: {}, signal: leaving.signal })
    .catch((error: unknown) => error)
  await expect.poll(() => seen.requests).toBe(1)
  leaving.abort('gone')
  expect(await heard).toBe('gone')
  await expect.poll(() => isClosed).toBe(true)
})
