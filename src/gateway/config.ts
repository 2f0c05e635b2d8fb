import { isLoopback } from './base-url.ts'
import {
  type AccountSettings,
  type Env,
  type EnvironmentSettings,
  readEnvironments,
  readMask,
} from './config-file.ts'

/** Everything the operator can set. Read once, at the start. */
export type Settings = {
  readonly host: string
  /** 0 means any free port. */
  readonly port: number
  /** The token that the operator chose, or null. */
  readonly token: string | null
  readonly allowedHosts: readonly string[]
  readonly dataDirectory: string
  /** Whether email addresses and phone numbers are masked in every answer. */
  readonly mask: boolean
  readonly emulator: { readonly port: number; readonly users: number }
  /** Null without a configuration file: then the emulator's own environments are used. */
  readonly environments: readonly (EnvironmentSettings | AccountSettings)[] | null
}

export type ConfigResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] }

const defaultFile = 'rollcall.config.json'

// A variable that is blank is one that is not set.
const variableIn = (env: Env, name: string): string | null => {
  const value = env[name]?.trim()
  return value === undefined || value === '' ? null : value
}

/** Where Rollcall keeps its files, from the working directory. */
export const dataDirectoryIn = (env: Env): string => variableIn(env, 'ROLLCALL_DATA') ?? 'data/'

const whole = (text: string, min: number, max: number): number | null => {
  const value = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : null
}

const readFileJson = (
  path: string,
  name: string,
  readFile: (path: string) => string | null,
  report: (problem: string) => void,
): { readonly json: unknown } | null => {
  let text: string | null
  try {
    text = readFile(path)
  } catch {
    report(`${name}: cannot be read`)
    return null
  }
  if (text === null) {
    if (name !== defaultFile) report(`${name}: there is no such file`)
    return null
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/u, '')) }
  } catch {
    // The parser's message quotes the text (check 0.9), so it is dropped.
    report(`${name}: is not valid JSON`)
    return null
  }
}

/**
 * Reads the configuration, and names every mistake at once: the variable or the path in the file and
 * what is expected there, never a value.
 * @param readFile gives a file's text, null when there is none, and throws when it cannot be read
 * @param argv the command line behind the program's own name
 */
export const readConfig = (
  env: Env,
  readFile: (path: string) => string | null,
  argv: readonly string[] = [],
): ConfigResult => {
  const problems: string[] = []
  const report = (problem: string) => {
    problems.push(problem)
  }
  // A blank variable is what a shell or a compose file makes of an unset one.
  const variable = (name: string) => variableIn(env, name)
  const number = (name: string, fallback: number, min: number, max: number) => {
    const text = variable(name)
    if (text === null) return fallback
    const value = whole(text, min, max)
    if (value === null) report(`${name}: must be a whole number from ${min} to ${max}`)
    return value ?? fallback
  }

  if (argv.length > 0) {
    report(
      'The command line takes no arguments: every process of this machine can read them. Use the environment or the configuration file.',
    )
  }

  const host = variable('HOST') ?? '127.0.0.1'
  if (!isLoopback(host)) {
    report(
      'HOST: must be a loopback address (127.0.0.1, ::1 or localhost). Others would let the whole network in, and there is no login yet.',
    )
  }

  const token = variable('ROLLCALL_TOKEN')
  if (token !== null && !/^[\w.~+/=-]{8,512}$/u.test(token)) {
    report('ROLLCALL_TOKEN: must be 8 to 512 letters, digits or any of - . _ ~ + / =')
  }

  const hosts = (variable('ROLLCALL_ALLOWED_HOSTS') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  if (
    !hosts.every((name) =>
      /^(?:[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/u.test(name),
    )
  ) {
    report('ROLLCALL_ALLOWED_HOSTS: must be names, perhaps with a port, separated by commas')
  }

  // It can only add to what the file says, so that nobody's addresses are unmasked by a stray variable.
  const mask = variable('ROLLCALL_MASK') ?? '0'
  if (mask !== '0' && mask !== '1') report('ROLLCALL_MASK: must be 1 or 0')

  const path = variable('ROLLCALL_CONFIG')
  const name = path === null ? defaultFile : 'ROLLCALL_CONFIG'
  const file = readFileJson(path ?? defaultFile, name, readFile, report)
  const isMaskedByFile = file !== null && readMask(file.json, name, report)
  const settings: Settings = {
    host,
    port: number('PORT', 4310, 0, 65_535),
    token,
    allowedHosts: hosts,
    dataDirectory: dataDirectoryIn(env),
    mask: mask === '1' || isMaskedByFile,
    emulator: {
      port: number('ROLLCALL_EMULATOR_PORT', 4311, 0, 65_535),
      users: number('ROLLCALL_EMULATOR_USERS', 100_000, 0, 100_000_000),
    },
    environments: file === null ? null : readEnvironments(file.json, name, env, report),
  }
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems }
}
