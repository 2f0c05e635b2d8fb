import { describe, expect, test } from 'vitest'
import { untold } from '#src/domain/told.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { valueOf } from '#src/platforms/testing/deps.ts'
import { full } from '#src/platforms/testing/full-user.ts'
import { translators } from '#src/platforms/testing/translators.ts'
import { userShape } from '#src/platforms/testing/user-shape.ts'

const { toUser, toRaw } = translators().notificationApi

type Path = readonly (string | number)[]

/** Every path of a value; of an array, that of its elements. */
const pathsOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, field]) => {
        const here: Path = [...path, Array.isArray(value) ? Number(name) : name]
        return [here].concat(pathsOf(field, here))
      })
    : []

/** A copy with another value at one path. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value))
    return value.map((item: unknown, i) => (i === key ? replaced(item, rest, by) : item))
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {})
  return Object.fromEntries(
    entries.map(([name, field]) => [name, name === key ? replaced(field, rest, by) : field]),
  )
}

const recordWith = (path: Path, by: unknown): Record<string, unknown> => ({
  ...full,
  ...Object(replaced(full, path, by)),
})

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value

const at = (path: Path): unknown => path.reduce<unknown>((value, key) => Object(value)[key], full)

/** What a fault in this field of the wire must leave as it was. */
function untouchedBy(field: string, { email, phone, timezone, createdAt, facts }: UserFacts) {
  const parts = new Map<string, unknown>([
    ['email', email],
    ['number', phone],
    ['timezone', timezone],
    ['createdAt', createdAt],
    ['pushTokens', facts.devices],
    ['webPushTokens', facts.subscriptions],
    ['slackToken', facts.slack],
    ['slackChannel', facts.slack],
    ['emailSuppressionStatus', facts.suppression],
  ])
  parts.delete(field)
  if (field.startsWith('slack')) {
    parts.delete('slackToken')
    parts.delete('slackChannel')
  }
  return Object.fromEntries(parts)
}

/** A copy without one path. */
const without = (path: Path): Record<string, unknown> =>
  JSON.parse(JSON.stringify(recordWith(path, undefined)))

const wrong = [0, 42, true, '', 'text', [], [1, null], {}, { a: 1 }]
// Nothing in these is read, so nothing in them can be wrong.
const opaque = /details(?:\.|$)|incoming_webhook\.url/
const secrets =
  /apn-push-token-0001|endpoint-path-0001|slack-(?:access|refresh|user)-token-1|secret01/

/** The value with two more fields in every object of it, one of them a secret by its name. */
function widened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(widened)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [name, widened(field)] as const)
  return { ...Object.fromEntries(fields), new_field: 'seen', new_token: 'CANARY-of-tomorrow' }
}

test('B01: unknown fields at every level change nothing, are kept, and are hidden by their names', () => {
  const record = { ...Object(widened(full)) }
  const objects = JSON.stringify(record).split('"new_field"').length - 1
  expect(objects).toBeGreaterThanOrEqual(10)
  const [user, whole] = [toUser(record), toUser(full)]
  const details = { ...Object(whole.facts.suppression?.details), new_field: 'seen' }
  expect({ ...user, attributes: {}, facts: { ...user.facts, suppression: null } }).toEqual({
    ...whole,
    facts: { ...whole.facts, suppression: null },
  })
  expect(user.facts.suppression?.details).toMatchObject(details)
  expect(user.attributes).toMatchObject({ new_field: 'seen', new_token: { redacted: true } })
  const raw = JSON.stringify(toRaw(record))
  expect(raw.split('"new_field":"seen"')).toHaveLength(objects + 1)
  expect(JSON.stringify([user, raw])).not.toContain('CANARY')
})

describe('B02: a field of the wrong type costs itself alone', () => {
  const whole = toUser(full)
  const paths = pathsOf(full).filter(([first]) => first !== 'id')

  test('there are as many cases as the check wants', () => {
    expect(paths.length * wrong.length).toBeGreaterThanOrEqual(320)
  })

  test.each(paths.map((path) => [path.join('.'), path] as const))('%s', (_name, path) => {
    const top = String(path[0])
    for (const value of wrong) {
      const record = recordWith(path, value)
      const user = toUser(record)
      expect(userShape.safeParse(user).error).toBeUndefined()
      expect(untouchedBy(top, user)).toEqual(untouchedBy(top, whole))
      expect(JSON.stringify([user, toRaw(record)])).not.toMatch(secrets)
    }
  })

  test.each(
    paths.map((path) => [path.join('.'), path] as const).filter(([name]) => !opaque.test(name)),
  )('%s of another type is marked, and can still be seen', (name, path) => {
    for (const value of wrong.filter((other) => typeOf(other) !== typeOf(at(path)))) {
      const user = toUser(recordWith(path, value))
      const marks = user.malformed.map((mark) => mark.replaceAll(/\[(\d+)\]/g, '.$1'))
      // The place itself, one above it, or the one below it that is missed now.
      expect(marks.filter((mark) => name.startsWith(mark) || mark.startsWith(name))).not.toEqual([])
      expect(Object.keys(user.attributes)).toContain(path[0])
    }
  })

  test('null is no fault', () => {
    for (const path of paths.filter((each) => typeof each.at(-1) === 'string' && each.length === 1))
      expect(toUser(recordWith(path, null)).malformed).toEqual([])
  })

  test('null and missing are alike at every level, and leave the rest as it is', () => {
    for (const path of paths) {
      const top = String(path[0])
      // An entry of a list that is null is no entry; what is in the details is the platform's.
      const isOther = typeof path.at(-1) === 'number' || path.includes('details')
      const [asNull, asMissing] = [recordWith(path, null), without(path)].map((one) => toUser(one))
      if (asNull === undefined || asMissing === undefined) throw new Error('unreachable')
      expect(userShape.safeParse(asNull).error).toBeUndefined()
      expect(untouchedBy(top, asNull)).toEqual(untouchedBy(top, whole))
      if (isOther) continue
      expect(asNull.facts).toEqual(asMissing.facts)
      expect(asNull.malformed).toEqual(asMissing.malformed)
    }
  })

  test('what cannot be read is not told, which is not the same as none', () => {
    const failed = untold('failed')
    expect(toUser({ pushTokens: 'x' }).facts.devices).toEqual(failed)
    expect(toUser({ webPushTokens: {} }).facts.subscriptions).toEqual(failed)
    expect(toUser({ slackToken: 'x', slackChannel: '#a' }).facts.slack).toEqual(failed)
    expect(toUser({ slackToken: { ok: true }, slackChannel: 7 }).facts.slack).toEqual(failed)
    expect(toUser({ emailSuppressionStatus: 'Bounce' }).facts.suppression).toBeUndefined()
  })

  test('one bad device costs no other', () => {
    const good = { type: 'FCM', token: 'push-token-1' }
    const user = toUser({ pushTokens: [null, 5, good, { type: 'FCM' }, { ...good, device: 'x' }] })
    expect(valueOf(user.facts.devices)).toHaveLength(2)
    expect(user.malformed).toEqual([
      'pushTokens[0]',
      'pushTokens[1]',
      'pushTokens[3].token',
      'pushTokens[4].device',
    ])
  })
})
