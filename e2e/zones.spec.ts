import { expect, test, users } from './journey.ts'

// A day is chosen in the calendar of a browser that stands in another zone each time: days that lack an
// hour, one that has an hour twice, and one of a zone that is a day ahead.
const journeys = [
  {
    zone: 'America/Los_Angeles',
    day: '2026-03-08',
    name: /March 8th, 2026/,
    after: '2026-03-08T08:00:00.000Z',
    before: '2026-03-09T07:00:00.000Z',
  },
  {
    zone: 'Europe/Berlin',
    day: '2026-03-29',
    name: /March 29th, 2026/,
    after: '2026-03-28T23:00:00.000Z',
    before: '2026-03-29T22:00:00.000Z',
  },
  {
    zone: 'Europe/Berlin',
    day: '2026-10-25',
    name: /October 25th, 2026/,
    after: '2026-10-24T22:00:00.000Z',
    before: '2026-10-25T23:00:00.000Z',
  },
  {
    zone: 'Pacific/Kiritimati',
    day: '2026-03-08',
    name: /March 8th, 2026/,
    after: '2026-03-07T10:00:00.000Z',
    before: '2026-03-08T10:00:00.000Z',
  },
] as const

for (const { zone, day, name, after, before } of journeys) {
  test.describe(`in ${zone} on ${day}`, () => {
    test.use({ timezoneId: zone })

    test(`${day} means that day there, in the address, the request and the rows`, async ({
      page,
      request,
    }) => {
      test.setTimeout(240_000)
      const near = `${day.slice(0, 8)}10`
      await page.clock.setFixedTime('2026-11-22T12:00:00Z')
      // Read through, and filtered by the platform: the same meaning.
      for (const environment of ['notificationapi-staging', 'notiflows-production']) {
        await users.open(page, environment, `?created=${near}..${near}`)
        const asked = page.waitForRequest((one) => one.url().includes(encodeURIComponent(after)))
        await page.getByRole('button', { name: /^Created/ }).click()
        await page.getByRole('button', { name }).click()
        await page.getByRole('button', { name }).click()
        await page.keyboard.press('Escape')
        expect(new URL(page.url()).searchParams.get('created')).toBe(`${day}..${day}`)
        expect(new URL(page.url()).searchParams.get('zone')).toBe(zone)
        const sent = new URL((await asked).url()).searchParams
        expect([sent.get('createdAfter'), sent.get('createdBefore')]).toEqual([after, before])

        const go = page.getByRole('button', { name: 'Go on' })
        const meter = page.getByRole('status').filter({ hasText: 'match' })
        await expect(async () => {
          if (await go.isVisible()) await go.click({ timeout: 1000 })
          await expect(meter).not.toContainText('so far', { timeout: 10_000 })
        }).toPass({ timeout: 100_000 })
        const shown = await users
          .rows(page)
          .evaluateAll((rows) => rows.map((row) => row.querySelector('time')?.dateTime ?? ''))
        expect(shown.length).toBeGreaterThan(0)
        expect(shown.filter((iso) => iso < after || iso >= before)).toEqual([])

        // The same users as for anybody who asks for those instants, wherever they are.
        const ids: string[] = []
        let cursor: string | null = ''
        while (cursor !== null) {
          const query = new URLSearchParams({
            limit: '1000',
            createdAfter: after,
            createdBefore: before,
            ...(cursor === '' ? {} : { after: cursor }),
          })
          const response = await request.get(`/api/environments/${environment}/users?${query}`)
          const answer: { users: { id: string }[]; page: { after: string | null } } =
            await response.json()
          ids.push(...answer.users.map(({ id }) => id))
          cursor = answer.page.after
        }
        await expect(meter).toHaveText(new RegExp(`^${ids.length} (users match|of all)`))
        const who = await users
          .rows(page)
          .evaluateAll((rows) =>
            rows.map((row) => new URL(row.querySelector('a')?.href ?? '').searchParams.get('user')),
          )
        expect(who).toEqual(ids.slice(0, who.length))
      }
    })

    test('a link of a colleague means the colleague’s day', async ({ page }) => {
      await users.open(
        page,
        'notiflows-production',
        '?created=2026-03-08..2026-03-08&zone=Asia/Tokyo',
      )
      const shown = await users
        .rows(page)
        .evaluateAll((rows) => rows.map((row) => row.querySelector('time')?.dateTime ?? ''))
      const [from, to] = ['2026-03-07T15:00:00.000Z', '2026-03-08T15:00:00.000Z']
      expect(shown.filter((iso) => iso < from || iso >= to)).toEqual([])
      expect(shown.length).toBeGreaterThan(0)
    })
  })
}
