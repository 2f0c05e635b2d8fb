import type { PushChannel, UserFacts } from '#src/domain/user.ts'

const field = 'channels.push.devices'

/** The verdict on mobile push. Devices that were not told are unknown, not absent. */
export const judgePush = ({ facts: { devices } }: UserFacts): PushChannel => {
  if (devices === null) {
    return { reach: 'unknown', reasons: [{ code: 'devices-not-told', field }], devices: [] }
  }
  return devices.length === 0
    ? { reach: 'absent', reasons: [{ code: 'no-device', field }], devices }
    : {
        reach: 'reachable',
        reasons: [{ code: 'device-present', field, detail: devices.length }],
        devices,
      }
}
