import type { Json } from '#src/domain/json.ts'
import type { User } from '#src/domain/user.ts'

type Attributes = User['attributes']

/** An attribute as short text: a text as it is, anything else as compact JSON, null for none. */
export function attributeText(attributes: Attributes, key: string): string | null {
  // A key may be called like something that every object has.
  const value: Json | undefined = Object.hasOwn(attributes, key) ? attributes[key] : undefined
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The keys of all attributes that any of the users has, by the alphabet. */
export const attributeKeys = (
  users: readonly { readonly attributes: Attributes }[],
): readonly string[] =>
  [...new Set(users.flatMap(({ attributes }) => Object.keys(attributes)))].toSorted((one, other) =>
    one.localeCompare(other, 'en'),
  )
