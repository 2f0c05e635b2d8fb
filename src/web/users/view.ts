import { browserZone, isZone } from '#src/web/lib/time.ts'
import type { Created } from './created.ts'
import { readCreated, writeCreated } from './created.ts'

/** What the address says is on the screen. The environment is in its path, all else in its query. */
export type View = {
  readonly created: Created | null
  /** The IANA zone in which days and times are meant: the address's, else the browser's. */
  readonly zone: string
  /** The id of the open user, byte for byte, or null. A query value, because ids like `..` fit no path. */
  readonly user: string | null
}

/** Total: any address at all gives a valid view. */
export function readView(params: URLSearchParams): View {
  const zone = params.get('zone')
  return {
    created: readCreated(params.get('created')),
    zone: zone !== null && isZone(zone) ? zone : browserZone(),
    user: params.get('user'),
  }
}

export type ViewChange = {
  readonly created?: Created | null
  readonly zone?: string
  readonly user?: string | null
}

/**
 * The address's query after a change. A date filter carries its zone along, so that the same link
 * means the same instants to a colleague elsewhere. Parameters that are not ours stay.
 */
export function changeView(params: URLSearchParams, change: ViewChange): URLSearchParams {
  const next = new URLSearchParams(params)
  const set = (name: string, value: string | null) =>
    value === null ? next.delete(name) : next.set(name, value)
  if (change.created !== undefined) {
    set('created', change.created === null ? null : writeCreated(change.created))
    if (change.created !== null) set('zone', readView(params).zone)
  }
  if (change.zone !== undefined) set('zone', change.zone)
  if (change.user !== undefined) set('user', change.user)
  return next
}
