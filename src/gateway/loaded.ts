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

/** Enough for a long day's reading; some 50 MiB. */
const mostUsers = 100_000
const mostFound = 100
const together = 1000

export const emailKey = (email: string): string => `e ${comparableEmail(email)}`
export const phoneKey = (phone: string): string => `p ${comparablePhone(phone)}`
/** `hash`: a fingerprint's, of a push token or a web push endpoint. */
export const tokenKey = (hash: string): string => `t ${hash}`

/** Every key of a user, each once. */
const keysOf = ({ email, phone, facts }: UserFacts): Set<string> => {
  const keys = new Set<string>()
  if (email !== null && email !== '') keys.add(emailKey(email))
  if (phone !== null && comparablePhone(phone) !== '') keys.add(phoneKey(phone))
  if (facts.devices.told)
    for (const { token } of facts.devices.value) keys.add(tokenKey(token.hash))
  if (facts.subscriptions.told)
    for (const { endpoint } of facts.subscriptions.value) keys.add(tokenKey(endpoint.hash))
  return keys
}

type Seen = { readonly environment: string; readonly id: string; readonly keys: readonly string[] }

/** By key, who has it: nearly always one person, of whom a Set would take as much room as all else here. */
type Holders = Map<string, Seen | Set<Seen>>

function* take<T>(items: Iterable<T>, count: number): Iterable<T> {
  let left = count
  for (const item of items) {
    if (left === 0) return
    left -= 1
    yield item
  }
}

// An environment's id has no blank in it.
const nameOf = (environment: string, id: string) => `${environment} ${id}`

export const createLoaded = (most = mostUsers): Loaded => {
  // A Map keeps the order of insertion, so its first entry is the oldest.
  const seen = new Map<string, Seen>()
  const holders = new Map<string, Holders>()
  const counts = new Map<string, number>()

  const holdersIn = (environment: string): Holders => {
    const known = holders.get(environment)
    if (known !== undefined) return known
    const none: Holders = new Map()
    holders.set(environment, none)
    return none
  }

  const forget = (name: string, one: Seen) => {
    seen.delete(name)
    counts.set(one.environment, (counts.get(one.environment) ?? 1) - 1)
    const byKey = holdersIn(one.environment)
    for (const key of one.keys) {
      const found = byKey.get(key)
      if (found instanceof Set && found.size > 1) found.delete(one)
      else byKey.delete(key)
    }
  }

  const add = (name: string, one: Seen) => {
    seen.set(name, one)
    counts.set(one.environment, (counts.get(one.environment) ?? 0) + 1)
    const byKey = holdersIn(one.environment)
    for (const key of one.keys) {
      const found = byKey.get(key)
      if (found === undefined) byKey.set(key, one)
      else if (found instanceof Set) found.add(one)
      else byKey.set(key, new Set([found, one]))
    }
  }

  // The next to make room, the oldest last. Many at a time: a Map finds its first entry by passing all that
  // were ever taken away before it, and that took longer than all else of a page.
  let oldest: (readonly [name: string, one: Seen])[] = []

  const makeRoom = () => {
    while (seen.size > most) {
      const next = oldest.pop()
      if (next === undefined) oldest = [...take(seen, together)].toReversed()
      // Who was seen again since is no longer old.
      else if (seen.get(next[0]) === next[1]) forget(...next)
    }
  }

  return {
    remember: (users) => {
      for (const user of users) {
        const { environment, id } = user
        const name = nameOf(environment, id)
        const before = seen.get(name)
        const keys = keysOf(user)
        if (before !== undefined) {
          // What a list does not tell (Notiflows' devices) is not forgotten for having seen the list again.
          if (!user.facts.devices.told)
            for (const key of before.keys) if (key.startsWith('t ')) keys.add(key)
          forget(name, before)
        }
        add(name, { environment, id, keys: [...keys] })
        makeRoom()
      }
    },
    forget: (environment, id) => {
      const name = nameOf(environment, id)
      const before = seen.get(name)
      if (before !== undefined) forget(name, before)
    },
    find: (environment, keys) => {
      const byKey = holdersIn(environment)
      const ids = new Set<string>()
      for (const key of keys) {
        const found = byKey.get(key)
        const all = found === undefined ? [] : found instanceof Set ? found : [found]
        for (const { id } of all) if (ids.size < mostFound) ids.add(id)
      }
      return [...ids]
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
