import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

import { getRequestListener } from '@hono/node-server'

import { isLoopback } from './base-url.ts'
import { checkHost } from './host.ts'
import { describeFailure, type Log } from './log.ts'
import { type ProblemCode, ProblemError, problemBody } from './problems.ts'
import { secureHeaders } from './security-headers.ts'

/** A fetch-shaped handler, such as a Hono app's. */
export type Handler = (request: Request) => Response | Promise<Response>

export type ServerDeps = {
  readonly handler: Handler
  readonly allowedHosts: ReadonlySet<string>
  readonly log: Log
  readonly requestId: () => string
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * What only the raw request shows (check A01): Node joins or drops second Host lines, takes the host
 * of an absolute target for the Host, and lets HTTP/1.0 go without. Throws a ProblemError.
 */
export const checkRawRequest = (
  incoming: Pick<IncomingMessage, 'rawHeaders' | 'url' | 'method'>,
  allowedHosts: ReadonlySet<string>,
): void => {
  const hosts = incoming.rawHeaders.filter(
    (_, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === 'host',
  )
  checkHost(hosts, allowedHosts)
  if (!methods.has(incoming.method ?? '')) {
    throw new ProblemError('method-not-allowed', 'This method is not answered here.', {
      headers: { allow: 'GET, HEAD' },
    })
  }
  // Origin form and nothing else (RFC 9112 §3.2): one slash, visible ASCII, no backslash, no fragment.
  // Dot segments would be resolved before anybody sees them: the answer would be about another path.
  const target = incoming.url ?? ''
  const [path = ''] = target.split('?')
  const climbs = /\/(?:\.|%2e){1,2}(?:\/|$)/iu.test(path)
  if (climbs || !/^\/[\x21\x22\x24-\x5b\x5d-\x7e]*$/u.test(target)) {
    throw new ProblemError('bad-request', 'The target of the request cannot be read.')
  }
}

const refusal = (error: ProblemError, requestId: string) => {
  const body = problemBody(error, requestId)
  const text = JSON.stringify(body)
  const headers = {
    ...secureHeaders,
    'cache-control': 'no-store',
    'content-length': String(Buffer.byteLength(text)),
    'content-type': 'application/problem+json',
    'x-request-id': requestId,
    ...error.extra.headers,
  }
  return { status: body.status, headers, text }
}

const toProblem = (failure: unknown): ProblemError =>
  failure instanceof ProblemError
    ? failure
    : new ProblemError('bad-request', 'The request could not be read.')

/** Answers requests of Node with a handler, after the checks that only raw requests allow. */
export const createListener = ({ handler, allowedHosts, log, requestId }: ServerDeps) => {
  const listener = getRequestListener(handler, {
    overrideGlobalObjects: false,
    // Reached when a Request cannot even be made; what the app throws, it answers itself.
    errorHandler: (failure) => {
      const id = requestId()
      log({ level: 'warn', event: 'unreadable', requestId: id, ...describeFailure(failure) })
      const { status, headers, text } = refusal(toProblem(failure), id)
      return new Response(text, { status, headers })
    },
  })
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    try {
      checkRawRequest(incoming, allowedHosts)
    } catch (failure) {
      const id = requestId()
      const problem = toProblem(failure)
      const { status, headers, text } = refusal(problem, id)
      log({ level: 'info', event: 'refused', requestId: id, status, problem: problem.code })
      // What else comes on this connection is not worth reading.
      outgoing.writeHead(status, { ...headers, connection: 'close' }).end(text)
      return
    }
    void listener(incoming, outgoing)
  }
}

const parserProblems: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

const parserDetails: Partial<Record<ProblemCode, string>> = {
  'headers-too-large': 'The address and headers may be 16 KiB long together.',
  'request-timeout': 'A request must arrive within 14 seconds.',
}

/** The bytes that answer what Node's parser refuses; it would write a bare status line itself. */
const parserAnswer = (errorCode: string | undefined, requestId: string): string => {
  const code = parserProblems[errorCode ?? ''] ?? 'bad-request'
  const detail = parserDetails[code] ?? 'The request is not valid HTTP.'
  const { status, headers, text } = refusal(new ProblemError(code, detail), requestId)
  const lines = Object.entries({ ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return `HTTP/1.1 ${status} \r\n${lines.join('')}\r\n${text}`
}

/** Milliseconds and bytes; checks 2.0 and L07. Node's own defaults are 60 s and 300 s. */
const serverLimits = {
  headersTimeout: 10_000,
  requestTimeout: 14_000,
  keepAliveTimeout: 5000,
  // How often the two above are looked at; by default only every 30 s. So a socket is cut within 15 s.
  connectionsCheckingInterval: 500,
  maxHeaderSize: 16 * 1024,
  // Done here, so that the refusal is a problem like every other.
  requireHostHeader: false,
} as const

/** A server with our limits that does not listen yet; `attach` a handler before or when it does. */
export const createNodeServer = (deps: Pick<ServerDeps, 'requestId' | 'log'>): Server => {
  const server = createServer(serverLimits)
  // Node would answer an unknown Expect by itself, without our headers (RFC 9110 §10.1.1 lets us ignore it).
  server.on('checkExpectation', (incoming, outgoing) => server.emit('request', incoming, outgoing))
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const id = deps.requestId()
    deps.log({ level: 'info', event: 'unreadable', requestId: id })
    socket.end(parserAnswer(error.code, id))
    // A peer that does not close its half would keep the socket.
    socket.destroySoon()
  })
  return server
}

/** Binds the server. Resolves with the port bound; rejects with a message for the operator. */
export const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${port} on ${host} is taken. Stop the other program, or set PORT to another number (0: any free one).`
            : `Cannot listen on ${host}:${port} (${error.code ?? 'unknown error'}).`,
        ),
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      // A hosts file can point "localhost" anywhere; what counts is the address that was bound.
      if (typeof address === 'object' && address !== null && isLoopback(address.address)) {
        resolve(address.port)
        return
      }
      server.close()
      reject(new Error(`HOST ${host} is not a loopback address on this machine.`))
    })
  })

/**
 * Stops taking connections, lets open requests finish, and cuts what is left after `graceMs`
 * milliseconds. Resolves when the server is closed; never rejects.
 */
export const closeServer = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    // A connection kept alive goes idle only when its request ends.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
    server.closeIdleConnections()
  })
