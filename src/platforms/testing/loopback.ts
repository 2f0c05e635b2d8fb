import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { createServer as createSocketServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { selfSigned } from '#src/platforms/testing/self-signed.ts'

async function open(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return `http://127.0.0.1:${address.port}`
}

/** A real HTTP server for one test. Gives its address and how many requests came. */
export async function httpServer(listener: RequestListener) {
  const seen = { requests: 0 }
  const url = await open(
    createServer((request, response) => {
      seen.requests += 1
      listener(request, response)
    }),
  )
  return { url, seen }
}

/** The same behind TLS, with a certificate that nobody vouches for. */
export async function untrustedServer(listener: RequestListener): Promise<string> {
  const url = await open(createTlsServer(selfSigned(), listener))
  return url.replace('http:', 'https:')
}

/** A server that breaks every connection as soon as something was asked. */
export async function resettingServer() {
  const seen = { requests: 0 }
  const server = createSocketServer((socket) => {
    socket.once('data', () => {
      seen.requests += 1
      socket.resetAndDestroy()
    })
  })
  return { url: await open(server), seen }
}

/** A server that writes these bytes to whoever asks, and then closes, or keeps quiet when `hang` is set. */
export async function rawServer(bytes: string | Buffer, { hang = false } = {}) {
  const seen = { requests: 0 }
  const server = createSocketServer((socket) => {
    socket.once('data', () => {
      seen.requests += 1
      if (hang) socket.write(bytes)
      else socket.end(bytes)
    })
  })
  return { url: await open(server), seen }
}

/** An address at which nobody listens any more. */
export async function closedPort(): Promise<string> {
  const server = createSocketServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return `http://127.0.0.1:${address.port}`
}
