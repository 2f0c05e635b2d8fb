import {
  appendFileSync,
  existsSync,
  lutimesSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'

import { createAudit } from './audit.ts'
import { checkAudit, describeReport } from './audit-check.ts'

const root = mkdtempSync(join(tmpdir(), 'rollcall-audit-'))
afterAll(() => rmSync(root, { recursive: true }))

const event = {
  event: 'reveal',
  environment: 'prod',
  user: 'cust-0107',
  field: 'email',
  requestId: 'request-1',
  outcome: 'revealed',
} as const

let directories = 0
const newDirectory = () => {
  directories += 1
  return join(root, `data-${directories}`, 'deep')
}

/** An audit log whose clock goes by the second; `onSleep` stands for the time that passes. */
const auditIn = (directory: string, onSleep: (ms: number) => void = () => {}) => {
  let now = Date.UTC(2026, 10, 22, 12)
  return createAudit(directory, {
    date: () => (now += 1000),
    sleep: async (ms) => onSleep(ms),
  })
}

/** A log of some lines, written by two processes in turn. */
const written = async (lines: number): Promise<string> => {
  const directory = newDirectory()
  const audits = [auditIn(directory), auditIn(directory)]
  for (let at = 0; at < lines; at += 1)
    await audits[at % 2]?.write({ ...event, user: `cust-${at}` })
  return directory
}

const logOf = (directory: string) => join(directory, 'audit.log')
const textOf = (directory: string) => readFileSync(logOf(directory), 'utf8')
const linesOf = (directory: string) => textOf(directory).trimEnd().split('\n')
const reasonOf = (write: Promise<void>) =>
  write.then(
    () => 'written',
    (failure: { reason: string }) => failure.reason,
  )

describe('the audit log', () => {
  test('is not there before its first line, and is its owner’s alone', async () => {
    const directory = newDirectory()
    const audit = auditIn(directory)
    expect(existsSync(directory)).toBe(false)
    expect(await checkAudit(directory)).toEqual({ ok: true, lines: 0 })
    await audit.write(event)
    const modes = [
      directory,
      join(directory, '..'),
      logOf(directory),
      join(directory, 'audit.head'),
    ]
    expect(modes.map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual([
      '700',
      '700',
      '600',
      '600',
    ])
    expect(existsSync(join(directory, 'audit.lock'))).toBe(false)
  })

  test('has a line for each event, chained to the one before, and goes on where it ended', async () => {
    const directory = await written(3)
    const lines = linesOf(directory).map((line): Record<string, string> => JSON.parse(line))
    expect(lines).toMatchObject(
      // Each of the two has a clock of its own.
      [
        { ...event, at: '2026-11-22T12:00:01.000Z', user: 'cust-0' },
        { ...event, at: '2026-11-22T12:00:01.000Z', user: 'cust-1' },
        { ...event, at: '2026-11-22T12:00:02.000Z', user: 'cust-2' },
      ],
    )
    expect(lines.map((line) => Object.keys(line).toSorted().join(' '))).toEqual(
      lines.map(() => 'at environment event field hash outcome previous requestId user'),
    )
    expect(lines.map(({ previous }) => previous)).toEqual([
      '0'.repeat(64),
      lines[0]?.['hash'],
      lines[1]?.['hash'],
    ])
    expect(await checkAudit(directory)).toEqual({ ok: true, lines: 3 })
    expect(describeReport({ ok: true, lines: 3 })).toBe('audit.log: 3 lines, ok')
  })

  test('keeps what is written at once in one chain', async () => {
    const directory = newDirectory()
    const audit = auditIn(directory)
    await Promise.all(Array.from({ length: 20 }, () => audit.write(event)))
    expect(await checkAudit(directory)).toEqual({ ok: true, lines: 20 })
  })

  test('has one line of plain characters for an id of any (A15)', async () => {
    const directory = newDirectory()
    const audit = auditIn(directory)
    const ids = [
      'a\nb\r\n{"event":"reveal"}',
      '\u001B[31mred\u009B0m',
      '\u202Eturned\u2028x\u0085y\u007F',
      '"}\\',
      '🍎 ü \uD800',
      '","previous":"',
      '\u0001'.repeat(65_536),
    ]
    for (const user of ids) await audit.write({ ...event, user })
    expect(textOf(directory)).toMatch(/^[\x20-\x7e\n]*$/u)
    const lines = linesOf(directory).map((line): { user: string } => JSON.parse(line))
    expect(lines.map(({ user }) => user)).toEqual(ids)
    expect(await checkAudit(directory)).toEqual({ ok: true, lines: ids.length })
  })
})

/** What the check says of a log of five lines after `change`, and whether another line is taken. */
const after = async (change: (lines: string[], directory: string) => readonly string[]) => {
  const directory = await written(5)
  const text = change(linesOf(directory), directory).join('\n')
  writeFileSync(logOf(directory), text)
  return { report: await checkAudit(directory), directory, text }
}
const whole = (lines: readonly string[]) => [...lines, '']

describe('a log that was changed', () => {
  test.each([0, 1, 2, 3, 4])('by an edit is told, here of line %i', async (at) => {
    const { report } = await after((lines) =>
      whole(lines.with(at, (lines[at] ?? '').replace('cust', 'cusp'))),
    )
    expect(report).toEqual({ ok: false, line: at + 1, what: expect.stringContaining('edited') })
  })

  test.each([0, 1, 2, 3])('by a line taken out is told, here line %i', async (at) => {
    const { report } = await after((lines) => whole(lines.toSpliced(at, 1)))
    expect(report).toMatchObject({ ok: false, line: at + 1 })
  })

  test.each([1, 2, 5])('by %i lines cut off its end is told, and nothing added', async (count) => {
    const { report, directory, text } = await after((lines) =>
      count === 5 ? [] : whole(lines.slice(0, -count)),
    )
    expect(report).toEqual({
      ok: false,
      line: 6 - count,
      what: expect.stringContaining('gone'),
    })
    expect(await reasonOf(auditIn(directory).write(event))).toBe('damaged')
    expect(textOf(directory)).toBe(text)
  })

  test.each([0, 1, 2, 3])('by lines put in another order is told, here from %i', async (at) => {
    const { report } = await after((lines) => {
      const [first = '', second = ''] = lines.slice(at)
      return whole(lines.with(at, second).with(at + 1, first))
    })
    expect(report).toMatchObject({ ok: false, line: at + 1 })
  })

  test('by a line twice, an empty one, or another end of lines is told', async () => {
    for (const change of [
      (lines: string[]) => whole([...lines.slice(0, 2), ...lines.slice(1)]),
      (lines: string[]) => whole(lines.toSpliced(2, 0, '')),
      (lines: string[]) => whole(lines.map((line) => `${line}\r`)),
      (lines: string[]) => whole([...lines, '']),
    ]) {
      expect((await after(change)).report.ok).toBe(false)
    }
  })

  test('by any one byte, or cut anywhere, is told', async () => {
    const directory = await written(3)
    const bytes = readFileSync(logOf(directory))
    const place = fc.nat(bytes.length - 1)
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = ((changed[at] ?? 0) + by) % 256
        writeFileSync(logOf(directory), changed)
        expect((await checkAudit(directory)).ok).toBe(false)
        writeFileSync(logOf(directory), bytes.subarray(0, at))
        expect((await checkAudit(directory)).ok).toBe(false)
      }),
    )
  })

  test('at its end is not added to, and stays as it is', async () => {
    for (const change of [
      (text: string) => text.slice(0, -1),
      (text: string) => text.slice(0, -30),
      (text: string) => `${text}\n`,
      (text: string) => `${text}{"event":"reveal"}\n`,
      (text: string) => `${text.slice(0, -100)}${'x'.repeat(99)}\n`,
      (text: string) => `${text}${'x'.repeat(300_000)}`,
    ]) {
      const directory = await written(2)
      const text = change(textOf(directory))
      writeFileSync(logOf(directory), text)
      expect(await reasonOf(auditIn(directory).write(event))).toBe('damaged')
      expect(textOf(directory)).toBe(text)
    }
  })

  test('together with the note of its last line missing is not added to', async () => {
    const directory = await written(3)
    rmSync(join(directory, 'audit.head'))
    expect(await reasonOf(auditIn(directory).write(event))).toBe('damaged')
    expect((await checkAudit(directory)).ok).toBe(false)
  })
})

