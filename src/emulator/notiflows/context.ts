import type { Context, Hono } from 'hono'

import { readJson } from '#src/emulator/body.ts'
import type { NotiflowsProject } from '#src/emulator/environments.ts'
import { segmentFromEnd } from '#src/emulator/path.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'
import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import { authenticate } from './credentials.ts'
import { writeCursor } from './cursor.ts'
import { badParam, badUuid, Failure, notFound } from './failures.ts'
import { present } from './present.ts'
import type { Project } from './project.ts'
import { readListQuery, writeFilters, type ListQuery } from './query.ts'
import { emptyPage, type ListPage } from './timeline.ts'
import { readObject, type JsonObject } from './upsert.ts'
import type { Users } from './users.ts'
import { isUuid, uuidOf } from './uuid.ts'
import type { Page, User } from './wire.ts'

export type NotiflowsOptions = {
  readonly projectOf: (project: NotiflowsProject) => Project
  readonly switches: NotiflowsSwitches
  /** The instant of a write, epoch ms: never the same twice. */
  readonly tick: () => number
}

export type Env = { Variables: { requestId: string } }
export type App = Hono<Env>

/** What the routes share: who asks about which project, and how answers are written. */
export const createToolkit = ({ projectOf, switches, tick }: NotiflowsOptions) => {
  const dice = new Dice(hashText('notiflows writes'), 0)

  /** The project of the keys (§1). Fails with 401. */
  const project = (c: Context): Project =>
    projectOf(
      authenticate(
        {
          apiKey: c.req.header('x-notiflows-api-key'),
          secretKey: c.req.header('x-notiflows-secret-key'),
          authorization: c.req.header('authorization'),
        },
        switches,
      ),
    )

  /** The user whom the path names, or the name that nobody has. Fails with 400. */
  const findUser = (c: Context, users: Users, placeFromEnd: number): User | string => {
    const id = segmentFromEnd(c.req.raw.url, placeFromEnd)
    if (id === null) throw badParam('external_id', 'external_id is not readable')
    return users.get(id) ?? (switches.internalIdsResolve ? users.getInternal(id) : undefined) ?? id
  }

  const orNothing = (failure: Failure): ListPage<never> => {
    if (switches.unknownOwner === '404') throw failure
    return emptyPage
  }

  return {
    switches,
    tick,
    project,

    /** An id for something written at an instant (epoch ms). */
    idAt: (at: number): string => uuidOf(at, dice),

    /** The project, for a write. Fails with 401, or with 403 where keys may only read. */
    writable(c: Context): Project {
      const found = project(c)
      if (!switches.readOnlyKeys) return found
      throw new Failure('forbidden', 'The key may not write', { required_scope: 'write' })
    },

    /** The body of a write. Fails with 400. */
    body: async (c: Context): Promise<JsonObject> => readObject(await readJson(c.req)),

    /** A segment of the path, decoded once, counted from its end. Fails with 400 naming it. */
    segment(c: Context, placeFromEnd: number, param: string): string {
      const text = segmentFromEnd(c.req.raw.url, placeFromEnd)
      if (text === null) throw badParam(param, `${param} is not readable`)
      return text
    },

    /** A segment that has to be a UUID. Fails with 400 naming it (§9). */
    uuid(c: Context, placeFromEnd: number, param: string): string {
      const text = segmentFromEnd(c.req.raw.url, placeFromEnd) ?? ''
      if (!isUuid(text)) throw badUuid(param)
      return text
    },

    /** The user whom the path names. Fails with 404. */
    user(c: Context, { users }: Project, placeFromEnd: number): User {
      const found = findUser(c, users, placeFromEnd)
      if (typeof found === 'string') throw notFound('user', found)
      return found
    },

    /** A list of what belongs to the user whom the path names. For nobody it fails with 404, or is empty by the switch. */
    listOf<T>(
      c: Context,
      { users }: Project,
      placeFromEnd: number,
      list: (user: User) => ListPage<T>,
    ): ListPage<T> {
      const user = findUser(c, users, placeFromEnd)
      return typeof user === 'string' ? orNothing(notFound('user', user)) : list(user)
    },

    /** An empty list in place of a 404, where the switch says so. */
    orNothing,

    query: (c: Context): ListQuery => readListQuery((name) => c.req.query(name), switches),

    one: <T extends object>(record: T): Partial<T> => present(record, switches),

    /** A page as it is written on the wire (§4). */
    page<T extends Dated, Written extends object>(
      { limit, filters, sent }: ListQuery,
      { items, hasMoreAfter, hasMoreBefore, after, before, top }: ListPage<T>,
      write: (item: T) => Written,
    ): Page<Partial<Written>> {
      const bound = switches.changedFilters === 'apply' ? null : writeFilters(filters)
      const cursor = (id: string | null) =>
        id === null ? null : writeCursor({ id, filters: bound, top })
      const echoed = items.length === 0 && switches.emptyResult === 'echo'
      const listed = switches.ties === 'by-id' ? items : items.toSorted(tiesReversed)
      return {
        items: listed.map((item) => present(write(item), switches)),
        page: {
          limit,
          after: echoed ? sent.after : cursor(after),
          before: echoed ? sent.before : cursor(before),
          has_more_after: hasMoreAfter,
          has_more_before: hasMoreBefore,
        },
      }
    },
  }
}

type Dated = { readonly id: string; readonly created_at: string }

const compare = (a: string, b: string) => Number(a > b) - Number(a < b)

/** Newest first, but of one second the smallest id first. */
const tiesReversed = (a: Dated, b: Dated): number =>
  compare(b.created_at, a.created_at) || compare(a.id, b.id)

export type Toolkit = ReturnType<typeof createToolkit>

export const asItIs = <T>(value: T): T => value
