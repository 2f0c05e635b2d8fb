import * as z from 'zod'
import type { Json } from '#src/domain/json.ts'
import { channelNames, type ChannelName } from '#src/domain/reach.ts'
import { untold, type Told } from '#src/domain/told.ts'
import { asideMs } from '#src/platforms/adapter.ts'
import type { Clock } from '#src/platforms/clock.ts'
import { channelOf } from '#src/platforms/notificationapi/channel-words.ts'
import { PlatformError, type EnvironmentSwitches } from '#src/platforms/platform.ts'
import { askAside } from '#src/platforms/side-question.ts'
import type { Upstream } from '#src/platforms/upstream.ts'

// The client secret stands beside these and is not in the schema, so that nothing behind it has one.
const wireEnvironment = z.object({ clientId: z.string(), disableSending: z.array(z.unknown()) })

/** Somebody changes them in the platform's dashboard, a few times a year. */
const keptMs = 300_000

const judged = (word: unknown): readonly ChannelName[] =>
  typeof word === 'string' ? channelNames.filter((name) => name === channelOf(word)) : []

/** The environment that is ours: the one of that id, or the only one that the credential sees. */
function readOwn(list: readonly Json[], envId: string | null): readonly ChannelName[] {
  const environments = list.flatMap((item) => {
    const parsed = wireEnvironment.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
  const own = envId === null ? environments : environments.filter((one) => one.clientId === envId)
  if (own.length !== 1 || own[0] === undefined)
    throw new PlatformError('platform-bad-response', 'The environment is not in the list', {
      status: 200,
    })
  return [...new Set(own[0].disableSending.flatMap(judged))]
}

/**
 * The channels that an environment has switched off (contract NotificationAPI §3, §4). Asked for aside
 * and kept for five minutes, failures too, so that what cannot be read is not asked for all the time.
 */
export function createSwitches(
  { getList }: Pick<Upstream, 'getList'>,
  envId: string | null,
  clock: Clock,
): EnvironmentSwitches {
  let kept: { readonly value: Told<readonly ChannelName[]>; readonly until: number } | null = null
  return {
    known: () => kept?.value ?? untold('failed'),
    read: async (signal) => {
      if (kept !== null && clock.now() < kept.until) return kept.value
      const asking = { clock, deadline: clock.now() + asideMs, signal }
      const value = await askAside(asking, async (until) =>
        readOwn(
          await getList({ path: ['environments'], query: {}, signal: until, isAside: true }),
          envId,
        ),
      )
      kept = { value, until: clock.now() + keptMs }
      return value
    },
  }
}
