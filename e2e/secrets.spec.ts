import type { APIRequestContext, Page } from '@playwright/test'
import { emulatorUrl, expect, test, users } from './journey.ts'

type Listing = {
  readonly environments: readonly Record<string, string>[]
  readonly fixtures: { readonly notificationapi: readonly { readonly id: string }[] }
}

const secretNames = new Set(
  'token access_token refresh_token url configuration_url endpoint p256dh auth apiKey secretKey clientSecret accountToken device_tokens'.split(
    ' ',
  ),
)

/** Every text of some length that stands under a secret's name, at any depth. */
function secretsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return secretNames.has(name) && value.length >= 8 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    secretsIn(inner, Array.isArray(value) ? name : key),
  )
}

/** How a secret may be disguised: raw, URL-encoded, hex, and base64 at each of its three alignments. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const aligned = [0, 1, 2].map((pad) =>
    Buffer.concat([Buffer.alloc(pad), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  const all = [secret, encodeURIComponent(secret), bytes.toString('hex'), ...aligned]
  return all.filter((text) => text.length >= 8)
}

/** The bytes and headers of every answer from now on. */
function record(page: Page): Promise<string>[] {
  const received: Promise<string>[] = []
  page.on('response', (response) => {
    const body = response.body().catch(() => Buffer.alloc(0))
    received.push(
      Promise.all([body, response.allHeaders()]).then(
        ([bytes, headers]) => `${bytes.toString('latin1')} ${JSON.stringify(headers)}`,
      ),
    )
  })
  return received
}

async function recordsOf(request: APIRequestContext, listing: Listing, ids: readonly string[]) {
  const production = listing.environments.find(({ id }) => id === 'notificationapi-production')
  const headers = { authorization: `Bearer ${production?.['apiKey'] ?? ''}` }
  const page = await request.get(`${emulatorUrl}/notificationapi/users?limit=1000&nextToken=`, {
    headers,
  })
  const single = await Promise.all(
    ids.map((id) =>
      request.get(`${emulatorUrl}/notificationapi/users/${encodeURIComponent(id)}`, { headers }),
    ),
  )
  return Promise.all([page, ...single].map((response): Promise<unknown> => response.json()))
}

test('no byte that reaches the browser holds a secret of a user or of the configuration', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000)
  const listing: Listing = await (await request.get(`${emulatorUrl}/`)).json()
  const ids = listing.fixtures.notificationapi.map(({ id }) => id)
  const records = await recordsOf(request, listing, ids)
  const secrets = [...new Set(secretsIn([records, listing.environments]))]
  // The emulator has slack, push and web-push secrets in plenty, or this would prove nothing.
  expect(secrets.length).toBeGreaterThan(300)
  expect(secrets.some((secret) => secret.startsWith('xoxb-'))).toBe(true)

  const received = record(page)
  await users.open(page, 'notificationapi-production')
  await users.scrollTo(page, 900)
  await page.getByRole('button', { name: 'Created' }).click()
  await page.getByRole('button', { name: 'Last 365 days' }).click()
  await page.keyboard.press('Escape')
  // Those before stay until those whom it finds are here.
  await expect(users.rows(page).first().getByRole('link')).toHaveAttribute('href', /created=/)
  for (const id of ids.filter((each) => !each.includes('/'))) {
    const answer = page.waitForResponse((response) => response.url().includes('/user?'))
    await page.getByRole('combobox', { name: /^Find a user/ }).fill(id)
    await page.keyboard.press('Enter')
    await answer
    await expect(users.drawer(page)).toContainText(id)
  }
  const haystack = `${(await Promise.all(received)).join('\n')} ${await page.content()}`
  expect(haystack).toContain('cust-0107')
  const found = secrets.filter((secret) =>
    spellings(secret).some((text) => haystack.includes(text)),
  )
  expect(found).toEqual([])
})

test('nor does what is shown and copied of a user of Notiflows', async ({
  page,
  context,
  request,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { environments }: Listing = await (await request.get(`${emulatorUrl}/`)).json()
  const production = environments.find(({ id }) => id === 'notiflows-production')
  const keys = {
    'x-notiflows-api-key': production?.['apiKey'] ?? '',
    'x-notiflows-secret-key': production?.['secretKey'] ?? '',
  }
  const account = { authorization: `Bearer ${production?.['accountToken'] ?? ''}` }
  const channels: { readonly items: readonly { readonly id: string }[] } = await (
    await request.get(`${emulatorUrl}/notiflows/management/v1/channels`, { headers: account })
  ).json()
  const id = 'demo-full-profile'
  const settings = await Promise.all(
    channels.items.map(async (channel): Promise<unknown> => {
      const path = `${emulatorUrl}/notiflows/admin/users/${id}/channel-settings/${channel.id}`
      return (await request.get(path, { headers: keys })).json()
    }),
  )
  const devices = secretsIn(settings)
  expect(devices.length).toBeGreaterThan(1)
  const secrets = [...devices, ...secretsIn(environments)]
  expect(secrets).toContain(production?.['accountToken'])

  const received = record(page)
  await page.goto(`/environments/notiflows-production/users?user=${id}`)
  const drawer = users.drawer(page)
  await drawer.getByRole('button', { name: 'Why didn’t they get it?' }).click()
  for (const channel of ['Email', 'SMS', 'Push', 'Web push', 'Slack']) {
    await drawer.getByRole('button', { name: channel, exact: true }).click()
    await expect(drawer.getByRole('list', { name: 'What was looked at' })).toBeVisible()
  }
  await drawer.getByText('As the platform gave it').click()
  await expect(drawer.getByRole('tree', { name: 'Raw record' })).toBeVisible()
  await drawer.getByRole('button', { name: 'Copy support summary' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain(id)
  const haystack = [...(await Promise.all(received)), await page.content(), await copied()].join(
    ' ',
  )
  expect(
    secrets.filter((secret) => spellings(secret).some((text) => haystack.includes(text))),
  ).toEqual([])
})
