import { isJsonObject, type Json } from '#src/domain/json.ts'
import { untold } from '#src/domain/told.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { createGuard, type Guard } from '#src/platforms/guard.ts'
import type { Needles } from '#src/platforms/needles.ts'
import {
  readDevices,
  readSlack,
  secretsInSettings,
  type Settings,
} from '#src/platforms/notiflows/channel-settings.ts'
import { knownFields, userSpec, wireUser } from '#src/platforms/notiflows/wire.ts'
import type { Fingerprinter } from '#src/platforms/platform.ts'
import { leftovers, readId, readText, readTime, type WireRecord } from '#src/platforms/record.ts'
import { open, redact, secretsIn } from '#src/platforms/redact.ts'
import { createFaults, readTolerantly, type Faults } from '#src/platforms/tolerant.ts'

export type Translator = {
  /** A user in the domain's words, under the external id that was read from the record; free of secrets. */
  readonly toUser: (record: WireRecord, id: string, settings?: Settings) => UserFacts
  /** The record as it arrived, free of secrets, also of copies of those in the settings. */
  readonly toRaw: (record: WireRecord, settings?: Settings) => Json
  /** Keeps the secrets of a user and their settings out of what else is told of them. */
  readonly guardFor: (record: WireRecord, settings?: Settings) => Guard
}

/** Not one word of this is on the user (contract Notiflows §8): not told, which is not the same as none. */
const nothingTold: Settings = { push: untold('platform'), chat: untold('platform') }

const addressesOf = ({ email, phone, timezone }: WireRecord) => [email, phone, timezone]

const joinName = (first: string | null, last: string | null): string | null => {
  const parts = [first, last].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}

/**
 * The custom fields under their own names, and beside them every wire field without a place in the
 * domain under its own. Where both have a name, the custom field keeps it, because operators know
 * that one, and the wire's becomes `wire.<name>`.
 */
function readAttributes(record: WireRecord, guard: Guard, faults: Faults): Record<string, Json> {
  const custom = redact(record['custom_fields'], open, guard)
  const entries = new Map<string, Json>(isJsonObject(custom) ? Object.entries(custom) : [])
  for (const [name, value] of leftovers(record, knownFields, { spec: userSpec, guard, faults })) {
    let free = name
    while (entries.has(free)) free = `wire.${free}`
    entries.set(free, value)
  }
  return Object.fromEntries(entries)
}

/**
 * Translates users of one project (contract Notiflows §3, §8). `credentials` are sought in everything;
 * what the record hides by name is sought in the rest of it. Never fails: what cannot be read is
 * absent, and its path is in `malformed`.
 */
export function createTranslator(
  environment: string,
  fingerprint: Fingerprinter,
  credentials: Needles,
): Translator {
  const guardFor = (record: WireRecord, settings = nothingTold) =>
    createGuard(fingerprint, credentials, [
      ...secretsIn(record, userSpec, addressesOf(record)),
      ...secretsInSettings(settings),
    ])

  return {
    guardFor,
    toUser: (record, id, settings = nothingTold) => {
      const guard = guardFor(record, settings)
      const faults = createFaults()
      const wire = readTolerantly(wireUser, record, '', faults) ?? {}
      const text = (value: string | null | undefined) => readText(value, guard)
      const createdAt = readTime(wire.created_at, 'created_at', faults)
      const updatedAt = readTime(wire.updated_at, 'updated_at', faults)
      const external = record['external_id']
      // Rounded by JSON.parse: two such users may have become one.
      if (typeof external === 'number' && !Number.isSafeInteger(external))
        faults.note('external_id')
      const attributes = readAttributes(record, guard, faults)
      // After the attributes, which show the record's own faults and not the settings'.
      const devices = readDevices(settings.push, { guard, faults, fingerprint })
      const slack = readSlack(settings.chat, { guard, faults, fingerprint })
      return {
        environment,
        id,
        platformId: readId(wire.id, credentials),
        name: joinName(text(wire.first_name), text(wire.last_name)),
        avatarUrl: text(wire.avatar),
        email: text(wire.email),
        phone: text(wire.phone),
        locale: text(wire.locale),
        timezone: text(wire.timezone),
        createdAt,
        updatedAt,
        lastSeenAt: null,
        attributes,
        malformed: faults.paths(),
        // Web push is the person's own to see (§2), and nothing tells of suppressions (§8).
        facts: { suppression: undefined, devices, subscriptions: untold('platform'), slack },
      }
    },
    toRaw: (record, settings) => redact(record, userSpec, guardFor(record, settings)),
  }
}
