import fc from 'fast-check'
import { expect, test } from 'vitest'

import { admin, flowsWith, read, userPath, walk, write } from '#src/emulator/testing/notiflows.ts'

const users = 45
type User = { id: string; external_id: string; [field: string]: unknown }

const everybody = async (emulator: ReturnType<typeof flowsWith>, limit = 1000): Promise<User[]> =>
  Object(await walk(emulator, `${admin}/users?limit=${limit}`))

const start = await everybody(flowsWith({}, users))

const externalId = fc.oneof(
  fc.constantFrom(...start.map((user) => user.external_id)),
  fc.constantFrom('new-1', 'new/2', 'new 3', 'C-2222-2222', 'shop_40001'),
)
const step = fc.record({
  verb: fc.constantFrom('put', 'put', 'delete'),
  externalId,
  email: fc.constantFrom('a@orchard.test', 'b@orchard.test'),
})

test('after any writes, the list both ways and every get are the model', async () => {
  const script = fc.array(step, { maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(script, fc.integer({ min: 1, max: 30 }), async (steps, limit) => {
      const emulator = flowsWith({}, users)
      // Newest first: somebody new goes to the front, somebody changed stays where they are.
      let model = start
      const statuses: [given: number, wanted: number][] = []
      for (const { verb, externalId: who, email } of steps) {
        const known = model.find((user) => user.external_id === who)
        if (verb === 'delete') {
          const { status } = await write(emulator, 'DELETE', userPath(who))
          statuses.push([status, known === undefined ? 404 : 204])
          model = model.filter((user) => user !== known)
          continue
        }
        const { status, body } = await write(emulator, 'PUT', userPath(who), { email })
        statuses.push([status, known === undefined ? 201 : 200])
        const changed = { ...known, ...Object(body) }
        model =
          known === undefined
            ? [Object(body), ...model]
            : model.map((user) => (user === known ? changed : user))
      }
      expect(statuses.map(([given]) => given)).toEqual(statuses.map(([, wanted]) => wanted))
      expect(await everybody(emulator, limit)).toEqual(model)
      const oldest = model.at(-1)
      const cursor = Buffer.from(JSON.stringify({ id: oldest?.id })).toString('base64url')
      const path = `${admin}/users?limit=${limit}`
      expect(await walk(emulator, path, 'before', cursor)).toEqual(model.slice(0, -1))
      for (const { externalId: who } of steps) {
        const { status, body } = await read<unknown>(emulator, userPath(who))
        const known = model.find((user) => user.external_id === who)
        expect(status === 200 ? body : undefined).toEqual(known)
      }
    }),
    { numRuns: 25 },
  )
})
