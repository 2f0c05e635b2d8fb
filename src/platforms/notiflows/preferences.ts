import * as z from 'zod'
import type { JsonObject } from '#src/domain/json.ts'
import type { Preference, TopicSubscription } from '#src/domain/preferences.ts'
import type { Listed } from '#src/domain/told.ts'
import type { Guard } from '#src/platforms/guard.ts'
import { readListed } from '#src/platforms/listed.ts'
import { channelOf } from '#src/platforms/notiflows/channel-words.ts'
import { readRecords } from '#src/platforms/page.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { isRecord, readText, readTime } from '#src/platforms/record.ts'
import { createFaults, readTolerantly } from '#src/platforms/tolerant.ts'

/** A person of thousands of notiflows is a fault of the platform, and no screen shows them. */
const mostPreferences = 1000

type About = Pick<Preference, 'notification' | 'name'>

/** One yes or no as it arrived. */
type Choice = About & { readonly channel: Preference['channel']; readonly answer: unknown }

const general: About = { notification: null, name: null }
/** What stands where choices should be, and is none. */
const unreadable: Choice = { ...general, channel: null, answer: null }

/** What `read` makes of each field of an object. Nulls and absents are alike. */
const ofEach = (
  value: unknown,
  read: (name: string, field: unknown) => readonly Choice[],
): readonly Choice[] => {
  if (value === null || value === undefined) return []
  if (!isRecord(value)) return [unreadable]
  return Object.entries(value).flatMap(([name, field]) =>
    field === null || field === undefined ? [] : read(name, field),
  )
}

const choicesIn = (about: About, types: unknown): readonly Choice[] =>
  ofEach(types, (type, answer) => [{ ...about, channel: channelOf(type), answer }])

function choicesAbout(id: string, notiflow: unknown, guard: Guard): readonly Choice[] {
  if (!isRecord(notiflow)) return [unreadable]
  const { enabled: answer, name, channel_types: types } = notiflow
  const about = {
    notification: guard.text(id),
    name: readText(typeof name === 'string' ? name : null, guard),
  }
  const whole = answer === null || answer === undefined ? [] : [{ ...about, channel: null, answer }]
  return [...whole, ...choicesIn(about, types)]
}

/**
 * The choices of one user (contract Notiflows §3, `Preferences`), the first thousand. Fails with
 * `platform-bad-response` for an answer that has neither part, or of which nothing can be read.
 */
export function readPreferences(answer: JsonObject, guard: Guard): Listed<Preference> {
  const { channel_types: types, notiflows } = answer
  if (!isRecord(types) && !isRecord(notiflows))
    throw new PlatformError(
      'platform-bad-response',
      "The platform's answer has no preferences in it",
      { status: 200 },
    )
  const choices = [
    ...choicesIn(general, types),
    ...ofEach(notiflows, (id, notiflow) => choicesAbout(id, notiflow, guard)),
  ]
  return readListed(choices, { most: mostPreferences }, ({ answer: enabled, ...choice }) =>
    typeof enabled === 'boolean' ? { ...choice, enabled, delivery: null } : null,
  )
}

const wireSubscription = z.object({
  topic_name: z.string().nullish(),
  created_at: z.string().nullish(),
})

const mostOnAPage = 1000

/**
 * The topics of one page of subscriptions (contract Notiflows §3), which go on when the page has a
 * cursor. One without a name is left out.
 */
export function readTopics(answer: JsonObject, guard: Guard): Listed<TopicSubscription> {
  const { page } = answer
  const items = readRecords(answer, 'items', isRecord(page))
  const { after, has_more_after: hasMore } = isRecord(page) ? page : {}
  const goesOn = hasMore === true || (typeof after === 'string' && after !== '')
  return readListed(items, { most: mostOnAPage, goesOn }, (item): TopicSubscription | null => {
    const faults = createFaults()
    const wire = readTolerantly(wireSubscription, item, '', faults)
    const topic = readText(wire?.topic_name, guard)
    if (topic === null) return null
    const since = readTime(wire?.created_at, 'created_at', faults)
    return { topic, since, malformed: faults.paths() }
  })
}
