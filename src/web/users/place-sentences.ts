import type { ChannelName, ReasonCode, Verdict } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { capital } from '#src/web/lib/capital.ts'
import { browserName, deviceName } from './place-words.ts'
import { reasonInWords } from './reach-words.ts'
import { sentences as words } from '#src/web/words/sentences.ts'

/** A part of a sentence, and the path of the domain field that proves it. */
export type Clause = { readonly text: string; readonly field: string }

/** A device or a browser of the user. */
export type Place = Verdict & {
  readonly name: string
  /** Which device a token belongs to, where the platform says. */
  readonly device: string | null
}

/** How many devices or browsers: several tokens may belong to one. */
export const countOf = (places: readonly Place[]): number => {
  const named = places.flatMap(({ device }) => (device === null ? [] : [device]))
  return places.length - named.length + new Set(named).size
}

const noPlaces: readonly Place[] = []

/** Where a channel reaches the user; nothing of a channel that has one address. */
export const placesOf = (
  { channels: { push, webPush } }: User,
  channel: ChannelName,
): readonly Place[] =>
  channel === 'push'
    ? push.devices.map((device) => ({
        ...device,
        name: deviceName(device),
        device: device.deviceId,
      }))
    : channel === 'webPush'
      ? webPush.subscriptions.map((subscription) => ({
          ...subscription,
          name: browserName(subscription),
          device: null,
        }))
      : noPlaces

/** The path under which the places of a channel stand. */
export const placeFields: Partial<Record<ChannelName, string>> = {
  push: 'channels.push.devices',
  webPush: 'channels.webPush.subscriptions',
}

// Faults that several places have with each other, so that none of them is named.
const ofSeveral: ReadonlySet<ReasonCode> = new Set([
  'token-repeated',
  'tokens-share-device',
  'subscription-repeated',
])

/** The words for the places of a channel. */
export const placedOf = (channel: ChannelName) => (channel === 'push' ? words.push : words.webPush)

/** Each fault of some places once, with the name of the one that has it, or how many have. */
export function placeClauses(channel: ChannelName, places: readonly Place[], zone: string) {
  const codes = new Set(places.flatMap(({ reasons }) => reasons.map(({ code }) => code)))
  return [...codes].flatMap((code): Clause[] => {
    const having = places.flatMap((place, index) => {
      const reason = place.reasons.find((one) => one.code === code)
      return reason === undefined ? [] : [{ place, index, reason }]
    })
    const [first] = having
    if (first === undefined) return []
    const say = placedOf(channel)
    const why = reasonInWords(channel, first.reason, zone)
    const who =
      having.length === 1
        ? first.place.name
        : having.length === places.length
          ? places.length === 2
            ? say.bothHave
            : say.allHave(places.length)
          : say.someHave(having.length)
    return [
      {
        text: ofSeveral.has(code) ? capital(why) : `${who}: ${why}`,
        field: `${placeFields[channel] ?? ''}.${first.index}`,
      },
    ]
  })
}
