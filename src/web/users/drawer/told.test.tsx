import { InfiniteQueryObserver, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Preference } from '#src/domain/preferences.ts'
import { toldList, type Gaps } from '#src/domain/told.ts'
import { userNamed } from '#src/web/users/fakes.ts'
import { userQueries } from '#src/web/users/queries.ts'
import { ActivityList } from './activity-list.tsx'
import { Preferences, Subscriptions } from './preferences.tsx'

// What the drawer says of lists that are not whole, as the page has it: without its tags.

const textOf = (node: ReactNode): string =>
  renderToStaticMarkup(node)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const cut: Gaps = { unreadable: 0, firstOnly: 1000 }
const unread: Gaps = { unreadable: 2, firstOnly: null }
const choice: Preference = {
  notification: 'order',
  name: 'Order confirmed',
  channel: 'email',
  enabled: false,
  delivery: null,
}

const choicesSay = (value: readonly Preference[], gaps?: Gaps) =>
  textOf(<Preferences preferences={toldList(value, gaps)} />)

describe('preferences', () => {
  test('that are whole say no more than what they are', () => {
    expect(choicesSay([choice])).toBe('Preferences Order confirmed by email opted out')
    expect(choicesSay([])).toContain('No choices are recorded.')
    expect(choicesSay([{ ...choice, enabled: true }])).toContain('Opted out of nothing.')
  })

  test('that are cut are the first ones', () => {
    expect(choicesSay([choice], cut)).toContain(
      'Only the first 1,000 choices were read; there are more.',
    )
  })

  test('of which some cannot be read claim nothing about those', () => {
    expect(choicesSay([choice], unread)).toContain('2 choices could not be read.')
    expect(choicesSay([choice], { ...unread, unreadable: 1 })).toContain(
      '1 choice could not be read.',
    )
    const on = choicesSay([{ ...choice, enabled: true }], unread)
    expect(on).toContain('Opted out of nothing that was read.')
    expect(on).toContain('2 choices could not be read.')
    const none = choicesSay([], unread)
    expect(none).toContain('2 choices could not be read.')
    expect(none).not.toContain('No choices')
  })
})

test('topics say which are the first, and what of one could not be read', () => {
  const topics = [
    { topic: 'news', since: null, malformed: ['created_at'] },
    { topic: 'news', since: null, malformed: [] },
  ]
  const list = toldList(topics, { unreadable: 1, firstOnly: 100 })
  expect(textOf(<Subscriptions subscriptions={list} zone="UTC" />)).toBe(
    'Topics news subscribed, could not be read: created_at news subscribed ' +
      'Only the first 100 topics were read; there are more. 1 topic could not be read.',
  )
})

const readable: readonly string[] = []
const sent = { id: 'd1', channel: 'email', status: 'sent', at: null, failure: null }
const row = { ...sent, notification: 'order', statusRaw: null, malformed: readable }
const page = (
  after: string | null,
  activity: unknown[],
  gaps = { unreadable: 0, firstOnly: null },
) => Response.json({ told: true, activity, page: { after }, gaps })

/** What the drawer says after each of these answers of the gateway was asked for. */
const says = async (...answers: readonly Response[]) => {
  const left = [...answers]
  vi.stubGlobal('fetch', async () => left.shift() ?? Response.error())
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const observer = new InfiniteQueryObserver(client, userQueries.activity('prod', 'ada'))
  await observer.refetch()
  while (left.length > 0) await observer.fetchNextPage()
  return textOf(
    <QueryClientProvider client={client}>
      <ActivityList environment="prod" user={userNamed('ada')} preferences={[]} now={0} />
    </QueryClientProvider>,
  )
}
const problem = (code: string, status: number) =>
  Response.json(
    { type: `/problems/${code}`, title: 'Refused', detail: 'x', status, requestId: 'r' },
    { status },
  )

describe('activity', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('of nothing says so only at the end', async () => {
    expect(await says(page(null, []))).toBe('Activity Nothing was sent lately.')
    expect(await says(page('p1', []))).toBe(
      'Activity Nothing here yet, but there is more to look through. Show older',
    )
    expect(await says(page('p1', []), page(null, [row]))).toBe('Activity – email sent order')
  })

  test('that comes twice is shown once', async () => {
    const text = await says(page('p1', [row]), page(null, [row, { ...row, id: 'd2' }]))
    expect(text).toBe('Activity – email sent order – email sent order')
  })

  test('says what is left out, in a row and of the list', async () => {
    const odd = { ...row, malformed: ['email_failed_at'] }
    expect(await says(page(null, [odd], { unreadable: 1, firstOnly: null }))).toBe(
      'Activity – email sent order could not be read: email_failed_at 1 entry could not be read.',
    )
    expect(await says(page(null, [], { unreadable: 3, firstOnly: null }))).toBe(
      'Activity 3 entries could not be read.',
    )
  })

  test.each(['bad-cursor', 'foreign-cursor', 'cursor-loop'])(
    'F09: after %s keeps its rows and offers the newest instead of the same again',
    async (code) => {
      const text = await says(page('p1', [row]), problem(code, 400))
      expect(text).toContain('email sent order')
      expect(text).toContain('Start again from the newest')
      expect(text).not.toContain('Try again')
    },
  )

  test('after another failure keeps its rows and offers the same again', async () => {
    const text = await says(page('p1', [row]), problem('platform-failed', 502))
    expect(text).toContain('email sent order')
    expect(text).toContain('Try again')
    expect(text).not.toContain('Start again')
  })

  test('F07: a circle is told, and leads no further', async () => {
    const text = await says(page('p1', [row]), page('p1', []))
    expect(text).toContain('The platform leads in a circle here')
    expect(text).not.toContain('Show older')
  })
})
