import type { Context } from 'hono'

import { notiflowsProjects, type NotiflowsProject } from '#src/emulator/environments.ts'
import { segmentFromEnd } from '#src/emulator/path.ts'
import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import type { Catalog, Flow } from './catalog.ts'
import type { App, NotiflowsOptions, Toolkit } from './context.ts'
import { projectOfToken } from './credentials.ts'
import { badParam, Failure, noRoute, notFound } from './failures.ts'

const pageSize = 25

/**
 * The Management API (§1, §2), below `root`. Some of the vendor's pages put the project in the path and
 * some do not: both shapes serve, and without one it is the project that the token was made in.
 */
export const addManagementRoutes = (
  app: App,
  root: string,
  { projectOf, switches }: NotiflowsOptions,
  { one }: Toolkit,
): void => {
  const catalogs = (): Catalog[] => notiflowsProjects.map((project) => projectOf(project).catalog)

  /** The project named so many segments from the end, or the token's own. Fails with 401 and 404. */
  const catalogFor = (c: Context, placeFromEnd: number | null): Catalog => {
    const own = authenticate(c)
    if (placeFromEnd === null) return projectOf(own).catalog
    const slug = segmentFromEnd(c.req.raw.url, placeFromEnd)
    const found = catalogs().find((catalog) => catalog.slug === slug)
    if (found === undefined) throw notFound('project', slug ?? '')
    return found
  }

  const { managementPaths, projectsList } = switches
  if (projectsList === 'served') {
    app.get(`${root}/projects`, (c) => {
      authenticate(c)
      return c.json(numbered(c, catalogs().map(projectOnWire), switches))
    })
  }

  for (const { path, kind, place } of [
    { path: root, kind: 'bare', place: null },
    { path: `${root}/projects/:slug`, kind: 'in-project', place: 2 },
  ] as const) {
    app.get(`${path}/whoami`, (c) => c.json({ project: projectOnWire(catalogFor(c, place)) }))
    if (managementPaths !== 'both' && managementPaths !== kind) continue
    app.get(`${path}/channels`, (c) =>
      c.json(numbered(c, catalogFor(c, place).channels.map(one), switches)),
    )
    app.get(`${path}/notiflows`, (c) =>
      c.json(numbered(c, catalogFor(c, place).flows.map(flowOnWire), switches)),
    )
  }

  app.all(`${root}/*`, (c) => {
    authenticate(c)
    throw noRoute()
  })
}

/** How a project appears in the emulator's own list of credentials. */
export const describeProject = (project: NotiflowsProject, { id, name, slug }: Catalog) => ({
  environment: project.id,
  id,
  name,
  slug,
})

/** The project of the token; only the account's tokens open these (§1). Fails with 401. */
const authenticate = (c: Context): NotiflowsProject => {
  const given = c.req.header('authorization')
  const project = projectOfToken(given)
  if (project !== undefined) return project
  throw new Failure(
    'unauthenticated',
    given === undefined ? 'Credentials are missing' : 'Credentials are invalid',
    { auth: 'account_token' },
  )
}

const projectOnWire = ({ id, name, slug }: Catalog) => ({ id, name, slug })

const flowOnWire = ({ id, handle, name, status, created_at, updated_at }: Flow) => ({
  id,
  handle,
  name,
  status,
  created_at,
  updated_at,
})

/** A page by its number, from 1; `page_info` is always empty, so a short page is the last (§2). */
const numbered = <T>(
  c: Context,
  all: readonly T[],
  { pageInfo, shortManagementPages }: NotiflowsSwitches,
): { items: T[]; page_info: object } => {
  const asked = readNumber(c, 'limit', pageSize)
  const page = readNumber(c, 'page', 1)
  const limit = shortManagementPages ? Math.ceil(asked * 0.6) : asked
  return {
    items: all.slice((page - 1) * limit, page * limit),
    page_info: pageInfo === 'empty' ? {} : { page, limit: asked, total: all.length },
  }
}

const readNumber = (c: Context, name: string, fallback: number): number => {
  const text = c.req.query(name)
  if (text === undefined) return fallback
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw badParam(name, `${name} is not a whole number of 1 or more`)
  return Number(text)
}
