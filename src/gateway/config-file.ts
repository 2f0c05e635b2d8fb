import * as z from 'zod'

import { type PlatformName, platformNames, type Stage, stages } from '#src/domain/environment.ts'
import { isJsonObject } from '#src/domain/json.ts'

import { readBaseUrl } from './base-url.ts'
import {
  type AccountCredential,
  type Credential,
  credentialFields,
  readAccountCredential,
  readCredential,
} from './credential.ts'

type EntrySettings = {
  readonly id: string
  readonly name: string
  readonly platform: PlatformName
  readonly baseUrl: string
  /** Null: as often as needed. */
  readonly requestsPerSecond: number | null
}

/** One environment as configured: what the app may know, and what only the adapter may. */
export type EnvironmentSettings = EntrySettings & {
  readonly discover: false
  readonly stage: Stage
  readonly credential: Credential
}

/** Stages by an environment's id or title; `*` is all others. */
export type StageMap = ReadonlyMap<string, Stage>

/** An account, which stands for the environments that it turns out to have. */
export type AccountSettings = EntrySettings & {
  readonly discover: true
  readonly stage: Stage | StageMap
  readonly credential: AccountCredential
}

export type Env = Readonly<Record<string, string | undefined>>

const secret = z
  .string('must be a text')
  .regex(/^[\x21-\x7e]+$/u, 'must be plain characters without blanks')
  .max(8192, 'is too long')
  .optional()

const oneStage = `must be one of ${stages.join(', ')}`
const stageSchema = z.enum(stages)

const entrySchema = z.strictObject({
  id: z.string('must be a text').regex(/^[a-z0-9-]{1,64}$/u, 'must be 1 to 64 of a-z, 0-9 and “-”'),
  name: z
    .string('must be a text')
    .refine((name) => name.trim() !== '', 'must not be blank')
    .max(200, 'is too long'),
  stage: z.union(
    [
      stageSchema,
      z.record(z.string(), stageSchema).transform((map) => new Map(Object.entries(map))),
    ],
    `${oneStage}, or with discover an object from an environment’s id or title to one of them`,
  ),
  platform: z.enum(platformNames, `must be one of ${platformNames.join(', ')}`),
  baseUrl: z.string('must be a text').transform((text, context) => {
    const read = readBaseUrl(text)
    if (read.ok) return read.url
    context.addIssue({ code: 'custom', message: read.reason })
    return z.NEVER
  }),
  requestsPerSecond: z
    .number('must be a number above 0')
    .positive('must be a number above 0')
    .max(1000, 'must be at most 1000')
    .nullable()
    .default(null),
  discover: z.boolean('must be true or false').default(false),
  ...Object.fromEntries(credentialFields.map((field) => [field, secret])),
})

type Report = (problem: string) => void

// A key may be a secret that slipped out of its place, so it is only repeated when it looks like a name.
const keyName = (key: PropertyKey) =>
  typeof key === 'string' && !/^[a-z][a-zA-Z]{0,23}$/u.test(key) ? '(unprintable)' : String(key)

const pathText = (path: readonly PropertyKey[]) =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${keyName(key)}`)).join('')

/** Replaces `${NAME}` in every text of an entry. A missing or blank variable is reported by its name. */
const expand = (value: unknown, env: Env, report: (name: string) => void): unknown => {
  if (typeof value === 'string') {
    return value.replaceAll(/\$\{([^}]*)\}/gu, (_, name: string) => {
      const found = /^[A-Za-z_]\w*$/u.test(name) ? env[name] : undefined
      if (found !== undefined && found.trim() !== '') return found
      report(/^[A-Za-z_]\w{0,63}$/u.test(name) ? name : '(unreadable name)')
      // Stands in, so that one missing variable is one problem.
      return 'https://missing.invalid'
    })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, expand(inner, env, report)] as const),
  )
}

const reportIssues = ({ issues }: z.ZodError, at: string, report: Report): void => {
  for (const issue of issues) {
    const where = `${at}${pathText(issue.path)}`
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) report(`${at}.${keyName(key)}: there is no such setting`)
    } else if (issue.code === 'invalid_type' && issue.path.length === 0) {
      report(`${where}: must be an object`)
    } else {
      report(`${where}: ${issue.message}`)
    }
  }
}

const readEntry = (
  raw: unknown,
  at: string,
  env: Env,
  report: Report,
): EnvironmentSettings | AccountSettings | null => {
  const entry = expand(raw, env, (name) =>
    report(`${at}: the environment variable ${name} is not set`),
  )
  const parsed = entrySchema.safeParse(entry)
  if (!parsed.success) {
    reportIssues(parsed.error, at, report)
    return null
  }
  const { id, name, stage, platform, baseUrl, requestsPerSecond, discover, ...fields } = parsed.data
  const entrySettings = { id, name, platform, baseUrl, requestsPerSecond }
  if (discover) {
    const credential = readAccountCredential(platform, fields)
    if (typeof credential !== 'string') return { ...entrySettings, discover, stage, credential }
    report(`${at}: ${credential}`)
    return null
  }
  if (typeof stage !== 'string') {
    report(`${at}.stage: ${oneStage}; an object goes with discover alone`)
    return null
  }
  const credential = readCredential(platform, fields)
  if (typeof credential !== 'string') return { ...entrySettings, discover, stage, credential }
  report(`${at}: ${credential}`)
  return null
}

const fileSchema = z.looseObject({ environments: z.array(z.unknown()).min(1) })
const settingNames: ReadonlySet<string> = new Set(['environments', 'privacy'])

const privacySchema = z.strictObject({ mask: z.boolean('must be true or false').default(false) })

/**
 * Whether the operator's file asks for masked addresses: `"privacy": { "mask": true }`. False where it
 * says nothing.
 * @param file the parsed JSON
 * @param name of the file, for messages
 * @param report is told of every problem: where it is and what is expected there, never a value
 */
export const readMask = (file: unknown, name: string, report: Report): boolean => {
  const privacy: unknown = isJsonObject(file) ? file['privacy'] : undefined
  const parsed = privacySchema.safeParse(privacy === undefined ? {} : privacy)
  if (parsed.success) return parsed.data.mask
  reportIssues(parsed.error, `${name}: privacy`, report)
  return false
}

/**
 * Reads the environments of a configuration, from the operator's file or the emulator's own list.
 * @param file the parsed JSON
 * @param name of the file, for messages
 * @param report is told of every problem: where it is and what is expected there, never a value
 * @returns the environments that are right, and the accounts whose environments are yet to be found
 */
export const readEnvironments = (
  file: unknown,
  name: string,
  env: Env,
  report: Report,
): readonly (EnvironmentSettings | AccountSettings)[] => {
  const parsed = fileSchema.safeParse(file)
  if (!parsed.success) {
    report(`${name}: must be { "environments": [ … ] } with at least one environment`)
    return []
  }
  for (const key of Object.keys(parsed.data)) {
    if (!settingNames.has(key)) report(`${name}: ${keyName(key)}: there is no such setting`)
  }
  const firstAt = new Map<string, number>()
  return parsed.data.environments.flatMap((raw, index) => {
    const at = `${name}: environments[${index}]`
    const entry = readEntry(raw, at, env, report)
    if (entry === null) return []
    const first = firstAt.get(entry.id)
    if (first !== undefined) {
      report(`${at}.id: is the same as that of environments[${first}]`)
      return []
    }
    firstAt.set(entry.id, index)
    return [entry]
  })
}
