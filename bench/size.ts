import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import type { Figure } from './figures.ts'

const kilobytes = (text = '') => Number(text.replaceAll(',', '')) / 1000

/** What npm run size tells of the built page, against its own budgets. */
export function measureSize(root: string): readonly Figure[] {
  const script = join(root, 'scripts/size.js')
  const { stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  const lines = [...stdout.matchAll(/First load, ([\w ]+): ([\d,]+) of ([\d,]+) bytes gzipped/gu)]
  if (lines.length === 0) throw new Error('npm run size told nothing. Run npm run build first.')
  return lines.map(([, what, size, limit]) => ({
    area: 'size',
    name: `${what}, gzip`,
    value: kilobytes(size),
    unit: 'kB',
    goal: kilobytes(limit),
  }))
}
