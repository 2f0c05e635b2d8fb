import * as z from 'zod'

/**
 * How a value is written: `string`, `number`, `boolean`, `time` (ISO 8601), `object` (left open), the name of
 * a type, a part or a set of words. `Page<User>`: the type `Page` with users for its `T`. `[]` behind it: a list
 * of them; `{}`: a map. `?` at the end: may be absent or null.
 */
export type Kind = string
export type Fields = Readonly<Record<string, Kind>>

export type Call = {
  readonly query?: readonly string[]
  /** The fields of the body by their paths. */
  readonly body?: readonly string[]
  /** What it answers when all is well; absent where nothing is published, or nothing comes. */
  readonly answer?: Kind
  /** The emulator has no such call and answers 404. */
  readonly emulated?: false
}

/** A platform's contract as this project knows it: a list to hold the page and the emulator against. */
export type Contract = {
  readonly name: 'NotificationAPI' | 'Notiflows'
  /** The ways to authenticate, by the words of docs/contracts.md. */
  readonly credentials: readonly string[]
  readonly calls: Readonly<Record<string, Call>>
  readonly types: Readonly<Record<string, Fields>>
  /** Objects inside types; the page shows their fields as fields of the type. */
  readonly parts: Readonly<Record<string, Fields>>
  readonly words: Readonly<Record<string, readonly string[]>>
  /** Types of which only some fields are published, or matter. */
  readonly openTypes: readonly string[]
  /** By status and code: the fields that tell more, and headers. */
  readonly errors: Readonly<Record<string, readonly string[]>>
}

const readKind = (kind: Kind) => {
  const [, base = '', of = '', many = '', optional] =
    /^(\w+)(?:<(\w+)>)?(\[\]|\{\})?(\?)?$/.exec(kind) ?? []
  if (base === '') throw new Error(`“${kind}” is no kind of value.`)
  return { base, of, many, optional: optional === '?' }
}

/** The fields of a type by path, the parts inside it opened: `device.model`, `replies[].date`. With their kinds. */
export function fieldsOf(contract: Contract, type: string): ReadonlyMap<string, Kind> {
  const fields = contract.types[type] ?? contract.parts[type]
  if (fields === undefined) throw new Error(`${contract.name} has no type ${type}.`)
  return new Map(
    Object.entries(fields).flatMap(([name, kind]) => {
      const { base, many } = readKind(kind)
      if (contract.parts[base] === undefined) return [[name, kind] as const]
      return [...fieldsOf(contract, base)].map(
        ([path, inner]) => [`${name}${many}.${path}`, inner] as const,
      )
    }),
  )
}

const plain: Readonly<Record<string, z.ZodType>> = {
  string: z.string(),
  number: z.number(),
  boolean: z.boolean(),
  time: z.iso.datetime({ offset: true }),
  object: z.looseObject({}),
  T: z.unknown(),
}

/** Reads a value of a kind. Strict: a field that the contract does not name fails, but in open types. */
export function schemaOf(contract: Contract, kind: Kind): z.ZodType {
  const { base, of, many, optional } = readKind(kind)
  const one = baseSchema(contract, base, of)
  const all = many === '[]' ? z.array(one) : many === '{}' ? z.record(z.string(), one) : one
  return optional ? all.nullish() : all
}

function baseSchema(contract: Contract, base: string, of: string): z.ZodType {
  const known = plain[base]
  if (known !== undefined) return known
  const words = contract.words[base]
  if (words !== undefined) return z.enum(words)
  const fields = contract.types[base] ?? contract.parts[base]
  if (fields === undefined) throw new Error(`${contract.name} has no type ${base}.`)
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, kind]) => [
      name,
      schemaOf(contract, of === '' ? kind : kind.replace(/^T\b/, of)),
    ]),
  )
  return contract.openTypes.includes(base) ? z.looseObject(shape) : z.strictObject(shape)
}
