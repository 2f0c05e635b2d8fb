import { builtInIds, isColumn } from '#src/domain/columns.ts'
import type { Capabilities } from '#src/domain/environment.ts'

export type ShownColumn = {
  readonly id: string
  /** In CSS pixels; null as wide as its share of the room. */
  readonly width: number | null
  /** Stays in sight when the list is scrolled sideways. */
  readonly pinned: boolean
}

/** The heights of a row, in CSS pixels. */
export const rowHeights = { compact: 32, normal: 36, roomy: 44 } as const
export type Density = keyof typeof rowHeights
export const densities = ['compact', 'normal', 'roomy'] as const satisfies readonly Density[]

/** How the list is shown. Nothing of it is about a person. */
export type ColumnSettings = {
  /** The shown columns in order; null for the built-in choice, which adapts to the width. */
  readonly columns: readonly ShownColumn[] | null
  readonly density: Density
  /** Times as dates, instead of as how long ago. */
  readonly dates: boolean
}

export const plainSettings: ColumnSettings = { columns: null, density: 'normal', dates: false }

export const narrowest = 48
const widest = 1_200
const mostColumns = 60

/** A width that a column can have. */
export const fitWidth = (width: number): number =>
  Math.round(Math.min(widest, Math.max(narrowest, width)))

// "user*.email-220._plan": a point between columns, a star for pinned, a dash before the width. An
// attribute's key may hold any of these, so it is percent-encoded, and they with it.
const encode = (id: string): string =>
  encodeURIComponent(id).replaceAll(
    /[.*-]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const writeColumn = ({ id, width, pinned }: ShownColumn): string =>
  `${encode(id)}${pinned ? '*' : ''}${width === null ? '' : `-${width}`}`

function readColumn(text: string): ShownColumn | null {
  const parts = /^([^*-]+)(\*?)(?:-(\d{1,5}))?$/.exec(text)
  if (parts === null) return null
  const [, name = '', star = '', width] = parts
  try {
    const id = decodeURIComponent(name)
    if (!isColumn(id)) return null
    return { id, width: width === undefined ? null : fitWidth(Number(width)), pinned: star === '*' }
  } catch {
    return null
  }
}

/** Reads the columns that `writeSettings` wrote; null for the built-in choice and for what cannot be read. */
function readColumns(text: string | null): readonly ShownColumn[] | null {
  const columns = (text ?? '').split('.').flatMap((part) => readColumn(part) ?? [])
  const once = columns.filter(
    ({ id }, index) => columns.findIndex((other) => other.id === id) === index,
  )
  return once.length === 0 ? null : once.slice(0, mostColumns)
}

const names = ['columns', 'density', 'times'] as const

/** Total: reads settings from an address's query, or from storage; null when it says nothing of them. */
export function readSettings(params: URLSearchParams): ColumnSettings | null {
  if (!names.some((name) => params.has(name))) return null
  const density = params.get('density')
  return {
    columns: readColumns(params.get('columns')),
    density: densities.find((candidate) => candidate === density) ?? 'normal',
    dates: params.get('times') === 'dates',
  }
}

/** A query that says nothing of settings, and all else as it was. */
export function clearSettings(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of names) next.delete(name)
  return next
}

/**
 * A query with these settings in it and all else as it was. The built-in columns are named too, so that a
 * view shows the same to whoever opens it, whatever they chose for themselves.
 */
export function writeSettings(params: URLSearchParams, settings: ColumnSettings): URLSearchParams {
  const next = clearSettings(params)
  next.set('columns', settings.columns?.map(writeColumn).join('.') ?? 'default')
  if (settings.density !== 'normal') next.set('density', settings.density)
  if (settings.dates) next.set('times', 'dates')
  return next
}

/** A column as it is shown first: with its share of the room, and in sight if it says who it is. */
export const usualColumn = (id: string): ShownColumn => ({
  id,
  width: null,
  pinned: id === 'user',
})

/**
 * The built-in choice for a list of a width in pixels: what identifies a person and says how to reach them
 * stays longest, and what the platform never tells has no column.
 */
export function builtInColumns(width: number, { lastSeen }: Capabilities): readonly ShownColumn[] {
  return [
    usualColumn('user'),
    ...(width >= 620 ? [usualColumn('email')] : []),
    ...(width >= 860 ? [usualColumn('phone')] : []),
    usualColumn('reach'),
    usualColumn('created'),
    ...(lastSeen && width >= 760 ? [usualColumn('lastSeen')] : []),
  ]
}

/** The columns to show in a list of a width: the operator's choice, or the built-in one. */
export const shownColumns = (
  { columns }: ColumnSettings,
  width: number,
  capabilities: Capabilities,
): readonly ShownColumn[] => columns ?? builtInColumns(width, capabilities)

/** The built-in columns that a platform can fill. */
export const possibleColumns = ({ lastSeen }: Capabilities): readonly string[] =>
  builtInIds.filter((id) => id !== 'lastSeen' || lastSeen)
