import type { Stage } from '#src/domain/environment.ts'
import type { PushDevice } from '#src/domain/user.ts'
import { Facts } from './facts.tsx'
import { FingerprintText } from './fingerprint-text.tsx'

const services: Record<string, string> = { APN: 'Apple (APN)', FCM: 'Firebase (FCM)' }

const nameOf = (device: PushDevice): string =>
  [device.manufacturer, device.model].filter((part) => part !== null).join(' ') ||
  device.platform ||
  'Unnamed device'

/** Every push token with the device it belongs to. `stage` is the environment's, to hold against Apple's. */
export function Devices(props: { readonly devices: readonly PushDevice[]; readonly stage: Stage }) {
  return (
    <ul className="grid gap-2">
      {props.devices.map((device, index) => (
        <li
          // The same token may stand there twice; the platform's order is all that tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          key={`${device.token.hash} ${index}`}
          className="rounded-md border border-line px-3 py-1.5"
        >
          <div className="flex items-baseline justify-between gap-2 py-0.5">
            <span className="truncate font-medium">{nameOf(device)}</span>
            <span className="text-small text-muted">{services[device.type] ?? device.type}</span>
          </div>
          <Facts
            rows={[
              { name: 'Token', value: <FingerprintText fingerprint={device.token} /> },
              ...(device.apnsEnvironment === null
                ? []
                : [{ name: 'APNs', value: apnsInWords(device, props.stage) }]),
              ...[
                { name: 'Platform', value: device.platform },
                { name: 'Device id', value: device.deviceId, mono: true },
                { name: 'App id', value: device.appId, mono: true },
                { name: 'Advertising id', value: device.adId, mono: true },
              ].filter(({ value }) => value !== null),
            ]}
          />
        </li>
      ))}
    </ul>
  )
}

function apnsInWords(device: PushDevice, stage: Stage): string {
  if (device.apnsEnvironment === 'not-told')
    return 'a setting of the channel, which this platform does not tell'
  const named = device.environmentRaw === null ? ' (none given)' : ''
  if (device.apnsEnvironment === 'unrecognised')
    return `“${device.environmentRaw ?? ''}”, which Apple does not know; treated as sandbox`
  const against =
    device.apnsEnvironment === 'sandbox' && stage === 'production'
      ? ', yet this environment is production'
      : device.apnsEnvironment === 'production' && stage === 'test'
        ? ', yet this environment is for tests'
        : ''
  return `${device.apnsEnvironment ?? ''}${named}${against}`
}
