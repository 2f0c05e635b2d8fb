import { once } from 'node:events'
import type { Server } from 'node:http'
import { get, type IncomingMessage } from 'node:http'
import { setImmediate, setTimeout as delay } from 'node:timers/promises'

import { afterEach, expect, test } from 'vitest'

import type { UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { PlatformError, type ListRequest } from '#src/platforms/platform.ts'

import { fakeGateway, factsOf, pageOf } from './fakes.ts'
import { allowedHosts } from './host.ts'
import { closeServer, createListener, createNodeServer, listen } from './node-server.ts'

// Over a real connection: what a slow reader, one who goes away, and a broken transfer are there.

const servers: Server[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => closeServer(server, 0)))
})

const serve = async (list: (request: ListRequest) => Promise<UserPage<UserFacts>>) => {
  const outcomes: string[] = []
  const deps = { requestId: () => 'request-0', log: () => {} }
  const server = createNodeServer(deps)
  servers.push(server)
  const port = await listen(server, '127.0.0.1', 0)
  const hosts = allowedHosts(port, [])
  const { app, calls } = fakeGateway(
    { list },
    {
      allowedHosts: hosts,
      compress: true,
      audit: { write: async ({ outcome }) => void outcomes.push(outcome) },
    },
  )
  server.on('request', createListener({ ...deps, handler: app.fetch, allowedHosts: hosts }))
  const ask = async (): Promise<IncomingMessage> => {
    const request = get(`http://127.0.0.1:${port}/api/environments/prod/export`, {
      headers: { 'accept-encoding': 'br, gzip' },
    })
    const answers = await once(request, 'response')
    const answer: IncomingMessage = answers[0]
    return answer
  }
  return { ask, calls, outcomes }
}

/** Pages without end, of so many users with so much text each. */
const endless =
  (size: number, failsAt = Infinity) =>
  async ({ from }: ListRequest) => {
    const at = Number(from?.position ?? 0)
    if (at >= failsAt) throw new PlatformError('platform-failed', 'x')
    const users = Array.from({ length: size }, (_, index) =>
      factsOf(`user-${at}-${index}`, { name: 'x'.repeat(1000) }),
    )
    return pageOf(users, { after: String(at + 1), before: null })
  }

const until = async (isSo: () => boolean) => {
  while (!isSo()) await delay(5)
}

test('a reader who does not read holds the walk, and one who goes away ends it within a second', async () => {
  const { ask, calls, outcomes } = await serve(endless(200))
  const answer = await ask()
  expect(answer.statusCode).toBe(200)
  // What the sockets hold is full when a while brings nothing new.
  let before = -1
  while (before !== calls.lists.length) {
    before = calls.lists.length
    await delay(150)
  }
  // Some megabytes on their way; of pages without end, some tens.
  expect(before).toBeLessThan(100)
  const left = performance.now()
  answer.destroy()
  await until(() => outcomes.length === 2)
  expect(performance.now() - left).toBeLessThan(1000)
  expect(outcomes).toEqual(['begun', 'stopped'])
  const asked = calls.lists.length
  for (let turns = 0; turns < 100; turns += 1) await setImmediate()
  expect(calls.lists.length).toBe(asked)
})

test('what breaks off in the middle ends the transfer with an error', async () => {
  const { ask, outcomes } = await serve(endless(2, 3))
  const answer = await ask()
  const pieces: string[] = []
  answer.setEncoding('utf8')
  answer.on('data', (piece) => pieces.push(String(piece)))
  const [failure] = await once(answer, 'error')
  expect(failure).toMatchObject({ code: 'ECONNRESET' })
  expect(pieces.join('')).not.toContain('Error')
  expect(outcomes).toEqual(['begun', 'platform-failed'])
})
