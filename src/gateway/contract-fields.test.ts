import { describe, expect, test } from 'vitest'

import { fingerprint } from '#src/platforms/testing/deps.ts'

import { readings, withValue, type WireRecord } from './contract-reading.ts'
import { valuesAt } from './contract-statement.ts'
import { contractTables } from './contract-table.ts'

const sections = ['Fields of NotificationAPI', 'Fields of Notiflows']
  .flatMap((chapter) => contractTables(chapter, import.meta.url))
  .filter(({ columns }) => columns.includes('in the answer'))

/** The texts in an example, as they would show anywhere, however a time is written. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value.replace(/Z$/, '')]
  return Object(value) === value ? Object.values(Object(value)).flatMap(textsIn) : []
}

const expectedOf = (value: string, given: unknown): unknown => {
  if (value === 'hidden') return expect.objectContaining({ redacted: true })
  return value === 'fingerprint' ? fingerprint(textsIn(given)[0] ?? '') : JSON.parse(value)
}

describe.each(sections)('$chapter: $name', ({ chapter, name, rows }) => {
  const reading = readings[`${chapter}: ${name}`]

  const answerTo = async (record: WireRecord): Promise<unknown> =>
    JSON.parse(JSON.stringify(await reading?.read(record)))
  const cases = rows.map((row) => [row.name, row.cell('example'), row.cell] as const)
  const shown = cases.filter(([, , cell]) => cell('in the answer') !== '')

  test.each(shown)('%s = %s shows in the answer', async (field, example, cell) => {
    const given: unknown = JSON.parse(example)
    const base = reading?.base ?? {}
    const valueIn = async (record: WireRecord) =>
      valuesAt(await answerTo(record), cell('in the answer'))
    const expected = [expectedOf(cell('value'), given)]
    expect(await valueIn(withValue(base, field, given))).toEqual(expected)
    // It is the example that does it: the record as it was, or without the field, says something else.
    const others = [base, withValue(base, field, undefined)].map((record) =>
      valueIn(record).catch(() => []),
    )
    expect(await Promise.all(others)).not.toEqual([expected, expected])
  })

  // Secrets, what Rollcall does not tell, and whatever an example marks as a canary.
  const silent = cases.flatMap(([field, example, cell]) => {
    const isKept = ['', 'hidden', 'fingerprint'].includes(cell('value'))
    const texts = textsIn(JSON.parse(example)).filter((text) => isKept || text.includes('canary'))
    return texts.length === 0 ? [] : [[field, example, texts] as const]
  })

  test.each(silent)('%s = %s shows nowhere as it is', async (field, example, texts) => {
    const record = withValue(reading?.base ?? {}, field, JSON.parse(example))
    const answer = JSON.stringify(await answerTo(record))
    expect(texts.filter((text) => answer.includes(text))).toEqual([])
  })
})
