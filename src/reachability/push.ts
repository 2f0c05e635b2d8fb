import type { PushChannel, UserFacts } from '#src/domain/user.ts'

const field = 'channels.push.devices'

/** The verdict on mobile push. Devices that were not told are unknown, not absent. */
export const judgePush = ({ facts: { devices } }: UserFacts): PushChannel => {
  if (!devices.told) {
    return {
      reach: 'unknown',
      reasons: [{ code: 'devices-not-told', field, detail: devices.why }],
      devices: [],
    }
  }
  const { value } = devices
  return value.length === 0
    ? { reach: 'absent', reasons: [{ code: 'no-device', field }], devices: value }
    : {
        reach: 'reachable',
        reasons: [{ code: 'device-present', field, detail: value.length }],
        devices: value,
      }
}
