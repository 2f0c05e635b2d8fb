/** The columns that every environment can have, as they stand when nothing was chosen. */
export const builtInIds = [
  'user',
  'email',
  'phone',
  'reach',
  'created',
  'lastSeen',
  'id',
  'platformId',
  'locale',
  'timezone',
  'updated',
] as const

/** The column of an attribute: "_plan". */
export const attributeColumn = (key: string): string => `_${key}`
export const attributeOf = (id: string): string | null => (id.startsWith('_') ? id.slice(1) : null)

/** Whether there can be a column of this id. */
export const isColumn = (id: string): boolean =>
  builtInIds.some((builtIn) => builtIn === id) || (attributeOf(id) ?? '') !== ''

/** Reads what `writeColumns` wrote; null for no column, one twice, or one that there cannot be. */
export function readColumns(text: string): readonly string[] | null {
  try {
    const ids = text.split(',').map(decodeURIComponent)
    return ids.every(isColumn) && new Set(ids).size === ids.length ? ids : null
  } catch {
    return null
  }
}

/** Columns as one text: `user,email,_plan`. Each is percent-encoded, since a key may hold a comma. */
export const writeColumns = (ids: readonly string[]): string =>
  ids.map(encodeURIComponent).join(',')
