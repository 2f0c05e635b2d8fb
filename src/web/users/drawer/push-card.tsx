import { readDevices } from '#src/domain/filters.ts'
import type { PushDevice, WebPushSubscription } from '#src/domain/user.ts'
import { browserName, deviceName, serviceInWords } from '#src/web/users/place-words.ts'
import { Facts, given } from './facts.tsx'
import { FilterBy } from './filter-by.tsx'
import { fingerprintFact } from './fingerprint-text.tsx'
import { Places } from './places.tsx'
import { drawer } from '#src/web/words/drawer.ts'

const { push: words } = drawer

/** Every push token with the device it belongs to. */
export function Devices(props: { readonly devices: readonly PushDevice[]; readonly zone: string }) {
  const places = props.devices.map((device) => ({
    name: deviceName(device),
    service: serviceInWords(device.type),
    verdict: device,
    facts: <DeviceFacts device={device} />,
  }))
  return <Places channel="push" places={places} zone={props.zone} />
}

const DeviceFacts = ({ device }: { readonly device: PushDevice }) => (
  <Facts
    rows={given([
      fingerprintFact(words.token, device.token, formInWords(device)),
      { name: words.gateway, value: gatewayInWords(device) },
      {
        name: words.platform,
        value: device.platform,
        action: <SamePlatform platform={device.platform} />,
      },
      { name: words.deviceId, value: device.deviceId, mono: true },
      { name: words.appId, value: device.appId, mono: true },
      { name: words.adId, value: device.adId, mono: true },
    ])}
  />
)

function SamePlatform({ platform }: { readonly platform: string | null }) {
  const devices = readDevices(platform ?? '')
  return devices !== null && <FilterBy by={{ devices }} />
}

// Firebase's tokens have no form that would tell them from others.
const formInWords = ({ type, tokenForm }: PushDevice): string | undefined =>
  tokenForm === 'apns'
    ? words.applesForm
    : type.toUpperCase() === 'APN'
      ? words.notApplesForm
      : undefined

function gatewayInWords({ apnsEnvironment, environmentRaw }: PushDevice): string | null {
  if (apnsEnvironment === null || apnsEnvironment === environmentRaw) return apnsEnvironment
  if (apnsEnvironment === 'not-told') return words.gatewayOfChannel
  const gateway = apnsEnvironment === 'unrecognised' ? 'sandbox' : apnsEnvironment
  return environmentRaw === null
    ? words.gatewayUnnamed(gateway)
    : words.gatewayAs(gateway, environmentRaw)
}

/** Every browser that subscribed, as far as its endpoint tells which. */
export function Browsers(props: {
  readonly subscriptions: readonly WebPushSubscription[]
  readonly zone: string
}) {
  const places = props.subscriptions.map((subscription) => ({
    name: browserName(subscription),
    service: subscription.service ?? '',
    verdict: subscription,
    facts: (
      <Facts
        rows={given([
          fingerprintFact(words.endpoint, subscription.endpoint),
          { name: words.origin, value: subscription.origin, mono: true },
          { name: words.keys, value: keysInWords(subscription.keys) },
        ])}
      />
    ),
  }))
  return <Places channel="webPush" places={places} zone={props.zone} />
}

const keysInWords = (keys: WebPushSubscription['keys']): string => {
  if (keys.p256dh && keys.auth) return words.keysWell
  if (!keys.p256dh && !keys.auth) return words.keysNeither
  return words.keyMalformed(keys.p256dh ? 'auth' : 'p256dh')
}
