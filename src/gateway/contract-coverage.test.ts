import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { notificationapi } from './contract-notificationapi.ts'
import { notiflows } from './contract-notiflows.ts'
import { fieldsOf, type Contract } from './contract-shape.ts'
import { contractSections, contractTables, testsNamed, type Row } from './contract-table.ts'

const source = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

const sorted = (all: Iterable<string>): readonly string[] => [...new Set(all)].toSorted()

const rowsOf = (chapter: string, section: string): readonly Row[] =>
  contractSections.find((one) => one.chapter === chapter && one.name === section)?.rows ?? []

const listed = ({ cell }: Row, column: string): readonly string[] =>
  cell(column)
    .split(', ')
    .filter((item) => item !== '')

/** What is proved elsewhere, as the tables below name it. */
const elsewhere = (contract: Contract): readonly string[] =>
  rowsOf('Proved elsewhere', contract.name).map(({ title }) => title)

const isEmulated = (contract: Contract, call: string) => contract.calls[call]?.emulated !== false

/** The fields of a user that the page shows to be written, by the calls that it says write them. */
const writtenBy = (contract: Contract): readonly string[] =>
  contractSections
    .filter(
      ({ chapter, columns }) =>
        chapter === `Fields of ${contract.name}` && columns.includes('written'),
    )
    .flatMap(({ text, rows }) => {
      const [sentence = ''] = /Written by .+/.exec(text) ?? []
      const calls = [...sentence.matchAll(/`([^`]+)`/g)].map(([, call = '']) => call)
      const kept = rows.filter(({ cell }) => cell('written') === 'kept')
      return calls.flatMap((call) =>
        kept.map(({ name }) => `${call} ${name.replace(/[.[].*$/, '')}`),
      )
    })

describe.each([notificationapi, notiflows])(
  'the page and the list of $name’s contract',
  (contract) => {
    const { name } = contract
    const proved = elsewhere(contract)
    /** Whether what is proved elsewhere begins with one of these words. */
    const provedOf = (owners: readonly string[]) =>
      proved.filter((what) => owners.some((owner) => what.startsWith(`${owner} `)))
    const calls = Object.entries(contract.calls)

    test('name the same credentials', () => {
      const rows = rowsOf('Credentials', name)
      expect(rows.map((row) => row.name)).toEqual(contract.credentials)
    })

    test('name the same calls, and each that is emulated succeeds', () => {
      const rows = rowsOf('Calls', name)
      expect(sorted(rows.map((row) => row.name))).toEqual(sorted(Object.keys(contract.calls)))
      const succeeding = rows.filter(({ cell }) => cell('status').startsWith('2'))
      const emulated = Object.keys(contract.calls).filter((call) => isEmulated(contract, call))
      expect(sorted(succeeding.map((row) => row.name))).toEqual(sorted(emulated))
      for (const row of rows)
        expect([row.title, row.title.includes('not emulated')]).toEqual([
          row.title,
          !isEmulated(contract, row.name),
        ])
    })

    test('name the same parameters and fields of bodies', () => {
      const one = rowsOf('Parameters', name).map((row) => `${row.name} ${row.cell('parameter')}`)
      const paging = rowsOf('Paging', name).flatMap((row) =>
        listed(row, 'parameters').map((parameter) => `${row.name} ${parameter}`),
      )
      const wanted = calls
        .filter(([call]) => isEmulated(contract, call))
        .flatMap(([call, { query = [], body = [] }]) =>
          [...query, ...body].map((parameter) => `${call} ${parameter}`),
        )
      const others = [...writtenBy(contract), ...provedOf(Object.keys(contract.calls))]
      const all = [...one, ...paging, ...others]
      expect(sorted(all)).toEqual(sorted(wanted))
    })

    test('name the same parameters of the calls that are not emulated, in their examples', () => {
      const others = calls.filter(([call]) => !isEmulated(contract, call))
      for (const [call, { query = [], body = [] }] of others) {
        const [example = ''] = rowsOf('Calls', name)
          .filter((row) => row.name === call)
          .map(({ cell }) => cell('example'))
        const [, path = '', given = '{}'] = /^(\S+)(?: (.+))?$/.exec(example) ?? []
        const asked = new URL(path, 'http://a.test').searchParams.keys()
        expect([call, sorted(asked)]).toEqual([call, sorted(query)])
        expect([call, sorted(Object.keys(JSON.parse(given)))]).toEqual([call, sorted(body)])
      }
    })

    test('name the same fields, written alike', () => {
      const shown = contractSections
        .filter(({ chapter }) => chapter === `Fields of ${name}`)
        .flatMap((section) =>
          section.rows.map((row) => {
            const field =
              section.name === 'Other answers' ? row.name : `${section.name}.${row.name}`
            return `${field} ${row.cell('is')}`
          }),
        )
      const types = Object.keys(contract.types)
      const wanted = types.flatMap((type) =>
        [...fieldsOf(contract, type)].map(([field, kind]) => `${type}.${field} ${kind}`),
      )
      const others = provedOf(types).map((what) => {
        const [type = '', field = ''] = what.split(' ')
        return `${type}.${field} ${fieldsOf(contract, type).get(field)}`
      })
      expect(sorted([...shown, ...others])).toEqual(sorted(wanted))
    })

    test('name the same words', () => {
      const shown = rowsOf('Words', name).map((row) => [row.name, listed(row, 'words')])
      expect(Object.fromEntries(shown)).toEqual(contract.words)
    })

    test('name the same errors and what they tell', () => {
      const rows = rowsOf('Errors', name)
      const errors = Object.keys(contract.errors)
      expect(sorted(rows.map((row) => row.name))).toEqual(sorted(errors))
      const shown = rows.flatMap((row) =>
        listed(row, 'holds').map((field) => `${row.name} ${field}`),
      )
      const wanted = Object.entries(contract.errors).flatMap(([error, fields]) =>
        fields.map((field) => `${error} ${field}`),
      )
      expect(sorted([...shown, ...provedOf(errors)])).toEqual(sorted(wanted))
    })

    test('have nothing proved elsewhere that is not one of these', () => {
      const owners = [contract.calls, contract.types, contract.errors].flatMap((part) =>
        Object.keys(part),
      )
      expect(sorted(provedOf(owners))).toEqual(sorted(proved))
    })
  },
)

test.each(contractTables('Proved elsewhere', import.meta.url).flatMap(({ rows }) => rows))(
  '$title is proved by a test that is there',
  ({ cell }) => {
    const titles = [
      ...source(cell('test')).matchAll(/test(?:\.each\([^]*?\))?\(\s*(['"`])(.*?)\1,/g),
    ]
    expect(titles.map(([, , title]) => title)).toContain(cell('title'))
  },
)

describe('the page itself', () => {
  const chapters = new Set(
    contractSections.filter(({ rows }) => rows.length > 0).map(({ chapter }) => chapter),
  )

  test.each([...chapters])('%s: names tests that are there and read it', (chapter) => {
    const files = testsNamed(chapter)
    expect(files).not.toEqual([])
    const heading = chapter.replace(/^Fields of .+/, 'Fields of ')
    for (const file of files) expect([file, source(file).includes(heading)]).toEqual([file, true])
  })

  test('leaves no cell empty', () => {
    const rows = contractSections.flatMap((section) => section.rows)
    expect(rows.filter(({ cells }) => cells.includes('')).map(({ title }) => title)).toEqual([])
  })
})
