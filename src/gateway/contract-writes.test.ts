import { isDeepStrictEqual } from 'node:util'

import { describe, expect, test } from 'vitest'

import { full } from '#src/platforms/testing/full-user.ts'

import { withValue } from './contract-reading.ts'
import { valuesAt } from './contract-statement.ts'
import { contractTables } from './contract-table.ts'
import { createWorld } from './contract-world.ts'

/** A record that each field is written with. */
const { lastSeenTime: _l, updatedAt: _u, createdAt: _c, emailSuppressionStatus: _e, ...user } = full
const platforms = [
  { name: 'NotificationAPI', as: 'basic', base: user, own: 'id' },
  { name: 'Notiflows', as: 'pair', base: { email: 'a@orchard.test' }, own: 'external_id' },
] as const

describe.each(platforms)('a user who is written on $name', ({ name, as, base, own }) => {
  const cases = contractTables(`Fields of ${name}`, import.meta.url)
    .filter(({ columns }) => columns.includes('written'))
    .flatMap(({ text, rows }) => {
      const [sentence = ''] = /Written by .+/.exec(text) ?? []
      const calls = [...sentence.matchAll(/`([^`]+)`/g)].map(([, call = '']) => call)
      return calls.flatMap((call) => rows.map((row) => [call, row.name, row] as const))
    })

  test.each(cases)('%s: %s', async (call, field, { cell }) => {
    const { send } = createWorld(name)
    const given: unknown = JSON.parse(cell('example'))
    const id = field === own ? String(given) : 'new-77'
    const [method = '', template = ''] = call.split(' ')
    const path = template
      .replace('{clientId}', 'env_stag_4m7')
      .replace(/\{\w+\}$/, encodeURIComponent(id))
    const record = withValue({ ...base, ...(own === 'id' ? { id } : {}) }, field, given)
    const written = await send(as, method, `${path} ${JSON.stringify(record)}`)
    expect(written.status).toBeLessThan(300)
    const { body } = await send(as, 'GET', path)
    expect(body).toEqual(written.body)
    const values = valuesAt(body, field)
    const fate = isDeepStrictEqual(values, [given]) ? 'kept' : 'ignored'
    expect([values, fate]).toEqual([values, cell('written')])
  })
})
