import { once } from 'node:events'
import { createGzip, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { systemClock } from '#src/platforms/clock.ts'
import { httpServer } from '#src/platforms/testing/loopback.ts'
import { createUpstream } from '#src/platforms/upstream.ts'
import { AnswerTooLargeError } from '#src/platforms/upstream-errors.ts'

// In a file of its own, because each file of tests is a process of its own and memory is the process's.

const mebibyte = 1024 * 1024

/** 200 MiB of blanks, in 200 KB; made piece by piece, so that the making leaves no room behind for the reading. */
async function makeBomb(): Promise<Buffer> {
  const gzip = createGzip()
  const parts: Buffer[] = []
  gzip.on('data', (part: Buffer) => parts.push(part))
  const blanks = Buffer.alloc(mebibyte, ' ')
  for (let i = 0; i < 200; i += 1) if (!gzip.write(blanks)) await once(gzip, 'drain')
  gzip.end()
  await once(gzip, 'end')
  return Buffer.concat(parts)
}

const ordinary = gzipSync(
  JSON.stringify({
    users: Array.from({ length: 1000 }, (_, i) => ({
      id: `cust-${i}`,
      email: `${i}@orchard.test`,
    })),
  }),
)

test('F06: a gzip bomb is stopped at 32 MiB, and costs no more than 64 MiB of memory', async () => {
  const bomb = await makeBomb()
  const { url } = await httpServer((request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end(request.url === '/bomb' ? bomb : ordinary)
  })
  const { getJson } = createUpstream({
    baseUrl: url,
    headers: {},
    secrets: [],
    fetch: (address, init) => fetch(address, init),
    clock: systemClock,
    random: () => 0,
  })
  const ask = (path: string) =>
    getJson({ path: [path], query: {}, signal: new AbortController().signal })
  // A gateway that has been read from: what it costs to have read at all is not the bomb's.
  for (let i = 0; i < 50; i += 1) await ask('users')

  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 1)
  await expect(ask('bomb')).rejects.toBeInstanceOf(AnswerTooLargeError)
  clearInterval(watch)
  most = Math.max(most, process.memoryUsage.rss())
  expect((most - before) / mebibyte).toBeLessThanOrEqual(64)
})
