import fc from 'fast-check'
import { expect, test } from 'vitest'

import { call, emulatorOf, get, napiKey, walkNapi } from '#src/emulator/testing/call.ts'

const users = 45
const pathOf = (id: string) => `/notificationapi/users/${encodeURIComponent(id)}`

const everybody = async (emulator: ReturnType<typeof emulatorOf>, sizes = [1000]) =>
  (await walkNapi(emulator, napiKey, sizes)).flatMap((page) => page.users)

const start = await everybody(emulatorOf({ users }))

// Later than anything in the list, and a clock that stands still.
const time = '2026-11-22T18:00:00.000Z'

const id = fc.oneof(
  fc.constantFrom(...start.map((user) => user.id)),
  fc.constantFrom('new-1', 'new/2', 'new 3', 'usr_00000000', '20000001', 'ünïcödé'),
)
const write = fc.record({
  verb: fc.constantFrom('put', 'put', 'delete'),
  id,
  email: fc.constantFrom('a@orchard.test', 'b@orchard.test'),
})

test('after any writes, the list in pages of any size and every get are the model', async () => {
  const script = fc.array(write, { maxLength: 25 })
  const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(script, sizes, async (writes, some) => {
      const emulator = emulatorOf({ users })
      const model = new Map<string, object>(start.map((user) => [user.id, user]))
      for (const { verb, id: who, email } of writes) {
        if (verb === 'delete') {
          await call(emulator, 'DELETE', pathOf(who), napiKey)
          model.delete(who)
        } else {
          await call(emulator, 'POST', pathOf(who), napiKey, { email })
          const times = { updatedAt: time, lastSeenTime: time }
          const before = model.get(who) ?? { id: who, createdAt: time }
          model.set(who, { ...before, email, ...times })
        }
      }
      const walked = await everybody(emulator, some)
      expect(new Map(walked.map((user) => [user.id, user]))).toEqual(model)
      expect(walked).toHaveLength(model.size)
      expect(walked).toEqual(await everybody(emulator))
      for (const { id: who } of writes) {
        expect((await get(emulator, pathOf(who), napiKey)).body).toEqual(
          model.get(who) ?? { id: who },
        )
      }
    }),
    { numRuns: 25 },
  )
})
