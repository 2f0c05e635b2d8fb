import { checkInBothColours } from './axe.ts'
import { expect, test, users } from './journey.ts'

// The emulator's fixture people, and what a colleague would say of each first.
const people = [
  [
    'notificationapi-production',
    'cust-0107',
    'Email is blocked: bounced for good on 11 Mar 2026 (NoEmail), so a new address is needed first.',
  ],
  [
    'notificationapi-production',
    'cust-0042',
    'SMS may not arrive: a fixed line takes no text messages.',
  ],
  [
    'notificationapi-production',
    'cust-0311',
    'Slack cannot reach them: no workspace is connected.',
  ],
  [
    'notificationapi-production',
    'demo-complaint',
    /^Email is blocked: they reported mail as spam on .*; do not lift without their consent\.$/,
  ],
  [
    'notificationapi-production',
    'demo-seen-two-years-ago',
    /^Push may not arrive: last seen on .*, so the token is probably dead\.$/,
  ],
  [
    'notificationapi-production',
    'demo-apn-unknown-word',
    'Push may not arrive: it names the gateway “staging”, which Apple does not have, and so goes to the test one.',
  ],
  ['notificationapi-production', 'demo-two-browsers', /^Web push should reach both browsers: /],
  [
    'notificationapi-staging',
    'demo-fcm-on-ios',
    'Push is switched off here: nobody in this environment gets it.',
  ],
  ['notiflows-production', 'demo-no-email', 'Email is right not to arrive: they opted out.'],
  [
    'notiflows-production',
    'demo-email-only',
    'Email should reach them: this platform does not tell about bounces.',
  ],
  [
    'notiflows-production',
    'demo-email-failing',
    /^Email may not reach them: the last 4 messages bounced, newest on .*, as activity shows\.$/,
  ],
] as const

for (const [environment, id, sentence] of people)
  test(`of ${id} the first thing an operator reads is whether and why not, in light and dark colours`, async ({
    page,
  }) => {
    await page.goto(`/environments/${environment}/users?user=${id}`)
    const drawer = users.drawer(page)
    const first = drawer.getByRole('region', { name: 'Reach' }).getByRole('button').first()
    await expect(first).toHaveText(sentence)
    await expect(drawer.getByRole('region', { name: 'Raw record' })).toBeVisible()
    await drawer.getByRole('button', { name: 'Why didn’t they get it?' }).click()
    await expect(drawer.getByRole('list', { name: 'What was looked at' })).toBeVisible()
    await drawer.getByText('As the platform gave it').click()
    await expect(drawer.getByRole('tree', { name: 'Raw record' })).toBeVisible()
    await checkInBothColours(page, 'aside')
    await expect(first).toHaveText(sentence)
  })
