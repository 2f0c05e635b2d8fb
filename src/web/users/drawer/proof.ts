import { channelNames } from '#src/domain/reach.ts'

/**
 * The parts of the drawer that may prove what a domain field says, the nearest first: of
 * `channels.push.devices.1.token` the second device, else the card on push. `channel` is the one that
 * was spoken of.
 */
export function proofsOf(field: string, channel: string | null): readonly string[] {
  const [root = '', name = '', , index] = field.split('.')
  const last = channel === null ? ['profile'] : [channel, 'profile']
  if (root === 'email') return ['email', ...last]
  if (root === 'phone') return ['sms', ...last]
  if (root === 'preferences') return ['preferences', ...last]
  if (root === 'activity') return ['activity', ...last]
  if (root !== 'channels' || !channelNames.some((one) => one === name)) return last
  return index !== undefined && /^\d+$/u.test(index)
    ? [`${name}.${index}`, name, ...last]
    : [name, ...last]
}

/** Brings the nearest of these parts, within the element marked `data-proofs` around, on the screen and gives it the focus. The address stays as it is. */
export function goToProof(from: Element, proofs: readonly string[]): void {
  const scroller = from.closest('[data-proofs]')
  for (const proof of proofs) {
    const found = scroller?.querySelector<HTMLElement>(`[data-proof="${proof}"]`)
    if (scroller == null || found == null) continue
    // Not scrollIntoView, which moves everything around the drawer as well.
    scroller.scrollTop += found.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    found.focus({ preventScroll: true })
    // Not :focus, which a click anywhere inside would set as well.
    found.toggleAttribute('data-shown', true)
    found.addEventListener('blur', () => found.removeAttribute('data-shown'), { once: true })
    return
  }
}

/** What makes an element a proof that can be gone to. */
export const asProof = (name: string) => ({ 'data-proof': name, tabIndex: -1 }) as const
