import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, problem, test, users } from './journey.ts'
import type { SecondGateway } from './second-gateway.ts'
import { startGateway } from './second-gateway.ts'

const path = '/environments/notificationapi-production/users?user=cust-0107'

let gateway: SecondGateway
test.beforeAll(async () => {
  gateway = await startGateway({ ROLLCALL_MASK: '1' })
})
test.afterAll(() => gateway.stop())

test('a masked address is revealed by one request, counted down, and hidden again', async ({
  page,
}) => {
  await page.clock.install()
  const asked: string[] = []
  page.on('request', (sent) => sent.method() === 'POST' && asked.push(sent.url()))
  await page.goto(`${gateway.address}${path}`)
  const drawer = users.drawer(page)
  const email = drawer.getByRole('region', { name: 'Email' })
  const clear = page.getByText('ines@orchard.test')
  await expect(email).toContainText('i•••@orchard.test')
  await expect(clear).toHaveCount(0)
  await expect(drawer.getByText('masked', { exact: true })).toBeVisible()
  // A list is not searched for what nobody may see.
  await expect(drawer.getByRole('button', { name: /Filter by “Email address/ })).toHaveCount(0)
  // Two masked addresses look the same: whether they are is said.
  await expect(email).toContainText('same as the address above')
  await email.getByRole('button', { name: 'Reveal the email address' }).click()
  await expect(email.getByText('ines@orchard.test')).toBeVisible()
  expect(asked).toEqual([`${gateway.address}/api/environments/notificationapi-production/reveal`])
  expect(await readFile(join(gateway.folder, 'data/audit.log'), 'utf8')).toContain('cust-0107')

  const countdown = email.getByRole('button', { name: 'Hide the email address' })
  // The clock goes on by itself as well, so a busy machine sees less than was given.
  const left = async () => Number.parseInt(await countdown.innerText(), 10)
  const given = await left()
  expect(given).toBeGreaterThan(15)
  expect(given).toBeLessThanOrEqual(30)
  await page.clock.runFor(10_000)
  await expect.poll(left).toBeLessThanOrEqual(given - 10)
  await page.clock.runFor(30_000)
  await expect(clear).toHaveCount(0)

  // Whoever looks elsewhere leaves nothing in clear behind.
  await email.getByRole('button', { name: 'Reveal the email address' }).click()
  await expect(email.getByText('ines@orchard.test')).toBeVisible()
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true })
  })
  await expect(clear).toHaveCount(0)

  // Closing the drawer forgets it too.
  await email.getByRole('button', { name: 'Reveal the email address' }).click()
  await expect(email.getByText('ines@orchard.test')).toBeVisible()
  await drawer.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('cust-0107')
  await page.keyboard.press('Enter')
  await expect(email).toContainText('i•••@orchard.test')
  await expect(clear).toHaveCount(0)
})

test('a reveal that is refused says so in its place, and can be tried again', async ({
  page,
  noise,
}) => {
  noise.allow(/503/)
  await page.route('**/reveal', (route) =>
    route.fulfill(
      problem(
        503,
        'The audit log cannot be written',
        'So nothing was revealed.',
        '/problems/audit-unavailable',
      ),
    ),
  )
  await page.goto(`${gateway.address}${path}`)
  const email = users.drawer(page).getByRole('region', { name: 'Email' })
  await email.getByRole('button', { name: 'Reveal the email address' }).click()
  await expect(email.getByRole('alert')).toContainText('The audit log cannot be written')
  await expect(email.getByRole('button', { name: 'Reveal the email address' })).toBeEnabled()
  await expect(email).toContainText('i•••@orchard.test')
})
