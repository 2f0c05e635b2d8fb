import * as z from 'zod'

import { isObject } from '#src/platforms/redact.ts'

type Check = (value: unknown) => boolean

const isUnchecked = ({ def }: z.ZodString): boolean => (def.checks ?? []).length === 0

/** The check of one part of a schema; of a kind that wires hardly have, zod's own. */
function checkOf(schema: z.core.$ZodType): Check {
  if (schema instanceof z.ZodOptional) {
    const inner = checkOf(schema.unwrap())
    return (value) => value === undefined || inner(value)
  }
  if (schema instanceof z.ZodNullable) {
    const inner = checkOf(schema.unwrap())
    return (value) => value === null || inner(value)
  }
  if (schema instanceof z.ZodString && isUnchecked(schema))
    return (value) => typeof value === 'string'
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodUnknown) return Array.isArray
  if (schema instanceof z.ZodObject && schema.def.catchall === undefined) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
    const fields = Object.entries(shape).map(([name, field]) => [name, checkOf(field)] as const)
    return (value) => isObject(value) && fields.every(([name, check]) => check(value[name]))
  }
  return (value) => z.safeParse(schema, value).success
}

const checks = new WeakMap<z.core.$ZodType, Check>()

/**
 * Whether a schema takes a value as it is; it must be one that changes nothing in what it takes. For the
 * records of a page, nearly all of which fit: zod makes a copy of each, and that takes five times as long.
 */
export function fits<T>(schema: z.ZodType<T>, value: unknown): value is T {
  const known = checks.get(schema)
  if (known !== undefined) return known(value)
  const check = checkOf(schema)
  checks.set(schema, check)
  return check(value)
}
