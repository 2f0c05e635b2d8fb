import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { notificationapi } from './contract-notificationapi.ts'
import { notiflows } from './contract-notiflows.ts'
import { schemaOf } from './contract-shape.ts'
import { keep } from './contract-statement.ts'
import { contractTables } from './contract-table.ts'
import { createWorld } from './contract-world.ts'

const contracts = { NotificationAPI: notificationapi, Notiflows: notiflows }
const rowsOf = (chapter: string, name: string) =>
  contractTables(chapter, import.meta.url).find((section) => section.name === name)?.rows ?? []

const nothing = z.undefined()
const anything = z.unknown()

describe.each([
  ['NotificationAPI', ''],
  ['Notiflows', ''],
  ['Notiflows', '/v1'],
] as const)('calls of %s%s', (platform, version) => {
  const contract = contracts[platform]
  const { send, kept } = createWorld(platform)

  // In order and not apart: a row may rest on what the one before it wrote.
  test.each(rowsOf('Calls', platform))('$title', async ({ name, cell }) => {
    const [method = ''] = name.split(' ')
    const example = cell('example').replace(/^\/admin\//, `/admin${version}/`)
    const { status, body } = await send(cell('as'), method, example)
    expect([name, status]).toEqual([name, Number(cell('status'))])
    keep(cell('keeps'), body, kept)
    const { answer } = contract.calls[name] ?? {}
    const isPromised = status < 300 && answer !== undefined
    const schema = isPromised ? schemaOf(contract, answer) : status === 204 ? nothing : anything
    expect(schema.safeParse(body).error?.issues).toBeUndefined()
  })

  test('every way to authenticate opens something, and no other does', () => {
    const used = rowsOf('Calls', platform)
      .filter(({ cell }) => cell('status').startsWith('2'))
      .map(({ cell }) => cell('as'))
    expect(new Set(used)).toEqual(new Set(rowsOf('Credentials', platform).map(({ name }) => name)))
  })
})
