import type { NotificationapiEnvironment } from '#src/emulator/environments.ts'
import { Rounds } from '#src/emulator/history/rounds.ts'
import { days } from '#src/emulator/instants.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'
import { opaqueForm } from '#src/emulator/random/ids.ts'

import { kinds, type Kind } from './kinds.ts'
import { describeSending, type Log, type Sending } from './log-record.ts'
import type { Preferences } from './preferences.ts'
import type { User } from './wire.ts'

/** Days that logs are kept, and that the made-up history therefore spans. */
export const retentionInDays = 30

const sendingsEach = 4

export type LogFilter = {
  readonly userId?: string | undefined
  /** Epoch ms, both ends included. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Only what comes after this row in a list that is newest first. */
  readonly after?: Row | undefined
  readonly types?: readonly string[] | undefined
  readonly matches?: (log: Log) => boolean
}

export type LogsOptions = {
  readonly environment: NotificationapiEnvironment
  readonly accountId: string
  readonly now: number
  readonly fixtures: readonly User[]
  /** The generated people: how many, who each was when the history was made, and the number of an id. */
  readonly count: number
  readonly make: (index: number) => User
  readonly indexOf: (id: string) => number | null
  readonly preferences: Preferences
}

/** Where a log stands in a list: by its instant (epoch ms), and among others of the same instant by its id. */
export type Row = { readonly at: number; readonly trackingId: string }

export type Entry = { readonly at: number; readonly log: Log }

// A question that hardly anything matches ends here rather than read ten million people's history.
const budget = 30_000

/**
 * The log of what one environment sent in the days that logs are kept: a pure function of (environment,
 * user), so that any stretch of it costs the same. People written since have none: nothing was sent.
 */
export class Logs {
  readonly #options: LogsOptions
  readonly #rounds: Rounds
  readonly #seed: number
  readonly #tracking: ReturnType<typeof opaqueForm>
  #fixtureEntries: readonly Entry[] | null = null

  constructor(options: LogsOptions) {
    const { environment, count, now } = options
    this.#options = options
    this.#seed = hashText(`${environment.clientId} logs`)
    this.#tracking = opaqueForm(`${environment.clientId} logs`, 'trk_')
    const from = Math.floor((now - days(retentionInDays)) / 1000) * 1000
    this.#rounds = new Rounds({
      people: count,
      rounds: sendingsEach,
      seed: this.#seed,
      from,
      to: now,
    })
  }

  /** Up to `max` logs that match, newest first; `complete` when no older one was left unread. */
  find(filter: LogFilter, max: number): { readonly entries: Entry[]; readonly complete: boolean } {
    const { types } = filter
    if (types !== undefined && !kinds.some(({ id }) => types.includes(id))) {
      return { entries: [], complete: true }
    }
    const fits = ({ at, log }: Entry) =>
      at >= (filter.from ?? 0) &&
      at <= (filter.to ?? Infinity) &&
      (filter.after === undefined || order(filter.after, rowOf({ at, log })) < 0) &&
      (types?.includes(String(log['type'])) ?? true) &&
      (filter.userId === undefined || log['user_id'] === filter.userId) &&
      (filter.matches?.(log) ?? true)
    const extras = this.#fixtures().filter(fits)
    if (filter.userId !== undefined) {
      const index = this.#options.indexOf(filter.userId)
      const turns = index === null ? [] : this.#rounds.turnsOf(index)
      const own = turns.flatMap((turn) => this.#entryAt(turn) ?? []).filter(fits)
      return { entries: newestFirst([...own, ...extras]).slice(0, max), complete: true }
    }
    const first = this.#rounds.firstSince(filter.from ?? 0)
    const newest = Math.min(filter.to ?? Infinity, filter.after?.at ?? this.#options.now)
    let turn = this.#rounds.firstSince(newest + 1)
    const last = Math.max(first, turn - budget)
    const entries: Entry[] = []
    while (turn > last && entries.length < max) {
      turn -= 1
      if (types !== undefined && !types.includes(this.#kindAt(turn).kind.id)) continue
      const entry = this.#entryAt(turn)
      if (entry !== null && fits(entry)) entries.push(entry)
    }
    const read = turn > first ? this.#rounds.instantOf(turn) : 0
    const merged = newestFirst([...entries, ...extras.filter(({ at }) => at >= read)])
    return { entries: merged.slice(0, max), complete: turn === first || merged.length >= max }
  }

  /** The log of a tracking id, or null. */
  get(trackingId: string): Log | null {
    const found = this.#fixtures().find(({ log }) => log.trackingId === trackingId)
    if (found !== undefined) return found.log
    const turn = this.#tracking.read(trackingId)
    if (turn === null || turn >= this.#rounds.length) return null
    return this.#entryAt(turn)?.log ?? null
  }

  #kindAt(turn: number): { readonly kind: Kind; readonly dice: Dice } {
    const dice = new Dice(this.#seed, turn)
    return { kind: dice.pick(kinds), dice }
  }

  /** What was sent at a turn, or null when the person was not there yet, or got nothing. */
  #entryAt(turn: number): Entry | null {
    const { kind, dice } = this.#kindAt(turn)
    if (dice.chance(12)) return null
    const user = this.#options.make(this.#rounds.personAt(turn))
    const at = this.#rounds.instantOf(turn)
    if (user.createdAt !== undefined && Date.parse(user.createdAt) > at) return null
    const trackingId = this.#tracking.write(turn)
    return { at, log: this.#describe({ trackingId, kind, user, at, dice, isRoutedAway: true }) }
  }

  /** Every fixture got each notification once: whatever can go wrong with them is to be seen. */
  #fixtures(): readonly Entry[] {
    this.#fixtureEntries ??= newestFirst(
      this.#options.fixtures.flatMap((user) => this.#ofFixture(user)),
    )
    return this.#fixtureEntries
  }

  #ofFixture(user: User): Entry[] {
    const { now } = this.#options
    const dice = new Dice(hashText(user.id, this.#seed), 0)
    const since = Math.max(
      Date.parse(user.createdAt ?? '2026-01-01T00:00:00Z'),
      now - days(retentionInDays),
    )
    return kinds.map((kind, place) => {
      const at = Math.floor(since + ((now - since) * (place + dice.unit())) / kinds.length)
      const trackingId = `trk-${dice.hex(12)}`
      return { at, log: this.#describe({ trackingId, kind, user, at, dice, isRoutedAway: false }) }
    })
  }

  #describe(sending: Omit<Sending, 'accountId' | 'environment' | 'isOff'>): Log {
    const { environment, accountId, preferences } = this.#options
    const isOff = preferences.wasOff(sending.user.id, sending.kind.id)
    return describeSending({ ...sending, accountId, environment, isOff })
  }
}

export const rowOf = ({ at, log: { trackingId } }: Entry): Row => ({ at, trackingId })

const order = (a: Row, b: Row): number =>
  b.at - a.at || Number(a.trackingId > b.trackingId) - Number(a.trackingId < b.trackingId)

/** The order of every list of logs (§3): newest first, and those of one instant always alike. */
export const newestFirst = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted((a, b) => order(rowOf(a), rowOf(b)))
