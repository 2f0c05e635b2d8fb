import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { ActivityAnswer, UserAnswer } from '#src/gateway/api.ts'
import { openGateway, origin } from '#src/gateway/over-emulator.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { knownOf } from '#src/web/users/drawer/known.ts'
import { Sentences } from '#src/web/users/drawer/sentences.tsx'
import { isOnlyAnId } from '#src/web/users/note-words.ts'
import { sentencesOf } from '#src/web/users/sentence-words.ts'
import { drawer as words } from '#src/web/words/drawer.ts'

const platforms = ['notificationapi', 'notiflows'] as const
type Platform = (typeof platforms)[number]
type Opening = readonly [id: string, said: string]

// What the drawer says first of each fixture person in production: from the wire, through adapter, judge and
// gateway, to the words. Each was read against the contracts (NotificationAPI §10, Notiflows §8).
const openings: Readonly<Record<Platform, readonly Opening[]>> = {
  notificationapi: [
    [
      'cust-0107',
      'Email is blocked: bounced for good on 11 Mar 2026 (NoEmail), so a new address is needed first.',
    ],
    ['cust-0042', 'SMS may not arrive: a fixed line takes no text messages.'],
    ['cust-0311', 'Slack cannot reach them: no workspace is connected.'],
    ['cust-0200', 'Email is blocked: bounced for good on 20 Nov 2026 (General).'],
    [
      'demo-mailbox-full',
      'Email is blocked: bounced for the moment on 23 Sept 2026 (MailboxFull), so lifting it is reasonable.',
    ],
    [
      'demo-complaint',
      'Email is blocked: they reported mail as spam on 3 Oct 2026; do not lift without their consent.',
    ],
    [
      'demo-complaint-listed',
      'Email is blocked: their provider reported mail that it could not prove to be from this sender on 3 Sept 2026; do not lift without their consent.',
    ],
    [
      'demo-email-changed',
      'Email is blocked: bounced for good on 3 Sept 2026 (General); that was an earlier address, salma.berada@example.net, so lifting it is reasonable.',
    ],
    ['demo-details-empty', 'Email is blocked: suppressed after a bounce.'],
    [
      'demo-details-wrapped',
      'Email is blocked: bounced for good on 3 Nov 2026 (NoEmail), so a new address is needed first.',
    ],
    ['demo-email-only', 'Email reaches them.'],
    ['demo-sms-only', 'SMS may not arrive: a fixed line takes no text messages.'],
    [
      'demo-number-not-e164',
      'SMS may not arrive: the number is not in international form. the last 2 messages failed, newest on 5 Nov 2026, as activity shows.',
    ],
    [
      'demo-two-browsers',
      'Web push should reach both browsers: Safari, Chrome or another Chromium.',
    ],
    ['demo-timezone-unknown', 'Email reaches them.'],
    [
      'demo-seen-two-years-ago',
      'Push may not arrive: last seen on 22 Nov 2024, so the token is probably dead.',
    ],
    ['demo-apn-production', 'Push reaches their device: iPhone 15 Pro.'],
    [
      'demo-apn-no-environment',
      'Push may not arrive: it goes to Apple’s test gateway, where a released app’s token fails.',
    ],
    [
      'demo-apn-sandbox',
      'Push may not arrive: it goes to Apple’s test gateway, where a released app’s token fails.',
    ],
    [
      'demo-apn-undefined',
      'Push may not arrive: it goes to Apple’s test gateway, where a released app’s token fails.',
    ],
    [
      'demo-apn-unknown-word',
      'Push may not arrive: it names the gateway “staging”, which Apple does not have, and so goes to the test one.',
    ],
    [
      'demo-two-tokens-one-device',
      'Push reaches their device: Google Pixel 9, one device with 2 tokens. 2 tokens belong to one device: old ones fail, or it gets things twice.',
    ],
    ['demo-handed-over-a', 'Email reaches them.'],
    ['demo-handed-over-b', 'Email reaches them.'],
    ['demo-fcm-on-ios', 'Push reaches their device: iPhone 16.'],
    ['demo-slack-connected', 'Email reaches them.'],
    ['demo-slack-no-token', 'Slack cannot reach them: no workspace is connected.'],
    [
      'demo-slack-not-ok',
      'Slack cannot reach them: the connection to the workspace failed: the app lacks a scope (missing_scope); the connection may not post for lack of the scope chat:write.',
    ],
    [
      'demo-slack-lapsing',
      'Slack cannot reach them: the connection expired on 15 Nov 2026 and cannot be renewed.',
    ],
    [
      'demo-only-id',
      'NotificationAPI gave nothing but the id; it answers so for ids it does not know. Check the spelling.',
    ],
    ['demo/with/slashes', 'Email reaches them.'],
    ['demo with spaces', 'Email reaches them.'],
    ['demo%25percent%2F', 'Email reaches them.'],
    ['demo+plus', 'Email reaches them.'],
    ['demo-ünïcödé-日本語-🍎', 'Email reaches them.'],
  ],
  notiflows: [
    ['cust-0311', 'Email should reach them: this platform does not tell about bounces.'],
    ['cust-0107', 'SMS may not arrive: a fixed line takes no text messages.'],
    ['cust-0042', 'SMS reaches them: mobile, Portugal.'],
    [
      'demo-full-profile',
      'Push should reach both devices: Apple (APN) device, Firebase (FCM) device. Apple (APN) device: which of Apple’s gateways it goes to is not told, and a test build’s token fails at the live one.',
    ],
    ['demo-email-only', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-phone-not-e164', 'SMS cannot reach them: the number is not in international form.'],
    ['demo-only-ids', 'Nothing is known to reach them.'],
    [
      'lena.fischer@example.org',
      'Email should reach them: this platform does not tell about bounces.',
    ],
    ['demo-same-email-a', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-same-email-b', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-many-fields', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-locale-invalid', 'Email should reach them: this platform does not tell about bounces.'],
    [
      'demo-two-devices',
      'Push should reach both devices: Apple (APN) device. both devices: which of Apple’s gateways it goes to is not told, and a test build’s token fails at the live one.',
    ],
    ['demo-shared-device', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-no-device', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-no-email', 'Email is right not to arrive: they opted out.'],
    [
      'demo-one-flow-off',
      'Email should reach them: this platform does not tell about bounces; they opted out of “Weekly digest”.',
    ],
    [
      'demo-email-failing',
      'Email may not reach them: the last 4 messages bounced, newest on 19 Nov 2026, as activity shows.',
    ],
    ['demo-same-second-1', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-same-second-2', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-same-second-3', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-filter-end', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo-new', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo/with/slashes', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo with spaces', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo%25percent%2F', 'Email should reach them: this platform does not tell about bounces.'],
    ['demo+plus', 'Email should reach them: this platform does not tell about bounces.'],
    [
      'demo-ünïcödé-日本語-🍎',
      'Email should reach them: this platform does not tell about bounces.',
    ],
  ],
}

type Listing = {
  readonly fixtures: Record<Platform, readonly { readonly id: string }[]>
}

const { ask, fetch } = await openGateway(100)
const read = async <T,>(path: string): Promise<T> => JSON.parse(await ask(path))
const listing: Listing = await (await fetch(`${origin}/`)).json()

/** The first line of the drawer, without its tags. */
const openingOf = async (platform: Platform, id: string): Promise<string> => {
  const path = `/api/environments/${platform}-production/user`
  const query = `?id=${encodeURIComponent(id)}`
  const answer = await read<UserAnswer>(`${path}${query}`)
  const activity = await read<ActivityAnswer>(`${path}/activity${query}`)
  const label = platformLabels[platform]
  if (isOnlyAnId(answer.user)) return words.onlyAnId(label)
  const html = renderToStaticMarkup(
    <Sentences
      sentences={sentencesOf(answer.user, 'UTC', knownOf(answer, false, { pages: [activity] }))}
      detail="here"
      noChoices={false}
      platform={label}
      onRetry={() => {}}
    />,
  )
  const [first = ''] = html.split('</li>')
  return first
    .replaceAll('</button>', ' ')
    .replaceAll(/<[^>]*>/gu, '')
    .trim()
}

describe.each(platforms)('the fixture people of %s', (platform) => {
  test('each have a row here', () => {
    const ids = listing.fixtures[platform].map(({ id }) => id)
    expect(openings[platform].map(([id]) => id).toSorted()).toEqual(ids.toSorted())
  })

  test.each(openings[platform])(
    'of %s the drawer says first what a colleague would',
    async (id, said) => {
      expect(await openingOf(platform, id)).toBe(said)
    },
  )
})
