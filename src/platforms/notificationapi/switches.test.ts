import { describe, expect, test } from 'vitest'
import type { Json } from '#src/domain/json.ts'
import { told, untold } from '#src/domain/told.ts'
import { createSwitches } from '#src/platforms/notificationapi/switches.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'

const { signal } = new AbortController()
const environment = (clientId: string, ...disableSending: readonly Json[]) => ({
  clientId,
  clientSecret: 'CANARY',
  title: clientId,
  disableSending,
  secureMode: false,
})

function switchesOf(answer: readonly Json[] | PlatformError, envId: string | null = null) {
  const clock = createFakeClock()
  const asked: unknown[] = []
  const getList = async (request: unknown) => {
    asked.push(request)
    if (answer instanceof PlatformError) throw answer
    return answer
  }
  return { clock, asked, ...createSwitches({ getList }, envId, clock) }
}

describe('the channels that an environment has switched off (§4)', () => {
  test('are those of the environment of this id, in our words and each once', async () => {
    const list = [environment('a', 'SMS'), environment('b', 'PUSH', 'push', 'CALL', 'FAX', 7)]
    const { read, known } = switchesOf(list, 'b')
    expect(known()).toEqual(untold('failed'))
    expect(await read(signal)).toEqual(told(['push']))
    expect(known()).toEqual(told(['push']))
  })

  test('are those of the only one, where the credential does not tell which', async () => {
    expect(await switchesOf([environment('a')]).read(signal)).toEqual(told([]))
    expect(await switchesOf([environment('a'), environment('b')]).read(signal)).toEqual(
      untold('failed'),
    )
  })

  test.each<readonly [string, readonly Json[] | PlatformError, 'failed' | 'credential']>([
    ['an id that is not in the list', [environment('b')], 'failed'],
    ['a list of something else', [1, null, { clientId: 'a' }], 'failed'],
    [
      'a credential that may not ask',
      new PlatformError('platform-unauthorized', 'no', { status: 401 }),
      'credential',
    ],
  ])('%s: not told', async (_title, answer, why) => {
    expect(await switchesOf(answer, 'a').read(signal)).toEqual(untold(why))
  })

  test('are asked for once in five minutes, failures too', async () => {
    for (const answer of [[environment('a')], new PlatformError('platform-failed', 'no')]) {
      const { read, asked, clock } = switchesOf(answer, 'a')
      await read(signal)
      await clock.advance(299_999)
      await read(signal)
      expect(asked).toHaveLength(1)
      await clock.advance(1)
      await read(signal)
      expect(asked).toHaveLength(2)
    }
  })
})
