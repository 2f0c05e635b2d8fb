import { parseSwitches, type SwitchOverrides } from './switches.ts'

type Variables = Readonly<Record<string, string | undefined>>

export type Settings = {
  readonly port: number
  readonly users: number
  readonly switches?: SwitchOverrides
}

const readNumber = (env: Variables, name: string, fallback: number, max: number): number => {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  // The value is not repeated: this prints to logs, and a variable may hold what was meant for another.
  if (!(value <= max)) throw new Error(`${name} must be a whole number from 0 to ${max}`)
  return value
}

const readSwitches = (env: Variables, name: string): Pick<Settings, 'switches'> => {
  const text = env[name]
  return text === undefined || text.trim() === '' ? {} : { switches: parseSwitches(name, text) }
}

/**
 * Reads the emulator's variables (design.md, "Interfaces that are fixed", and docs/emulator.md for
 * the switches). Fails with a message that names the variable.
 */
export const readSettings = (env: Variables): Settings => ({
  port: readNumber(env, 'ROLLCALL_EMULATOR_PORT', 4311, 65_535),
  users: readNumber(env, 'ROLLCALL_EMULATOR_USERS', 100_000, 100_000_000),
  ...readSwitches(env, 'ROLLCALL_EMULATOR_SWITCHES'),
})
