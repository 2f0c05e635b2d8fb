export type Settings = { readonly port: number; readonly users: number }

const readNumber = (
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  fallback: number,
  max: number,
): number => {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  // The value is not repeated: this prints to logs, and a variable may hold what was meant for another.
  if (!(value <= max)) throw new Error(`${name} must be a whole number from 0 to ${max}`)
  return value
}

/**
 * Reads the emulator's variables (design.md, "Interfaces that are fixed"). Fails with a message that
 * names the variable.
 */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => ({
  port: readNumber(env, 'ROLLCALL_EMULATOR_PORT', 4311, 65_535),
  users: readNumber(env, 'ROLLCALL_EMULATOR_USERS', 100_000, 100_000_000),
})
