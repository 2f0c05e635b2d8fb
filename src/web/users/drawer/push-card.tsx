import { readDevices } from '#src/domain/filters.ts'
import type { PushDevice, WebPushSubscription } from '#src/domain/user.ts'
import { browserName, deviceName, serviceInWords } from '#src/web/users/place-words.ts'
import { Facts, given } from './facts.tsx'
import { FilterBy } from './filter-by.tsx'
import { fingerprintFact } from './fingerprint-text.tsx'
import { Places } from './places.tsx'

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
      fingerprintFact('Token', device.token, formInWords(device)),
      { name: 'Apple gateway', value: gatewayInWords(device) },
      {
        name: 'Platform',
        value: device.platform,
        action: <SamePlatform platform={device.platform} />,
      },
      { name: 'Device id', value: device.deviceId, mono: true },
      { name: 'App id', value: device.appId, mono: true },
      { name: 'Advertising id', value: device.adId, mono: true },
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
    ? 'Apple’s form'
    : type.toUpperCase() === 'APN'
      ? 'not Apple’s form'
      : undefined

function gatewayInWords({ apnsEnvironment, environmentRaw }: PushDevice): string | null {
  if (apnsEnvironment === null || apnsEnvironment === environmentRaw) return apnsEnvironment
  if (apnsEnvironment === 'not-told')
    return 'a setting of the channel, which this platform does not tell'
  const named = environmentRaw === null ? 'none is named' : `“${environmentRaw}” is named`
  return `${apnsEnvironment === 'unrecognised' ? 'sandbox' : apnsEnvironment}, as ${named}`
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
          fingerprintFact('Endpoint', subscription.endpoint),
          { name: 'Origin', value: subscription.origin, mono: true },
          { name: 'Keys', value: keysInWords(subscription.keys) },
        ])}
      />
    ),
  }))
  return <Places channel="webPush" places={places} zone={props.zone} />
}

const keysInWords = (keys: WebPushSubscription['keys']): string => {
  if (keys.p256dh && keys.auth) return 'both well-formed'
  if (!keys.p256dh && !keys.auth) return 'neither p256dh nor auth is well-formed'
  return keys.p256dh ? 'auth is malformed' : 'p256dh is malformed'
}
