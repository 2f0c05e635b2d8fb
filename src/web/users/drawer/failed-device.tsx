import type { ChannelName } from '#src/domain/reach.ts'
import type { Fingerprint, User } from '#src/domain/user.ts'
import { browserName, deviceName } from '#src/web/users/place-words.ts'
import { FingerprintText } from './fingerprint-text.tsx'
import { goToProof } from './proof.ts'
import { drawer as words } from '#src/web/words/drawer.ts'

/**
 * The device or browser that a failed message was for: by its name, leading to its card, where the user
 * still has it. Of one that is gone, and where devices are not told, the fingerprint is all there is.
 */
export function FailedDevice(props: { readonly fingerprint: Fingerprint; readonly user: User }) {
  const { fingerprint, user } = props
  const found = placeOf(fingerprint, user)
  if (found === null)
    return (
      <>
        {words.activity.device} <FingerprintText fingerprint={fingerprint} />
        {isTold(user) && `, ${words.activity.gone}`}
      </>
    )
  return (
    <button
      type="button"
      onClick={(event) => goToProof(event.currentTarget, [found.proof, found.channel])}
      className="rounded-sm text-text underline decoration-edge underline-offset-3 hover:decoration-current"
    >
      {found.name}
    </button>
  )
}

type Found = { readonly name: string; readonly proof: string; readonly channel: ChannelName }

function placeOf({ hash }: Fingerprint, { channels: { push, webPush } }: User): Found | null {
  const device = push.devices.findIndex(({ token }) => token.hash === hash)
  const named = push.devices[device]
  if (named !== undefined)
    return { name: deviceName(named), proof: `push.${device}`, channel: 'push' }
  const browser = webPush.subscriptions.findIndex(({ endpoint }) => endpoint.hash === hash)
  const subscription = webPush.subscriptions[browser]
  if (subscription === undefined) return null
  return { name: browserName(subscription), proof: `webPush.${browser}`, channel: 'webPush' }
}

const isTold = ({ channels: { push } }: User): boolean =>
  push.reasons.every(({ code }) => code !== 'devices-not-told')