describe('a process that ended half way', () => {
  test.each([1, 2, 3])('between line %i and its note is made good by the next', async (lines) => {
    const directory = await written(lines)
    const head = join(directory, 'audit.head')
    const last: { previous: string } = JSON.parse(linesOf(directory).at(-1) ?? '')
    if (lines === 1) rmSync(head)
    else writeFileSync(head, `${last.previous}\n`)
    expect(await checkAudit(directory)).toEqual({ ok: true, lines })
    await auditIn(directory).write(event)
    expect(await checkAudit(directory)).toEqual({ ok: true, lines: lines + 1 })
  })

  test('with the lock in its hand is not waited for', async () => {
    const directory = await written(1)
    const lock = join(directory, 'audit.lock')
    const slept: number[] = []
    // No process has a number that large; and one with ours that began before us was another.
    symlinkSync('999999999', lock)
    await auditIn(directory, (ms) => slept.push(ms)).write(event)
    symlinkSync(String(process.pid), lock)
    lutimesSync(lock, 1, 1)
    await auditIn(directory, (ms) => slept.push(ms)).write(event)
    expect(slept).toEqual([])
    expect(await checkAudit(directory)).toEqual({ ok: true, lines: 3 })
  })
})

describe('another process', () => {
  const alive = String(process.ppid)

  test('that writes is waited for', async () => {
    const directory = await written(1)
    const lock = join(directory, 'audit.lock')
    symlinkSync(alive, lock)
    let looks = 0
    const audit = auditIn(directory, () => {
      looks += 1
      if (looks === 3) rmSync(lock)
    })
    await audit.write(event)
    expect(looks).toBe(3)
    expect(await checkAudit(directory)).toEqual({ ok: true, lines: 2 })
  })

  test('that does not let go is waited for two seconds, and its lock never taken', async () => {
    const directory = await written(1)
    const lock = join(directory, 'audit.lock')
    symlinkSync(alive, lock)
    const text = textOf(directory)
    let slept = 0
    const write = auditIn(directory, (ms) => (slept += ms)).write(event)
    expect(await reasonOf(write)).toBe('busy')
    expect([slept, readlinkSync(lock), textOf(directory)]).toEqual([2000, alive, text])
  })

  test('that writes without the lock does not go unseen', async () => {
    const directory = await written(2)
    const audit = createAudit(directory, {
      date: () => {
        appendFileSync(logOf(directory), `${linesOf(directory).at(-1)}\n`)
        return 0
      },
      sleep: async () => {},
    })
    expect(await reasonOf(audit.write(event))).toBe('damaged')
    expect(await checkAudit(directory)).toMatchObject({ ok: false, line: 3 })
  })
})

test('a place that cannot be written to is told by the system’s own word, without its name', async () => {
  const file = join(root, 'a-file')
  writeFileSync(file, '')
  const failure: unknown = await auditIn(join(file, 'CANARY'))
    .write(event)
    .catch((thrown: unknown) => thrown)
  expect(failure).toMatchObject({ name: 'AuditError', reason: 'ENOTDIR', message: 'ENOTDIR' })
})
