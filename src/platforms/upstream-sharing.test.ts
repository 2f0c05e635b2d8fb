import { setMaxListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { hangs } from '#src/platforms/testing/scripted-fetch.ts'
import { busy, good, setUp } from '#src/platforms/testing/upstream.ts'

describe('L02: requests at the same time', () => {
  test('a hundred identical ones share one', async () => {
    const { ask, sent, outcome } = setUp([good])
    const all = Promise.all(Array.from({ length: 100 }, () => ask('1')))
    expect(await outcome(all)).toEqual(Array.from({ length: 100 }, () => ({ fine: true })))
    expect(sent).toHaveLength(1)
    // Finished is finished: the next one asks again.
    await outcome(ask('1'))
    expect(sent).toHaveLength(2)
  })

  test('of a hundred different ones never more than four are under way', async () => {
    let underWay = 0
    let most = 0
    const { ask, clock, outcome, sent } = setUp([
      async (request) => {
        underWay += 1
        most = Math.max(most, underWay)
        await clock.sleep(5)
        underWay -= 1
        return good(request)
      },
    ])
    await outcome(Promise.all(Array.from({ length: 100 }, (_, i) => ask(String(i)))))
    expect(sent).toHaveLength(100)
    expect(most).toBe(4)
  })

  test('those who gave up while waiting for their turn hold nobody up', async () => {
    const { ask, clock, outcome, sent } = setUp([
      async (request) => {
        await clock.sleep(5)
        return good(request)
      },
    ])
    const leaving = new AbortController()
    setMaxListeners(0, leaving.signal)
    const first = Array.from({ length: 4 }, (_, i) => ask(String(i)))
    const left = Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => ask(`left${i}`, leaving.signal)),
    )
    const last = ask('last')
    leaving.abort(new Error('left'))
    expect(await outcome(last)).toEqual({ fine: true })
    await outcome(Promise.all(first))
    const reasons = await left
    expect(reasons.every(({ status }) => status === 'rejected')).toBe(true)
    expect(sent).toHaveLength(5)
  })
})

describe('F16: a caller that leaves', () => {
  test('stops the platform at once and hears its own reason', async () => {
    const { ask, clock, sent } = setUp([hangs])
    const leaving = new AbortController()
    const asked = ask('1', leaving.signal)
    const heard = asked.catch((error: unknown) => error)
    await clock.advance(1)
    const reason = new Error('The browser is gone')
    leaving.abort(reason)
    expect(await heard).toBe(reason)
    await clock.advance(1)
    expect(sent[0]?.signal.aborted).toBe(true)
    await clock.advance(60_000)
    expect(sent).toHaveLength(1)
  })

  test('leaves the shared request to those who stay', async () => {
    const { ask, clock, sent, outcome } = setUp([
      async (request) => {
        await clock.sleep(50)
        return good(request)
      },
    ])
    const leaving = new AbortController()
    const one = ask('1', leaving.signal).catch(() => 'left')
    const two = ask('1')
    await clock.advance(10)
    leaving.abort()
    expect(await one).toBe('left')
    expect(await outcome(two)).toEqual({ fine: true })
    expect(sent).toHaveLength(1)
  })

  test('who has already left asks nobody', async () => {
    const { ask, sent } = setUp([good])
    await expect(ask('1', AbortSignal.abort('gone'))).rejects.toBe('gone')
    expect(sent).toHaveLength(0)
  })

  test('is not waited for while a retry is pending', async () => {
    const { ask, clock, sent } = setUp([busy({ 'retry-after': '5' })])
    const leaving = new AbortController()
    const heard = ask('1', leaving.signal).catch((error: unknown) => error)
    await clock.advance(1000)
    leaving.abort('gone')
    expect(await heard).toBe('gone')
    await clock.advance(60_000)
    expect(sent).toHaveLength(1)
  })
})
