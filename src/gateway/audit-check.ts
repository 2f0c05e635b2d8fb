import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'

import { logName, readHead } from './audit.ts'
import { type ChainReport, checkChain } from './audit-chain.ts'

/** A file's lines as they stand, their ends included, and what follows the last end. */
async function* linesOf(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return
  let rest = ''
  // One character for each byte: what was written is ASCII, and anything else was not written by us.
  for await (const chunk of createReadStream(path, 'latin1')) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield `${line}\n`
  }
  if (rest !== '') yield rest
}

/**
 * Checks the audit log of a directory from its first line to its last. Rejects when a file cannot be
 * read. The gateway may go on writing meanwhile.
 */
export const checkAudit = async (directory: string): Promise<ChainReport> => {
  // First, so that a line that is added while the log is read is one too many and not one too few.
  const head = await readHead(directory)
  return checkChain(linesOf(join(directory, logName)), head)
}

/** What a report says to the operator, in a sentence. */
export const describeReport = (report: ChainReport): string => {
  if (report.ok) return `${logName}: ${report.lines} ${report.lines === 1 ? 'line' : 'lines'}, ok`
  return `${logName}: line ${report.line} ${report.what}`
}
