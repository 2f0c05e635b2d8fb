import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'

import { byteOrderMark, csvLines, protect, tsvLines, unprotect } from './csv.ts'

/** The cells of a file, read by somebody else. */
const parsed = (text: string): readonly (readonly string[])[] => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' })
  expect(errors).toEqual([])
  return data.slice(0, -1)
}

/** What a spreadsheet could take for a formula: whatever blanks it passes over first. */
const isFormula = (text: string) =>
  /^[\s\u00A0\u200B\u200E]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n\0]/u.test(text)

const signs = Array.from('=+-@＝＋－＠\t\r\n\0\'" ,;\u00A0\u200B\u202Ea1😀')
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((parts) => parts.join('')),
)
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
  )

describe('a file for spreadsheets (B10)', () => {
  test('holds no cell that one takes for a formula, and every cell is quoted', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = csvLines(rows, false)
        expect(parsed(text).flat().filter(isFormula)).toEqual([])
        expect(text.startsWith('"') && text.endsWith('"\r\n')).toBe(true)
      }),
    )
  })

  test('gives back what was put into it', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const back = parsed(byteOrderMark + csvLines(rows, false))
        expect(back.map((row) => row.map(unprotect))).toEqual(rows)
      }),
    )
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+15551234567', "'+15551234567"],
    ['-5', "'-5"],
    ['@here', "'@here"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['\0', "'\0"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['  =1', "'  =1"],
    ['\u00A0+1', "'\u00A0+1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['a=1', 'a=1'],
    ['a\n=1', 'a\n=1'],
    ['', ''],
  ])('%j is written as %j', (text, written) => {
    expect(protect(text)).toBe(written)
    expect(unprotect(written)).toBe(text)
  })
})

test('a plain file holds the values as they are', () => {
  fc.assert(
    fc.property(table, (rows) => {
      expect(parsed(csvLines(rows, true))).toEqual(rows)
    }),
  )
  expect(csvLines([['=1', 'a,b', 'c"d']], true)).toBe('=1,"a,b","c""d"\r\n')
})

test('lines follow each other, so that a file can be written in pieces', () => {
  const rows = [
    ['a', 'b'],
    ['c\nd', '"'],
  ]
  const pieces = rows.map((row) => csvLines([row], false))
  expect(pieces.join('')).toBe(csvLines(rows, false))
  expect(csvLines([], false)).toBe('')
})

test('what is pasted into a spreadsheet holds no formula either, and keeps its cells', () => {
  const rows = [
    ['=1', 'a\tb'],
    ['c\nd', 'e'],
  ]
  const back = Papa.parse<string[]>(tsvLines(rows), { delimiter: '\t' }).data
  expect(back).toEqual([
    ["'=1", 'a\tb'],
    ['c\nd', 'e'],
  ])
})
