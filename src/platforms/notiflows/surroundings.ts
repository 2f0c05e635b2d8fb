import { untold, type Told } from '#src/domain/told.ts'
import {
  createSettingsReader,
  type Setting,
  type Settings,
} from '#src/platforms/notiflows/channel-settings.ts'
import { maybeSlack, type Channel, type ChannelList } from '#src/platforms/notiflows/management.ts'
import { readPreferences, readTopics } from '#src/platforms/notiflows/preferences.ts'
import type { Translator } from '#src/platforms/notiflows/translate.ts'
import type { UserDetail } from '#src/platforms/platform.ts'
import type { WireRecord } from '#src/platforms/record.ts'
import { askAside, listAside, type Asking } from '#src/platforms/side-question.ts'
import type { Upstream } from '#src/platforms/upstream.ts'

export type Surroundings = Pick<UserDetail, 'preferences' | 'subscriptions'> & {
  readonly settings: Settings
}

// The first page is enough for a person to be understood.
const mostTopics = 100

/**
 * Asks what hangs off one user (contract Notiflows §2): settings on push and chat channels, preferences
 * and topics, each by itself, so that what fails is not told and costs nothing else. Takes the external
 * id and the record, whose secrets are kept out of the answers. `channels` is null without an account
 * token. Never for a list: it is a call for each channel.
 */
export function createSurroundings(
  upstream: Upstream,
  channels: ChannelList | null,
  translator: Translator,
): (id: string, record: WireRecord, asking: Asking) => Promise<Surroundings> {
  const { getJson } = upstream
  const readSettings = createSettingsReader(upstream)

  async function askSettings(id: string, asking: Asking): Promise<Settings> {
    if (channels === null) return { push: untold('not-configured'), chat: untold('not-configured') }
    const known = await askAside(asking, channels.read)
    if (!known.told) return { push: known, chat: known }
    const ask = (wanted: readonly Channel[]): Promise<Told<readonly Setting[]>> =>
      askAside(asking, (signal) => readSettings(id, wanted, signal))
    const ofType = (type: Channel['type']) => known.value.filter((each) => each.type === type)
    const [push, chat] = await Promise.all([
      ask(ofType('mobile_push')),
      // Other chats are passed over: Slack is the one that is judged.
      ask(ofType('chat').filter(({ provider }) => maybeSlack(provider))),
    ])
    return { push, chat }
  }

  return async (id, record, asking) => {
    const ask = (part: string, query: Record<string, string>) =>
      askAside(asking, (signal) =>
        getJson({ path: ['users', id, part], query, signal, isAside: true }),
      )
    const [settings, chosen, topics] = await Promise.all([
      askSettings(id, asking),
      ask('preferences', {}),
      ask('subscriptions', { limit: String(mostTopics) }),
    ])
    const guard = translator.guardFor(record, settings)
    return {
      settings,
      preferences: listAside(chosen, (answer) => readPreferences(answer, guard)),
      subscriptions: listAside(topics, (answer) => readTopics(answer, guard)),
    }
  }
}
