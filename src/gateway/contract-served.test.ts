import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { notificationapi } from './contract-notificationapi.ts'
import { notiflows } from './contract-notiflows.ts'
import { schemaOf, type Contract } from './contract-shape.ts'
import { keep, valuesAt } from './contract-statement.ts'
import { contractTables, type Row, type Section } from './contract-table.ts'
import { createWorld } from './contract-world.ts'

/** Answers to the page’s steps, `key GET /users?limit=2` each, in one world; `{a} = b.0.c` keeps of the last. */
async function answersTo(
  contract: Contract,
  steps: readonly string[],
): Promise<readonly unknown[]> {
  const switches = contract === notificationapi ? { logQueryPolls: 0, maxLogs: 5000 } : {}
  const { send, kept } = createWorld(contract.name, switches)
  const answers: unknown[] = []
  for (const step of steps) {
    if (step.startsWith('{')) {
      keep(step, answers.at(-1), kept)
      continue
    }
    const [, as = '', method = '', example = ''] = /^(\w+) (\w+) (.+)$/.exec(step) ?? []
    const { status, body } = await send(as, method, example)
    expect([step, status < 300]).toEqual([step, true])
    if (example.startsWith('/logs/query ')) keep('{queryId} = queryId', body, kept)
    answers.push(body)
  }
  return answers
}

const sentence = /Served at (?:`([^`]+)`|the root) by((?:\s+(?:\d+\. )?`[^`]+`)+)/

/** Where a section’s records are served: what stands above its table, or in the columns of the row. */
function servedBy(text: string, { cell }: Row): { at: string; steps: readonly string[] } {
  const [, at = '', spans = ''] = sentence.exec(text) ?? []
  return spans === ''
    ? { at: cell('at'), steps: cell('served by').split(', ') }
    : { at, steps: [...spans.matchAll(/`([^`]+)`/g)].map(([, step = '']) => step) }
}

describe.each([notificationapi, notiflows])(
  'fields of $name in the emulator’s answers',
  (contract) => {
    // The steps of a section are the same for each of its rows.
    const cache = new Map<string, Promise<readonly unknown[]>>()
    const ask = (steps: readonly string[]) => {
      const key = steps.join()
      const answers = cache.get(key) ?? answersTo(contract, steps)
      cache.set(key, answers)
      return answers
    }
    /** The values of a field in the answers that the page names for it. */
    const valuesOf = async ({ name, text }: Section, row: Row) => {
      const { at, steps } = servedBy(text, row)
      const field = name === 'Other answers' ? row.name.replace(/^\w+\./, '') : row.name
      const path = at === '' ? field : `${at}.${field}`
      return (await ask(steps)).flatMap((answer) => valuesAt(answer, path))
    }
    const sections = contractTables(`Fields of ${contract.name}`, import.meta.url)
    const cases = sections.flatMap((section) =>
      section.rows.map((row) => [section.name, row.name, section, row] as const),
    )

    test.each(cases)('%s: %s', async (_section, _name, section, row) => {
      const values = await valuesOf(section, row)
      expect(values).not.toEqual([])
      const schema = z.array(schemaOf(contract, row.cell('is')))
      expect(schema.safeParse(values).error?.issues).toBeUndefined()
    })

    const sets = contractTables('Words', import.meta.url).find(({ name }) => name === contract.name)
    test.each(sets?.rows ?? [])('words of $name', async ({ name, cell }) => {
      const fields = cases.filter(([, , , row]) => row.cell('is').replace(/\W/g, '') === name)
      const values = await Promise.all(fields.map(([, , section, row]) => valuesOf(section, row)))
      const seen = new Set(values.flat(2))
      expect(
        cell('words')
          .split(', ')
          .filter((word) => !seen.has(word)),
      ).toEqual([])
    })
  },
)
