import { expect, test } from 'vitest'

import { admin, flowsWith, read, userPath, walk, write } from '#src/emulator/testing/notiflows.ts'

const emulator = flowsWith()
const person = userPath('demo-full-profile')
const mention = async (on = emulator) =>
  (await walk(on, `${person}/notifications`)).find((row) => row['topic'] === 'team')

test('a notification got by itself tells its people and its deliveries (§3)', async () => {
  const listed = await mention()
  const { body } = await read(emulator, `${admin}/notifications/${listed?.id}`)
  const recipient = (await read(emulator, person)).body
  const actor = (await read(emulator, userPath('cust-0311'))).body
  expect(listed?.['actor_id']).toBe(actor.id)
  const own = await walk(emulator, `${admin}/notifications/${listed?.id}/deliveries`)
  expect(own.map((row) => row['actor_id'])).toEqual([actor.id, actor.id])
  expect(body).toEqual({ ...listed, recipient, actor, deliveries: own })
})

test('people who are gone are not told with it', async () => {
  const on = flowsWith()
  const listed = await mention(on)
  await write(on, 'DELETE', person)
  await write(on, 'DELETE', userPath('cust-0311'))
  const { body } = await read(on, `${admin}/notifications/${listed?.id}`)
  expect(Object.keys(body)).toContain('deliveries')
  expect(Object.keys(body)).not.toContain('recipient')
  expect(Object.keys(body)).not.toContain('actor')
})

test('unset fields can be left out of all of it (§9)', async () => {
  const on = flowsWith({ unset: 'omitted' })
  const listed = await mention(on)
  const { body } = await read(on, `${admin}/notifications/${listed?.id}`)
  expect(JSON.stringify(body)).not.toContain('null')
})

test('what was read in the feed is archived now and then, after it was read', async () => {
  const all = await walk(emulator, `${admin}/deliveries?limit=1000`)
  const archived = all.filter((row) => row['archived_at'] !== null)
  expect(archived.length).toBeGreaterThan(5)
  for (const row of archived) {
    expect(row['channel_type']).toBe('in_app')
    expect(String(row['archived_at']) >= String(row['read_at'])).toBe(true)
    expect(row['updated_at']).toBe(row['archived_at'])
  }
})
