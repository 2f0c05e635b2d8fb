import type { PushDevice, WebPushSubscription } from '#src/domain/user.ts'
import { visible } from '#src/web/lib/visible.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import { reasons } from '#src/web/words/reasons.ts'

type Named = Pick<PushDevice, 'manufacturer' | 'model' | 'platform' | 'type'>

const services: Readonly<Record<string, string>> = { APN: 'Apple (APN)', FCM: 'Firebase (FCM)' }

/** "Apple (APN)": a push service, as developers call it. */
export const serviceInWords = (type: string): string =>
  services[type.toUpperCase()] ?? visible(type)

/** "iPhone 16", "samsung SM-S921B": what its owner would call a device, as far as the platform tells. */
export function deviceName({ manufacturer, model, platform, type }: Named): string {
  // Apple's models say whose they are.
  const maker = manufacturer?.toLowerCase() === 'apple' && model !== null ? null : manufacturer
  const named = [maker, model].filter((part) => part !== null && part !== '').join(' ')
  if (named !== '') return visible(named)
  if (platform !== null && platform !== '')
    return reasons.device(ownWord(reasons.platforms, platform.toLowerCase()) ?? visible(platform))
  return reasons.device(serviceInWords(type))
}

/** "Chrome": the browsers that a subscription's push service is used by. */
export const browserName = ({
  browser,
  service,
}: Pick<WebPushSubscription, 'browser' | 'service'>): string =>
  visible(browser ?? service ?? reasons.strangeBrowser)
