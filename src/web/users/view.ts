import {
  type ReachFilter,
  readDevices,
  readEmail,
  readPhone,
  readReach,
  writeReach,
} from '#src/domain/filters.ts'
import type { Dates } from './dates.ts'
import { readDates, writeDates } from './dates.ts'
import { zoneIn } from './zone/zone-setting.ts'

/** What narrows the list; null and `{}` do not. `devices`: platforms in lower case, any of which will do. */
export type Filters = {
  readonly created: Dates | null
  readonly seen: Dates | null
  readonly reach: ReachFilter
  readonly devices: readonly string[] | null
  /** One address and one number, as they are compared. */
  readonly email: string | null
  readonly phone: string | null
}

/** What the address says is on the screen. The environment is in its path, all else in its query. */
export type View = Filters & {
  /** The IANA zone in which days and times are meant: the address's, else the operator's choice, else the browser's. */
  readonly zone: string
  /** The id of the open user, byte for byte, or null. A query value, because ids like `..` fit no path. */
  readonly user: string | null
}

/** Total: any address at all gives a valid view. */
export function readView(params: URLSearchParams): View {
  return {
    created: readDates(params.get('created')),
    seen: readDates(params.get('seen')),
    reach: readReach(params.get('reach') ?? '') ?? {},
    devices: readDevices(params.get('device') ?? ''),
    email: readEmail(params.get('email') ?? ''),
    phone: readPhone(params.get('phone') ?? ''),
    zone: zoneIn(params),
    user: params.get('user') || null,
  }
}

export type ViewChange = Partial<View>

/**
 * What takes out of a query the filters in it that say nothing that a filter understands, or that stand there twice;
 * null where there are none. Who is shown without them is not who was asked for.
 */
export function unreadIn(params: URLSearchParams): ViewChange | null {
  const read = readView(params)
  const isUnread = (name: string, known: boolean) =>
    params.getAll(name).length > 1 || (params.has(name) && !known)
  const removal: ViewChange = {
    ...(isUnread('created', read.created !== null) ? { created: null } : {}),
    ...(isUnread('seen', read.seen !== null) ? { seen: null } : {}),
    ...(isUnread('reach', writeReach(read.reach) !== null) ? { reach: {} } : {}),
    ...(isUnread('device', read.devices !== null) ? { devices: null } : {}),
    ...(isUnread('email', read.email !== null) ? { email: null } : {}),
    ...(isUnread('phone', read.phone !== null) ? { phone: null } : {}),
  }
  return Object.keys(removal).length === 0 ? null : removal
}

/**
 * The address's query after a change. A date filter carries its zone along, and so does an open user, of whom
 * dates and times are shown: the same link means and shows the same to a colleague elsewhere. Parameters that are
 * not ours stay.
 */
export function changeView(params: URLSearchParams, change: ViewChange): URLSearchParams {
  const next = new URLSearchParams(params)
  const set = (name: string, value: string | null) =>
    value === null ? next.delete(name) : next.set(name, value)
  const nameZone = () => set('zone', change.zone ?? zoneIn(params))
  const setDates = (name: 'created' | 'seen', dates: Dates | null | undefined) => {
    if (dates === undefined) return
    set(name, dates === null ? null : writeDates(dates))
    if (dates !== null) nameZone()
  }
  setDates('created', change.created)
  setDates('seen', change.seen)
  if (change.reach !== undefined) set('reach', writeReach(change.reach))
  if (change.devices !== undefined) set('device', change.devices?.join('|') ?? null)
  if (change.email !== undefined) set('email', change.email)
  if (change.phone !== undefined) set('phone', change.phone)
  if (change.zone !== undefined) nameZone()
  if (change.user !== undefined) set('user', change.user)
  if (typeof change.user === 'string') nameZone()
  return next
}

/**
 * The address's query as it is shared: whoever opens it reads its times in the same zone as who shared it,
 * whatever either of them chose for themselves.
 */
export const toShare = (params: URLSearchParams): URLSearchParams =>
  changeView(params, { zone: zoneIn(params) })
