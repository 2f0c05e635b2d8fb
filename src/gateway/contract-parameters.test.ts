import { describe, expect, test } from 'vitest'

import { fill, isTrue, keep } from './contract-statement.ts'
import { contractTables } from './contract-table.ts'
import { createWorld } from './contract-world.ts'

const platformOf = (name: string) => (name === 'Notiflows' ? 'Notiflows' : 'NotificationAPI')
const switches = { NotificationAPI: { logQueryPolls: 0 }, Notiflows: {} }
const worldOf = (name: string) => createWorld(platformOf(name), switches[platformOf(name)])

/** A body without what is at a path like `channel_settings[].settings`. */
function bodyWithout(body: unknown, [name = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(body)) return body.map((item) => bodyWithout(item, [name, ...rest]))
  if (name === '') return bodyWithout(body, rest)
  const fields = Object.entries(Object(body))
  return Object.fromEntries(
    rest.length === 0
      ? fields.filter(([field]) => field !== name)
      : fields.map(([field, inner]) => [field, field === name ? bodyWithout(inner, rest) : inner]),
  )
}

/** An example without one of its parameters. Throws when it does not have it. */
function without(example: string, parameter: string): string {
  const [, path = '', query = '', body] = /^([^?\s]+)(?:\?(\S*))?(?: (.+))?$/.exec(example) ?? []
  const pairs = query.split('&')
  const others = pairs.filter((pair) => !pair.startsWith(`${parameter}=`))
  const less =
    body === undefined
      ? ''
      : JSON.stringify(bodyWithout(JSON.parse(body), parameter.replaceAll('[]', '').split('.')))
  if (others.length === pairs.length && less === (body ?? ''))
    throw new Error(`No ${parameter} in ${example}`)
  return `${path}${query === '' ? '' : '?'}${others.join('&')}${body === undefined ? '' : ` ${less}`}`
}

describe.each(contractTables('Parameters', import.meta.url))(
  'parameters of $name have an effect',
  ({ name: platform, rows }) => {
    const known = worldOf(platform).kept

    /** What comes of an example in a world of its own: the answer, or what is read after it. */
    const outcome = async (method: string, as: string, example: string, after: string) => {
      const { send, kept } = worldOf(platform)
      for (const [name, value] of known) kept.set(name, value)
      const { body } = await send(as, method, example)
      if (after === '') return body
      for (const [name, value] of Object.entries(Object(body)))
        if (typeof value === 'string') kept.set(name, value)
      return (await send(as, 'GET', after)).body
    }

    const cases = rows.map((row) => [row.title, row.cell('parameter'), row] as const)
    test.each(cases)('%s: %s', async (_title, parameter, { name, cell }) => {
      const [method = ''] = name.split(' ')
      const ask = (example: string) => outcome(method, cell('as'), example, cell('read after'))
      const statement = fill(cell('then'), known)
      const answer = await ask(cell('example'))
      expect([statement, isTrue(statement, answer)]).toEqual([statement, true])
      const other = await ask(without(cell('example'), parameter))
      expect([`without: ${statement}`, isTrue(statement, other)]).toEqual([
        `without: ${statement}`,
        false,
      ])
      keep(cell('keeps'), answer, known)
    })
  },
)
