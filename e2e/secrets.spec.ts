import type { APIRequestContext, Response } from '@playwright/test'
import { emulatorUrl, expect, test, users } from './journey.ts'

type Listing = {
  readonly environments: readonly Record<string, string>[]
  readonly fixtures: { readonly notificationapi: readonly { readonly id: string }[] }
}

const secretNames = new Set(
  'token access_token refresh_token url configuration_url endpoint p256dh auth apiKey secretKey clientSecret'.split(
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

  const received: Promise<string>[] = []
  page.on('response', (response: Response) => {
    const body = response.body().catch(() => Buffer.alloc(0))
    received.push(
      Promise.all([body, response.allHeaders()]).then(
        ([bytes, headers]) => `${bytes.toString('latin1')} ${JSON.stringify(headers)}`,
      ),
    )
  })
  await users.open(page, 'notificationapi-production')
  await users.scrollTo(page, 900)
  await page.getByRole('button', { name: 'Created' }).click()
  await page.keyboard.press('y')
  await expect(users.rows(page).first()).toBeVisible()
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
