import { readColumns } from '#src/domain/columns.ts'
import type { Environment } from '#src/domain/environment.ts'

import { type Narrowing, narrowingNames, readNarrowing, readQuery } from './params.ts'
import { ProblemError } from './problems.ts'

/** An export as it was asked for. `columns`: null for every field. `raw`: as it is, without protection. */
export type ExportQuery = Narrowing & {
  readonly columns: readonly string[] | null
  readonly raw: boolean
  /** What was asked for, for the audit log: without the address that somebody is looked for by. */
  readonly told: string
}

// Whoever is asked about is not written down.
const personal: ReadonlySet<string> = new Set(['email', 'phone'])

const wrong = (detail: string) => new ProblemError('bad-parameter', detail)

/**
 * The export that a query string asks for. Throws a ProblemError (400) naming the parameter, before
 * anybody asks the platform anything.
 * @param query without its question mark
 */
export const readExportQuery = (query: string, environment: Environment): ExportQuery => {
  const params = readQuery(query, ['format', 'raw', 'columns', ...narrowingNames])
  if ((params.get('format') ?? 'csv') !== 'csv') throw wrong('“format” must be csv.')
  const raw = params.get('raw') ?? '0'
  if (raw !== '0' && raw !== '1') throw wrong('“raw” must be 1, for values as they are, or 0.')
  const text = params.get('columns')
  const columns = text === undefined ? null : readColumns(text)
  if (text !== undefined && columns === null)
    throw wrong(
      '“columns” must be ids of columns, such as user,email,reach,created,_plan: none twice, each percent-encoded.',
    )
  const told = [...params]
    .map(([name, value]) => `${name}=${personal.has(name) ? '…' : encodeURIComponent(value)}`)
    .join('&')
  return { ...readNarrowing(params, environment), columns, raw: raw === '1', told }
}
