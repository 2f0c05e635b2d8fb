import { type FileHandle, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Clock } from '#src/platforms/clock.ts'

import { type AuditEvent, noLine, readLine, sealLine } from './audit-chain.ts'
import { withLock } from './audit-lock.ts'

/** Why nothing could be written: a file that is not as it was left, another process, or a system's code. */
export class AuditError extends Error {
  override readonly name = 'AuditError'
  /** `damaged`, `busy`, or the operating system's word (`ENOSPC`). Never a path. */
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

export type Audit = {
  /**
   * Adds a line and resolves when it is on the disk. Rejects with an AuditError when it is not, or when
   * what is there already is not as it was left: then nothing may be answered.
   */
  readonly write: (event: AuditEvent) => Promise<void>
}

export const logName = 'audit.log'
const headName = 'audit.head'
const lockName = 'audit.lock'

/** Bytes. A line holds an id of one request, at most 64 KiB, each byte of which takes up to three. */
const longestLine = 256 * 1024

const privately = { mode: 0o600, flush: true } as const

/** The hash that is noted as the last line's, or null where none is. */
export const readHead = async (directory: string): Promise<string | null> => {
  try {
    return (await readFile(join(directory, headName), 'utf8')).trim()
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return null
    throw failure
  }
}

const writeHead = async (directory: string, hash: string): Promise<void> => {
  const path = join(directory, headName)
  await writeFile(`${path}.new`, `${hash}\n`, privately)
  await rename(`${path}.new`, path)
  // The new names are on the disk too, then.
  const folder = await open(directory)
  await folder.sync().finally(() => folder.close())
}

/** The hashes of the last line, or null for an empty log. */
const readLast = async (file: FileHandle, size: number) => {
  if (size === 0) return null
  const length = Math.min(size, longestLine)
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
  const text = buffer.toString('latin1')
  const read = readLine(text.slice(text.lastIndexOf('\n', text.length - 2) + 1))
  if (read === null) throw new AuditError('damaged')
  return read
}

/** Writes one line, or leaves the file as it was: what breaks off half way would end the chain. */
const append = async (file: FileHandle, line: string, size: number): Promise<void> => {
  try {
    await file.appendFile(line)
    await file.sync()
  } catch (failure) {
    await file.truncate(size).catch(() => {})
    throw failure
  }
  // Somebody who does not keep to the lock wrote at the same time, and the chain has a fork.
  if ((await file.stat()).size !== size + line.length) throw new AuditError('damaged')
}

const asAuditError = (failure: unknown): AuditError => {
  if (failure instanceof AuditError) return failure
  const code = failure instanceof Error && 'code' in failure ? failure.code : null
  return new AuditError(typeof code === 'string' && /^\w{1,40}$/u.test(code) ? code : 'unknown')
}

/**
 * The audit log of a directory. Nothing is opened or created before the first line is written, and
 * nothing is kept between two: each takes the lock, reads where the chain ends, and goes on from there,
 * so that several processes may share one log.
 * @param directory made when it is not there, for its owner alone
 */
export const createAudit = (directory: string, clock: Pick<Clock, 'date' | 'sleep'>): Audit => {
  const add = async (event: AuditEvent): Promise<void> => {
    const file = await open(join(directory, logName), 'a+', privately.mode)
    try {
      const { size } = await file.stat()
      const last = await readLast(file, size)
      const head = await readHead(directory)
      if (head !== (last?.hash ?? null)) {
        // Cut off between a line and its note: only the very last line may be without.
        if (last === null || (head ?? noLine) !== last.previous) throw new AuditError('damaged')
        await writeHead(directory, last.hash)
      }
      const at = new Date(clock.date()).toISOString()
      const { line, hash } = sealLine(at, event, last?.hash ?? noLine)
      await append(file, line, size)
      await writeHead(directory, hash)
    } finally {
      await file.close()
    }
  }

  const write = async (event: AuditEvent): Promise<void> => {
    try {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const isDone = await withLock(join(directory, lockName), clock, () => add(event))
      if (!isDone) throw new AuditError('busy')
    } catch (failure) {
      throw asAuditError(failure)
    }
  }

  // One after the other within this process; the lock is for the others.
  let turn: Promise<void> = Promise.resolve()
  return {
    write: (event) => {
      const mine = turn.then(() => write(event))
      turn = mine.catch(() => {})
      return mine
    },
  }
}
