import type { Json } from '#src/domain/json.ts'
import { told, untold, type Told } from '#src/domain/told.ts'
import type { ChannelFacts, EmailSuppression, UserFacts } from '#src/domain/user.ts'
import { createGuard, type Guard } from '#src/platforms/guard.ts'
import type { Needles } from '#src/platforms/needles.ts'
import {
  readDevices,
  readSubscriptions,
  type Reading,
} from '#src/platforms/notificationapi/devices.ts'
import { readSlackConnection } from '#src/platforms/notificationapi/slack.ts'
import {
  knownFields,
  userSpec,
  wireSuppression,
  wireUser,
} from '#src/platforms/notificationapi/wire.ts'
import type { Fingerprinter } from '#src/platforms/platform.ts'
import { leftovers, readText, readTime, type WireRecord } from '#src/platforms/record.ts'
import { open, redact, secretsIn } from '#src/platforms/redact.ts'
import { createFaults, readTolerantly } from '#src/platforms/tolerant.ts'

export type Translator = {
  /** A user in the domain's words, under the id that was read from the record; free of secrets. */
  readonly toUser: (record: WireRecord, id: string) => UserFacts
  /** The record as it arrived, free of secrets. */
  readonly toRaw: (record: WireRecord) => Json
  /** Keeps the secrets of a user out of what else is told of them. */
  readonly guardFor: (record: WireRecord) => Guard
}

/**
 * Undefined, which is "not told", when there is a suppression whose reason cannot be read: null would
 * say that mail is not blocked (contract NotificationAPI §10), and that would be a guess.
 */
function readSuppression(value: unknown, reading: Reading): EmailSuppression | null | undefined {
  const { guard, faults } = reading
  const wire = readTolerantly(wireSuppression, value, 'emailSuppressionStatus', faults)
  if (wire === null) return value === null || value === undefined ? null : undefined
  if (wire.reason === null || wire.reason === undefined) {
    faults.note('emailSuppressionStatus.reason')
    return undefined
  }
  return { reason: wire.reason, details: redact(wire.details, open, guard) }
}

function readFacts(record: WireRecord, wire: WireFields, reading: Reading): ChannelFacts {
  // Absent from `wire` but there in the record: it could not be read, so nothing was told of it.
  const isUnread = (name: 'pushTokens' | 'webPushTokens' | 'slackToken' | 'slackChannel') =>
    isThere(record[name]) && !isThere(wire[name])
  // Lists come last: a long one may use up all the room for faults, and verdicts rest on the others'.
  const suppression = readSuppression(record['emailSuppressionStatus'], reading)
  const slack: ChannelFacts['slack'] =
    isUnread('slackToken') || isUnread('slackChannel')
      ? untold('failed')
      : told({
          destination: readText(wire.slackChannel, reading.guard),
          connection: told(readSlackConnection(record['slackToken'], reading)),
        })
  return {
    suppression,
    devices: isUnread('pushTokens')
      ? untold('failed')
      : unlessAllUnreadable(wire.pushTokens, readDevices(wire.pushTokens ?? [], reading)),
    subscriptions: isUnread('webPushTokens')
      ? untold('failed')
      : unlessAllUnreadable(
          wire.webPushTokens,
          readSubscriptions(wire.webPushTokens ?? [], reading),
        ),
    slack,
  }
}

type WireFields = NonNullable<ReturnType<typeof readWire>>
const readWire = (record: WireRecord, reading: Reading) =>
  readTolerantly(wireUser, record, '', reading.faults)

const isThere = (value: unknown): boolean => value !== null && value !== undefined

const addressesOf = ({ email, number, timezone }: WireRecord) => [email, number, timezone]

/**
 * Translates users of one environment (contract NotificationAPI §4, §10). `credentials` are sought in
 * everything; the record's own secrets are sought in the rest of the record. Never fails: what cannot
 * be read is absent, and its path is in `malformed`.
 */
export function createTranslator(
  environment: string,
  fingerprint: Fingerprinter,
  credentials: Needles,
): Translator {
  const guardFor = (record: WireRecord) =>
    createGuard(fingerprint, credentials, secretsIn(record, userSpec, addressesOf(record)))

  return {
    guardFor,
    toUser: (record, id) => {
      const reading: Reading = { guard: guardFor(record), faults: createFaults(), fingerprint }
      const { guard, faults } = reading
      const wire: WireFields = readWire(record, reading) ?? {}
      const createdAt = readTime(wire.createdAt, 'createdAt', faults)
      const updatedAt = readTime(wire.updatedAt, 'updatedAt', faults)
      const lastSeenAt = readTime(wire.lastSeenTime, 'lastSeenTime', faults)
      const facts = readFacts(record, wire, reading)
      // Rounded by JSON.parse: two such users may have become one.
      if (typeof record['id'] === 'number' && !Number.isSafeInteger(record['id'])) faults.note('id')
      return {
        environment,
        id,
        platformId: null,
        name: null,
        avatarUrl: null,
        email: readText(wire.email, guard),
        phone: readText(wire.number, guard),
        locale: null,
        timezone: readText(wire.timezone, guard),
        createdAt,
        updatedAt,
        lastSeenAt,
        attributes: Object.fromEntries(
          leftovers(record, knownFields, { spec: userSpec, guard, faults }),
        ),
        malformed: faults.paths(),
        facts,
      }
    },
    toRaw: (record) => redact(record, userSpec, guardFor(record)),
  }
}

/** A list of which something is there but nothing can be read is not an empty one. */
const unlessAllUnreadable = <T>(
  given: readonly unknown[] | null | undefined,
  read: readonly T[],
): Told<readonly T[]> =>
  (given?.length ?? 0) > 0 && read.length === 0 ? untold('failed') : told(read)
