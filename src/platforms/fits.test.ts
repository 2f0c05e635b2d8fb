import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import * as wire from '#src/platforms/notificationapi/wire.ts'

import { fits } from './fits.ts'

const others = z.object({
  short: z.string().max(2).nullish(),
  texts: z.array(z.string()).nullish(),
})
const schemas: Readonly<Record<string, z.ZodType>> = {
  user: wire.wireUser,
  push: wire.wirePushToken,
  webPush: wire.wireWebPushToken,
  slack: wire.wireSlackToken,
  suppression: wire.wireSuppression,
  others,
  closed: z.strictObject({ a: z.string().optional() }),
}

const plain = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    'text',
    'Bounce',
    0,
    1.5,
    Infinity,
    true,
    [],
    {},
    { more: 1 },
  ),
  fc.array(fc.constantFrom<unknown>('a', 1, null), { maxLength: 2 }),
)

/** Objects with some of the fields of a schema, and within them some of those within. */
const valuesOf = (schema: z.ZodType, depth = 0): fc.Arbitrary<unknown> => {
  const inner =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? schema.unwrap() : schema
  if (inner !== schema && inner instanceof z.ZodType) return valuesOf(inner, depth)
  if (!(inner instanceof z.ZodObject) || depth > 3) return plain
  const fields = Object.entries(inner.shape).flatMap(([name, field]) =>
    field instanceof z.ZodType ? [[name, valuesOf(field, depth + 1)] as const] : [],
  )
  const made = fc.record(Object.fromEntries(fields), { requiredKeys: [] })
  const few = fc.tuple(
    made,
    fc.subarray(
      fields.map(([name]) => name),
      { maxLength: Math.min(2, fields.length) },
    ),
  )
  const kept = few.map(([value, names]) =>
    Object.fromEntries(names.map((name) => [name, Object(value)[name]])),
  )
  return fc.oneof({ weight: 4, arbitrary: kept }, { weight: 2, arbitrary: made }, plain)
}

test.each(Object.entries(schemas))('what fits %s is what zod takes, as it is', (_, schema) => {
  fc.assert(
    fc.property(fc.oneof(valuesOf(schema), plain), (value) => {
      const read = schema.safeParse(value)
      expect(fits(schema, value)).toBe(read.success)
      expect({ ...Object(value) }).toMatchObject(Object(read.data))
    }),
    { numRuns: 1000 },
  )
})
