import { comparableEmail, comparablePhone } from '#src/domain/filters.ts'
import type { Reason } from '#src/domain/reach.ts'
import type { UserFacts } from '#src/domain/user.ts'

/**
 * Who was loaded since Rollcall started, by what they can be told by: address, number, tokens. In this
 * process's memory alone, and only so many: the oldest make room.
 */
export type Loaded = {
  readonly remember: (users: readonly UserFacts[]) => void
  /** Somebody of whom the platform says that there is no such user any more. */
  readonly forget: (environment: string, id: string) => void
  /** The ids of an environment's users who have this key, in the order in which they were loaded. */
  readonly find: (environment: string, keys: readonly string[]) => readonly string[]
  /** How many users of the environment are known here. */
  readonly count: (environment: string) => number
}

/** Enough for a long day's reading; some 40 MiB. */
const mostUsers = 100_000
const mostFound = 100

export const emailKey = (email: string): string => `e ${comparableEmail(email)}`
export const phoneKey = (phone: string): string => `p ${comparablePhone(phone)}`
/** `hash`: a fingerprint's, of a push token or a web push endpoint. */
export const tokenKey = (hash: string): string => `t ${hash}`

/** Every key of a user, each once. */
const keysOf = ({ email, phone, facts }: UserFacts): readonly string[] => {
  const keys = new Set<string>()
  if (email !== null && email !== '') keys.add(emailKey(email))
  if (phone !== null && comparablePhone(phone) !== '') keys.add(phoneKey(phone))
  if (facts.devices.told)
    for (const { token } of facts.devices.value) keys.add(tokenKey(token.hash))
  if (facts.subscriptions.told)
    for (const { endpoint } of facts.subscriptions.value) keys.add(tokenKey(endpoint.hash))
  return [...keys]
}

type Seen = { readonly environment: string; readonly id: string; readonly keys: readonly string[] }

// An environment's id has no blank in it.
const nameOf = (environment: string, text: string) => `${environment} ${text}`

export const createLoaded = (most = mostUsers): Loaded => {
  // A Map keeps the order of insertion, so its first entry is the oldest.
  const seen = new Map<string, Seen>()
  const holders = new Map<string, Set<string>>()
  const counts = new Map<string, number>()

  const forget = (name: string, { environment, keys }: Seen) => {
    seen.delete(name)
    counts.set(environment, (counts.get(environment) ?? 1) - 1)
    for (const key of keys) {
      const full = nameOf(environment, key)
      const names = holders.get(full)
      names?.delete(name)
      if (names?.size === 0) holders.delete(full)
    }
  }

  const add = (name: string, one: Seen) => {
    seen.set(name, one)
    counts.set(one.environment, (counts.get(one.environment) ?? 0) + 1)
    for (const key of one.keys) {
      const full = nameOf(one.environment, key)
      const names = holders.get(full)
      if (names === undefined) holders.set(full, new Set([name]))
      else names.add(name)
    }
  }

  return {
    remember: (users) => {
      for (const user of users) {
        const { environment, id } = user
        const name = nameOf(environment, id)
        const before = seen.get(name)
        const keys = keysOf(user)
        // What a list does not tell (Notiflows' devices) is not forgotten for having seen the list again.
        const kept = before?.keys.filter((key) => key.startsWith('t ') && !user.facts.devices.told)
        if (before !== undefined) forget(name, before)
        add(name, { environment, id, keys: [...new Set([...keys, ...(kept ?? [])])] })
        for (const [oldest, entry] of seen) {
          if (seen.size <= most) break
          forget(oldest, entry)
        }
      }
    },
    forget: (environment, id) => {
      const name = nameOf(environment, id)
      const before = seen.get(name)
      if (before !== undefined) forget(name, before)
    },
    find: (environment, keys) => {
      const found = new Set<string>()
      for (const key of keys) {
        for (const name of holders.get(nameOf(environment, key)) ?? []) {
          const id = seen.get(name)?.id
          if (id !== undefined && found.size < mostFound) found.add(id)
        }
      }
      return [...found]
    },
    count: (environment) => counts.get(environment) ?? 0,
  }
}

/**
 * Who else has the same address, number or device, among the users loaded: one reason each, with the
 * others' ids and among how many was looked. Says nothing of users who were not loaded.
 */
export const sharedNotes = (loaded: Loaded, user: UserFacts): readonly Reason[] => {
  const { environment, id, email, phone, facts } = user
  const among = loaded.count(environment)
  const note = (code: Reason['code'], field: string, keys: readonly string[]) => {
    const users = loaded.find(environment, keys).filter((other) => other !== id)
    return users.length === 0 ? [] : [{ code, field, detail: { users, among } }]
  }
  // One of each place: which device, or browser, it is matters to whoever takes it away.
  const places = [
    ...(facts.devices.told
      ? facts.devices.value.map(({ token }, index) => [`push.devices.${index}`, token] as const)
      : []),
    ...(facts.subscriptions.told
      ? facts.subscriptions.value.map(
          ({ endpoint }, index) => [`webPush.subscriptions.${index}`, endpoint] as const,
        )
      : []),
  ]
  return [
    ...places.flatMap(([place, { hash }]) =>
      note('token-shared', `channels.${place}`, [tokenKey(hash)]),
    ),
    ...note('email-shared', 'email', email === null || email === '' ? [] : [emailKey(email)]),
    ...note(
      'phone-shared',
      'phone',
      phone === null || comparablePhone(phone) === '' ? [] : [phoneKey(phone)],
    ),
  ]
}
