/** The paths of all values inside a record: `device.model`, `pushTokens[].token`. */
export const pathsOf = function* (value: unknown, path = ''): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* pathsOf(item, `${path}[]`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, inner] of Object.entries(value)) {
      yield* pathsOf(inner, path === '' ? field : `${path}.${field}`)
    }
  } else {
    yield path
  }
}
