import { Hono } from 'hono'

import { activityLimit } from '#src/domain/activity.ts'
import { told, type Told, untold } from '#src/domain/told.ts'
import {
  type ActivityRequest,
  type Fingerprinter,
  type Platform,
  PlatformError,
} from '#src/platforms/platform.ts'
import type { Lately } from '#src/reachability/why.ts'
import { isOnlyAnId } from '#src/reachability/person.ts'

import type { ExportAnswer, FindAnswer, HealthAnswer, RevealAnswer } from './api.ts'
import { createExports, type ExportDeps, exportRoute } from './export.ts'
import { readExportQuery } from './export-query.ts'
import { findLoaded, readFind } from './find.ts'
import { createLoaded, sharedNotes } from './loaded.ts'
import {
  decodePart,
  readActivityRequest,
  readActivityRequestById,
  readListQuery,
  readQuery,
  readUserId,
  readWhyRequest,
  type WhyRequest,
} from './params.ts'
import { presentActivity } from './present-activity.ts'
import { presentWhy } from './present-why.ts'
import { presentDetail, presentEnvironments, presentSettings, presentUsers } from './present.ts'
import { ProblemError } from './problems.ts'
import { audited, readReveal, revealRoute } from './reveal.ts'
import { ask, asCursorProblem, circumstancesOf, openListing, type Source } from './source.ts'
import { rawPath, rawQuery } from './url.ts'

/** What a request carries on its way: its id, and the template of its route for the log. */
export type Variables = { requestId: string; route: string }
export type GatewayEnv = { Variables: Variables }

/** Every route of the gateway that is not a file, and its method. What answers GET answers HEAD too. */
export const routeTable = {
  '/healthz': 'GET',
  '/api/environments': 'GET',
  '/api/environments/:env/settings': 'GET',
  '/api/environments/:env/users': 'GET',
  '/api/environments/:env/users/:id': 'GET',
  '/api/environments/:env/user': 'GET',
  '/api/environments/:env/user/why': 'GET',
  '/api/environments/:env/find': 'POST',
  '/api/environments/:env/users/:id/activity': 'GET',
  '/api/environments/:env/user/activity': 'GET',
  [revealRoute]: 'POST',
  [exportRoute]: 'GET',
  [`${exportRoute}/progress`]: 'GET',
} as const satisfies Readonly<Record<`/${string}`, 'GET' | 'POST'>>

const unknownUser = ({ environment }: Source) =>
  new ProblemError('unknown-user', `“${environment.name}” has no user with this id.`)

// URL parsers take these out of every path, ours and the platform's, encoded or not (WHATWG URL).
const checkId = (id: string) => {
  if (id === '.' || id === '..')
    throw new ProblemError('bad-request', 'No platform can be asked for a user of this id.')
}

/** What was sent to somebody of late, as much as one page tells; a platform that fails at this has failed at nothing else. */
const lately = async (
  platform: Platform,
  id: string,
  signal: AbortSignal,
): Promise<Told<Lately>> => {
  try {
    const found = await platform.listActivity({ id, limit: activityLimit.max, after: null, signal })
    if (found === null) return told({ rows: [], isWhole: true })
    if (!found.told) return found
    const { activity, page, gaps } = found.value
    const isWhole = page.after === null && gaps.firstOnly === null && gaps.unreadable === 0
    return told({ rows: activity, isWhole })
  } catch (failure) {
    if (failure instanceof PlatformError && !signal.aborted) return untold('failed')
    throw failure
  }
}

const segment = (path: string, index: number) => path.split('/')[index] ?? ''

const readActivity = async (source: Source, request: ActivityRequest) => {
  checkId(request.id)
  const found = await ask(source, request.signal, async () => {
    try {
      return await source.platform.listActivity(request)
    } catch (failure) {
      throw request.after === null ? failure : asCursorProblem(failure)
    }
  })
  if (found !== null) return presentActivity(source.environment.id, request.id, found)
  throw unknownUser(source)
}

const readUser = async (source: Source, id: string, signal: AbortSignal) => {
  checkId(id)
  return ask(source, signal, (until) => source.platform.getUser(id, until))
}

/** What the routes rest on. Of `mask`, the app is told too. */
export type RouteDeps = ExportDeps & {
  readonly environments: readonly Source[]
  /** The adapters' own: a token that is looked for must look like the ones that were read. */
  readonly fingerprint: Fingerprinter
}

/**
 * The API's routes over the configured environments. Refusals are thrown as ProblemErrors, and what the
 * audit log cannot take as AuditErrors.
 */
