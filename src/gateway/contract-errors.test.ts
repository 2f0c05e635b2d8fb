import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { valuesAt } from './contract-statement.ts'
import { contractTables } from './contract-table.ts'
import { createWorld, type Answer } from './contract-world.ts'

const tables = contractTables('Errors', import.meta.url)
const rowsOf = (name: string) => tables.find((section) => section.name === name)?.rows ?? []

/** What an answer has under a field's name, in its body or, written so, among its headers. */
const found = ({ body, headers }: Answer, field: string): readonly unknown[] =>
  /^[A-Z]/.test(field) ? [headers.get(field)].filter(Boolean) : valuesAt(body, field)

const fail = async (
  platform: 'NotificationAPI' | 'Notiflows',
  cell: (column: string) => string,
) => {
  const switches = z.looseObject({}).parse(JSON.parse(cell('switches') || '{}'))
  const { send } = createWorld(platform, switches)
  const [, method = '', rest = ''] = /^(\w+) (.+)$/.exec(cell('example')) ?? []
  return send(cell('as'), method, rest)
}
const fieldsOf = (cell: (column: string) => string) =>
  cell('holds')
    .split(', ')
    .filter((field) => field !== '')

describe('errors of NotificationAPI', () => {
  test.each(rowsOf('NotificationAPI'))('$title', async ({ name, cell }) => {
    const [status, code] = name.split(' ')
    const answer = await fail('NotificationAPI', cell)
    expect(answer.status).toBe(Number(status))
    expect(valuesAt(answer.body, 'error.code')).toEqual(code === undefined ? [] : [code])
    const missing = fieldsOf(cell).filter((field) => found(answer, field).length === 0)
    expect(missing).toEqual([])
  })
})

describe('errors of Notiflows', () => {
  test.each(rowsOf('Notiflows'))('$title', async ({ name, cell }) => {
    const [status, code = ''] = name.split(' ')
    const answer = await fail('Notiflows', cell)
    expect(answer.status).toBe(Number(status))
    const requestId = answer.headers.get('x-request-id') ?? 'none'
    expect(answer.body).toEqual({
      error: {
        type: expect.stringContaining(code),
        code,
        message: expect.stringMatching(/\w/),
        status: answer.status,
        request_id: requestId,
        details: expect.any(Object),
      },
    })
    const details = fieldsOf(cell).map((field) =>
      /^[A-Z]/.test(field) ? field : `error.details.${field}`,
    )
    expect(details.filter((field) => found(answer, field).length === 0)).toEqual([])
    const named = new Set(fieldsOf(cell).map((field) => field.replace(/\[\].*$/, '')))
    const [given = {}] = valuesAt(answer.body, 'error.details')
    expect(Object.keys(Object(given)).filter((field) => !named.has(field))).toEqual([])
  })
})
