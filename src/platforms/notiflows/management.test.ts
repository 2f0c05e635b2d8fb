import { describe, expect, test } from 'vitest'
import { told, untold } from '#src/domain/told.ts'
import { valueOf } from '#src/platforms/testing/deps.ts'
import {
  channels,
  listed,
  noSignal,
  setting,
  settingsPath,
  setUpUser,
  usual,
} from '#src/platforms/testing/notiflows-user.ts'
import { json, jsonDeep, type Step } from '#src/platforms/testing/scripted-fetch.ts'

const list = (items: readonly unknown[]) => json({ items, page_info: {} })
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `c${i}`,
    type: i % 10 === 9 ? 'mobile_push' : 'email',
  }))

const pagesOf =
  (all: readonly unknown[], honest = true): Step =>
  (sent) => {
    const page = honest ? Number(sent.url.searchParams.get('page')) : 1
    return json({ items: all.slice((page - 1) * 25, page * 25), page_info: {} })(sent)
  }

describe('the list of channels', () => {
  test.each([
    [24, 1],
    [25, 2],
    [60, 3],
  ])('of %i channels is read to its end in %i pages', async (count, pages) => {
    const { get, targets } = setUpUser([
      ...usual,
      ['/management/v1/channels', pagesOf(many(count))],
    ])
    await get()
    expect(targets('/channels?')).toHaveLength(pages)
    expect(targets('channel-settings')).toHaveLength(Math.floor(count / 10))
  })

  test('of a server that knows no pages is not read for ever', async () => {
    const { get, targets } = setUpUser([
      ...usual,
      ['/management/v1/channels', pagesOf(many(25), false)],
    ])
    expect((await get()).user.facts.devices).toEqual(told([]))
    expect(targets('/channels?')).toHaveLength(2)
  })

  test('B03: with ten thousand levels in it costs nothing', async () => {
    const items = [{ id: 'a', type: 'mobile_push', config: 'deep' }]
    const deep = jsonDeep({ items, page_info: {} })
    const { get } = setUpUser([...usual, ['/management/v1/channels', deep]])
    expect((await get()).user.facts.devices).toEqual(told([]))
  })

  test('that never ends is not told', async () => {
    let id = 0
    const endless: Step = (sent) => {
      const items = Array.from({ length: 25 }, () => ({ id: `c${(id += 1)}`, type: 'email' }))
      return json({ items, page_info: {} })(sent)
    }
    const { get } = setUpUser([...usual, ['/management/v1/channels', endless]])
    expect((await get()).user.facts.devices).toEqual(untold('failed'))
  })

  test('is kept for a minute, and shared by those who ask at once', async () => {
    const { get, clock, targets, platform } = setUpUser([...usual, listed(channels)])
    await clock.during(Promise.all([1, 2, 3].map(() => platform.getUser('cust-0311', noSignal))))
    expect(targets('/channels?')).toHaveLength(1)
    await clock.advance(50_000)
    await get()
    expect(targets('/channels?')).toHaveLength(1)
    await clock.advance(10_001)
    await get()
    expect(targets('/channels?')).toHaveLength(2)
  })

  const projects = list([{ slug: 'first' }, { slug: 'second' }, {}, null])

  test('is that of all projects where the account has several, since nothing tells which is ours', async () => {
    const { get, targets } = setUpUser([
      ...usual,
      ['/management/v1/channels', list([{ id: 'a', type: 'mobile_push' }])],
      ['/management/v1/projects', projects],
      ['/management/v1/projects/first/channels', list([{ id: 'a', type: 'mobile_push' }])],
      ['/management/v1/projects/second/channels', list([{ id: 'b', type: 'mobile_push' }])],
      [`${settingsPath}/b`, setting('b', 'fcm', { device_tokens: ['fcm-token-0001'] })],
    ])
    expect(valueOf((await get()).user.facts.devices)).toHaveLength(1)
    expect(targets('channel-settings')).toEqual([`${settingsPath}/a`, `${settingsPath}/b`])
  })

  test('is not guessed where one of several projects cannot be read', async () => {
    const { get } = setUpUser([
      ...usual,
      ['/management/v1/channels', list([])],
      ['/management/v1/projects', projects],
      ['/management/v1/projects/first/channels', list([])],
    ])
    expect((await get()).user.facts.devices).toEqual(untold('failed'))
  })

  test.each([400, 401, 403, 404, 405])('needs no list of projects (%i)', async (status) => {
    const { get } = setUpUser([
      ...usual,
      ['/management/v1/channels', list([])],
      ['/management/v1/projects', json({}, { status })],
    ])
    expect((await get()).user.facts.devices).toEqual(told([]))
  })

  test('is not told when nobody can say whether there are more projects', async () => {
    const { get } = setUpUser([
      ...usual,
      ['/management/v1/channels', list([])],
      ['/management/v1/projects', json({}, { status: 500 })],
    ])
    expect((await get()).user.facts.devices).toEqual(untold('failed'))
  })

  test('that failed is asked for again the next time', async () => {
    let calls = 0
    const once: Step = (sent) => {
      calls += 1
      return calls === 1
        ? json({}, { status: 401 })(sent)
        : json({ items: [], page_info: {} })(sent)
    }
    const { get } = setUpUser([...usual, ['/management/v1/channels', once]])
    expect((await get()).user.facts.devices).toEqual(untold('credential'))
    expect((await get()).user.facts.devices).toEqual(told([]))
  })
})
