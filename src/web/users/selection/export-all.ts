import { useSyncExternalStore } from 'react'
import { ApiError } from '#src/web/lib/api.ts'
import { tell } from '#src/web/lib/notice.ts'
import type { Day } from '#src/web/lib/time.ts'
import type { ListKey } from '#src/web/users/queries.ts'
import { exportList, exportProgress } from '#src/web/users/queries.ts'
import { fileName } from './file-name.ts'
import type { Sink } from './save-file.ts'
import { openSink } from './save-file.ts'
import { selectionWords as words } from '#src/web/words/selection.ts'

/** The export of a whole list that runs, or how the last one ended. One at a time, whatever list is on the screen. */
export type ExportJob = {
  /** The environment as the operator calls it. */
  readonly name: string
  readonly state: 'running' | 'complete' | 'stopped' | 'broken-off' | 'refused'
  readonly scanned: number
  readonly written: number
  readonly leftOut: number
  /** Why it broke off or was refused. */
  readonly why: string
}

let job: ExportJob | null = null
let stopper: AbortController | null = null
const listeners = new Set<() => void>()

const update = (next: ExportJob | null) => {
  job = next
  for (const listener of listeners) listener()
}
const amend = (change: Partial<ExportJob>) => {
  if (job !== null) update({ ...job, ...change })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useExportJob = (): ExportJob | null => useSyncExternalStore(subscribe, () => job)

export const stopExport = (): void => stopper?.abort()
/** Forgets how the last one ended. */
export const dismissExport = (): void => update(null)

/** What is said of an export that has ended. */
export function outcomeWords({ state, written, leftOut, why }: ExportJob): string {
  switch (state) {
    case 'running':
      return ''
    case 'complete':
      return [words.complete(written), ...(leftOut === 0 ? [] : [words.leftOut(leftOut)])].join(' ')
    case 'stopped':
      return words.stopped(written)
    case 'broken-off':
      return words.brokenOff(written, why)
    case 'refused':
      return words.refused(why)
  }
}

const everyMs = 500

/** Asks how far an export is; what cannot be asked is asked again next time. */
async function follow(environment: string, id: string): Promise<void> {
  const answer = await exportProgress(environment).catch(() => null)
  const progress = answer?.export ?? null
  if (progress?.id !== id) return
  const { scanned, written, leftOut, problem } = progress
  amend({ scanned, written, leftOut, ...(problem === null ? {} : { why: problem.detail }) })
}

type Wanted = {
  readonly name: string
  readonly list: ListKey
  readonly columns: readonly string[]
  readonly raw: boolean
  /** What narrows the list, in words. */
  readonly filters: readonly string[]
  readonly day: Day
}

/**
 * Exports everybody in a list into a file, as fast as the disk takes it. Says how it ended; a file that is
 * not whole is called so.
 */
export async function exportAll(wanted: Wanted): Promise<void> {
  if (isRunning()) return
  const { name, list, filters, day } = wanted
  const named = (content: string) => fileName(list.environment, filters, content, day)
  const stop = new AbortController()
  stopper = stop
  const begun: ExportJob = { name, state: 'running', scanned: 0, written: 0, leftOut: 0, why: '' }
  let sink: Sink | null = null
  try {
    // Its name cannot say how many they are: that is not known yet.
    sink = await openSink(named(words.file.matching))
    if (sink === null) return
    update(begun)
    const response = await exportList(list, wanted.columns, wanted.raw, stop.signal)
    const state = await writeAll(list.environment, response, sink.stream, stop.signal)
    await sink.end(named(words.file.written(job?.written ?? 0, state === 'complete')))
    end({ state })
  } catch (error) {
    await sink?.stream.abort().catch(() => {})
    if (!isRunning()) update(begun)
    if (stop.signal.aborted) end({ state: 'stopped' })
    else if (error instanceof ApiError)
      end({ state: 'refused', why: error.problem?.detail ?? error.message })
    else end({ state: 'refused', why: words.cannotWrite })
  }
}

const isRunning = (): boolean => job?.state === 'running'

const end = (change: Partial<ExportJob>) => {
  amend(change)
  if (job !== null) tell(outcomeWords(job))
}

/** Writes what comes for as long as it comes, telling how far it is. What was written before it broke off stays. */
async function writeAll(
  environment: string,
  response: Response,
  to: WritableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<ExportJob['state']> {
  const id = response.headers.get('x-request-id') ?? ''
  const timer = setInterval(() => void follow(environment, id), everyMs)
  try {
    await response.body?.pipeTo(to, { preventClose: true, preventAbort: true, signal })
    return 'complete'
  } catch {
    return signal.aborted ? 'stopped' : 'broken-off'
  } finally {
    clearInterval(timer)
    await follow(environment, id)
  }
}