export const createRoutes = (deps: RouteDeps): Hono<GatewayEnv> => {
  const { environments, date, mask, audit, fingerprint } = deps
  const sources = new Map(environments.map((source) => [source.environment.id, source]))

  const find = (env: string): Source => {
    const source = sources.get(decodePart(env))
    if (source !== undefined) return source
    throw new ProblemError('unknown-environment', 'GET /api/environments lists the ones there are.')
  }

  const loaded = createLoaded()
  const exports = createExports(deps)

  /** The user; whom the platform does not know any more, nobody is to be compared with either. */
  const known = async (source: Source, id: string, signal: AbortSignal) => {
    const found = await readUser(source, id, signal)
    if (found !== null) return found
    loaded.forget(source.environment.id, id)
    throw unknownUser(source)
  }

  const circumstances = (source: Source) => circumstancesOf(source, date())

  const list = async (source: Source, query: string, signal: AbortSignal) => {
    const { limit, from, ...narrowing } = readListQuery(query, source.environment)
    const listing = await openListing(source, narrowing, date(), signal)
    const page = await listing.read({ limit, from }, signal)
    loaded.remember(page.users)
    return presentUsers(source.environment.id, page, listing.circumstances)
  }

  const user = async (source: Source, id: string, signal: AbortSignal) => {
    const found = await known(source, id, signal)
    await source.platform.switches.read(signal)
    // Somebody who may not be there is nobody to look among.
    if (!isOnlyAnId(found.user)) loaded.remember([found.user])
    return presentDetail(
      found,
      circumstances(source),
      sharedNotes(loaded, found.user),
      loaded.count(source.environment.id),
    )
  }

  const why = async (source: Source, { id, channel }: WhyRequest, signal: AbortSignal) => {
    checkId(id)
    const [found, activity] = await Promise.all([
      known(source, id, signal),
      lately(source.platform, id, signal),
    ])
    await source.platform.switches.read(signal)
    return presentWhy(found, channel, circumstances(source), activity)
  }

  return new Hono<GatewayEnv>({ getPath: rawPath })
    .get('/healthz', (c) => {
      readQuery(rawQuery(c.req.raw), [])
      return c.json<HealthAnswer>({ status: 'ok' })
    })
    .get('/api/environments', (c) => {
      readQuery(rawQuery(c.req.raw), [])
      const all = environments.map((source) => source.environment)
      return c.json(presentEnvironments(all, mask))
    })
    .get('/api/environments/:env/settings', async (c) => {
      const source = find(segment(c.req.path, 3))
      readQuery(rawQuery(c.req.raw), [])
      const answer = await ask(source, c.req.raw.signal, source.platform.switches.read)
      return c.json(presentSettings(answer))
    })
    .get('/api/environments/:env/users', async (c) => {
      const source = find(segment(c.req.path, 3))
      return c.json(await list(source, rawQuery(c.req.raw), c.req.raw.signal))
    })
    .get('/api/environments/:env/users/:id', async (c) => {
      const source = find(segment(c.req.path, 3))
      readQuery(rawQuery(c.req.raw), [])
      const id = decodePart(segment(c.req.path, 5))
      return c.json(await user(source, id, c.req.raw.signal))
    })
    .get('/api/environments/:env/user', async (c) => {
      const source = find(segment(c.req.path, 3))
      // The form for every id: a proxy may fold "%2F" in a path, and a router decode it twice.
      const id = readUserId(rawQuery(c.req.raw))
      return c.json(await user(source, id, c.req.raw.signal))
    })
    .get('/api/environments/:env/user/why', async (c) => {
      const source = find(segment(c.req.path, 3))
      const request = readWhyRequest(rawQuery(c.req.raw))
      return c.json(await why(source, request, c.req.raw.signal))
    })
    .post('/api/environments/:env/find', async (c) => {
      const { environment } = find(segment(c.req.path, 3))
      readQuery(rawQuery(c.req.raw), [])
      const { text } = await readFind(c.req.raw)
      return c.json<FindAnswer>(findLoaded(loaded, environment.id, text, fingerprint))
    })
    .get('/api/environments/:env/users/:id/activity', async (c) => {
      const source = find(segment(c.req.path, 3))
      const id = decodePart(segment(c.req.path, 5))
      const request = readActivityRequest(rawQuery(c.req.raw), source.environment.id, id)
      return c.json(await readActivity(source, { ...request, signal: c.req.raw.signal }))
    })
    .get('/api/environments/:env/user/activity', async (c) => {
      const source = find(segment(c.req.path, 3))
      const request = readActivityRequestById(rawQuery(c.req.raw), source.environment.id)
      return c.json(await readActivity(source, { ...request, signal: c.req.raw.signal }))
    })
    .get(exportRoute, async (c) => {
      const source = find(segment(c.req.path, 3))
      const query = readExportQuery(rawQuery(c.req.raw), source.environment)
      const { signal, method } = c.req.raw
      const requestId = c.get('requestId')
      // Who asks for headers alone gets them, and nobody is walked through.
      const file =
        method === 'HEAD' ? null : await exports.open(source, { query, requestId, signal })
      const name = encodeURIComponent(source.environment.id)
      return new Response(file, {
        headers: {
          'content-type': 'text/csv; charset=utf-8; header=present',
          'content-disposition': `attachment; filename="rollcall-${name}.csv"`,
          // Node's server would read ahead to find out how long it is.
          ...(file instanceof ReadableStream ? { 'transfer-encoding': 'chunked' } : {}),
        },
      })
    })
    .get(`${exportRoute}/progress`, (c) => {
      const { environment } = find(segment(c.req.path, 3))
      readQuery(rawQuery(c.req.raw), [])
      return c.json<ExportAnswer>({ export: exports.progress(environment.id) })
    })
    .post(revealRoute, async (c) => {
      const source = find(segment(c.req.path, 3))
      readQuery(rawQuery(c.req.raw), [])
      const { id, field } = await readReveal(c.req.raw)
      const found = await audited(
        audit,
        {
          event: 'reveal',
          environment: source.environment.id,
          user: id,
          field,
          requestId: c.get('requestId'),
        },
        () => known(source, id, c.req.raw.signal),
      )
      return c.json<RevealAnswer>({ value: found.user[field] })
    })
}
