import type { PushDevice, WebPushSubscription } from '#src/domain/user.ts'
import { visible } from '#src/web/lib/visible.ts'

type Named = Pick<PushDevice, 'manufacturer' | 'model' | 'platform' | 'type'>

const services: Readonly<Record<string, string>> = { APN: 'Apple (APN)', FCM: 'Firebase (FCM)' }
const platforms: Readonly<Record<string, string>> = { ios: 'iOS', android: 'Android', web: 'web' }

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
    return `${platforms[platform.toLowerCase()] ?? visible(platform)} device`
  return `${serviceInWords(type)} device`
}

/** "Chrome": the browsers that a subscription's push service is used by. */
export const browserName = ({
  browser,
  service,
}: Pick<WebPushSubscription, 'browser' | 'service'>): string =>
  visible(browser ?? service ?? 'Unrecognised browser')
