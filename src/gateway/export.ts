import type { Clock } from '#src/platforms/clock.ts'

import type { ExportProgress } from './api.ts'
import { type Audit, AuditError } from './audit.ts'
import type { ExportQuery } from './export-query.ts'
import { createRows } from './export-rows.ts'
import { createWalk } from './export-walk.ts'
import { describeFailure, type Log } from './log.ts'
import { problemBody, ProblemError } from './problems.ts'
import { openListing, type Source } from './source.ts'

export const exportRoute = '/api/environments/:env/export'

export type ExportDeps = {
  readonly audit: Audit
  readonly mask: boolean
  readonly log: Log
  /** Milliseconds since 1970. */
  readonly date: () => number
  readonly sleep: Clock['sleep']
}

type Asked = {
  readonly query: ExportQuery
  readonly requestId: string
  /** Aborted when the caller is gone before there is an answer. */
  readonly signal: AbortSignal
}

const gone = () => new ProblemError('request-closed', 'The caller went away.')

const asProblem = (failure: unknown): ProblemError => {
  if (failure instanceof ProblemError) return failure
  if (failure instanceof AuditError)
    return new ProblemError('audit-unavailable', 'So the export was broken off.')
  return new ProblemError('internal', 'Its log has a line with this request id.')
}

/**
 * The exports of a process: one at a time. Each is a walk that goes on only as fast as somebody reads, has a
 * line in the audit log when it begins and when it ends, and ends well or with an error: a file that was
 * broken off never looks whole (docs/decisions/0013-export.md).
 */
export const createExports = ({ audit, mask, log, date, sleep }: ExportDeps) => {
  let busy = false
  const latest = new Map<string, () => ExportProgress>()

  /** The file, from its first page on. Rejects as long as there is nothing to answer with. */
  const open = async (
    source: Source,
    { query, requestId, signal }: Asked,
  ): Promise<string | ReadableStream<Uint8Array>> => {
    if (busy)
      throw new ProblemError(
        'export-running',
        'One export at a time. Stop it, or wait for its end.',
      )
    busy = true
    const { id: environment } = source.environment
    const stop = new AbortController()
    const onGone = () => stop.abort()
    signal.addEventListener('abort', onGone)
    if (signal.aborted) onGone()
    let progress: ExportProgress = {
      id: requestId,
      state: 'running',
      scanned: 0,
      written: 0,
      leftOut: 0,
      problem: null,
    }
    latest.set(environment, () => progress)
    const note = (outcome: string) => {
      const { written: rows, scanned } = progress
      return audit.write({
        event: 'export',
        environment,
        query: query.told,
        rows,
        scanned,
        requestId,
        outcome,
      })
    }

    const breakOff = async (failure: unknown) => {
      const problem = stop.signal.aborted ? gone() : asProblem(failure)
      const stopped = problem.code === 'request-closed'
      if (!stopped)
        log({
          level: 'warn',
          event: 'export-broken-off',
          requestId,
          environment,
          problem: problem.code,
          ...(problem.code === 'internal' ? describeFailure(failure) : {}),
        })
      progress = {
        ...progress,
        state: stopped ? 'stopped' : 'broken-off',
        problem: stopped ? null : problemBody(problem, requestId),
      }
      await note(stopped ? 'stopped' : problem.code)
    }
    let ending: Promise<void> | null = null
    /** Ends it once, whoever comes first. Rejects when the end of a whole file cannot be written down. */
    const end = (work: () => Promise<void>): Promise<void> =>
      (ending ??= work().finally(() => {
        signal.removeEventListener('abort', onGone)
        busy = false
      }))
    const complete = async () => {
      try {
        await note('complete')
      } catch (failure) {
        await breakOff(failure).catch(() => {})
        throw failure
      }
      progress = { ...progress, state: 'complete' }
    }
    const fail = (failure: unknown) =>
      // Where its end cannot be written down either, there is nothing more to refuse.
      end(() => breakOff(failure)).catch(() => {})

    try {
      await note('begun')
      await source.platform.switches.read(stop.signal)
      const listing = await openListing(source, query, date(), stop.signal)
      const nextPage = createWalk(listing, sleep, stop.signal)
      const rows = createRows(query, listing.circumstances, mask)
      const next = async () => {
        const { users, scanned, leftOut, isLast } = await nextPage()
        const lines = await rows.lines(users)
        if (stop.signal.aborted) throw gone()
        progress = {
          ...progress,
          scanned: progress.scanned + scanned,
          written: progress.written + users.length,
          leftOut: progress.leftOut + leftOut,
        }
        return { lines, isLast }
      }
      const first = await next()
      if (first.isLast) {
        await end(complete)
        return rows.head + first.lines
      }

      const encoder = new TextEncoder()
      let waiting: string | null = rows.head + first.lines
      let isLast: boolean = first.isLast
      return new ReadableStream<Uint8Array>(
        {
          // Called when somebody waits for more, and not before: what is not read is not asked for.
          pull: async (controller) => {
            try {
              let lines = waiting ?? ''
              waiting = null
              while (lines === '' && !isLast) ({ lines, isLast } = await next())
              if (lines !== '') controller.enqueue(encoder.encode(lines))
              else {
                await end(complete)
                controller.close()
              }
            } catch (failure) {
              await fail(failure)
              controller.error(new Error('The export was broken off.'))
            }
          },
          cancel: async () => {
            stop.abort()
            await fail(gone())
          },
        },
        { highWaterMark: 0 },
      )
    } catch (failure) {
      await fail(failure)
      throw stop.signal.aborted ? gone() : failure
    }
  }

  return {
    open,
    /** The export that runs in an environment, or the last one that did; null where none was. */
    progress: (environment: string): ExportProgress | null => latest.get(environment)?.() ?? null,
  }
}
