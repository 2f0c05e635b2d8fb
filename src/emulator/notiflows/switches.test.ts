import { expect, test } from 'vitest'

import type { NotiflowsPage } from '#src/emulator/testing/call.ts'
import { admin, flowsWith, read, userPath, write } from '#src/emulator/testing/notiflows.ts'

const users = `${admin}/users`

test('both cursors at once: after alone counts (§4)', async () => {
  const emulator = flowsWith({ bothCursors: 'after' })
  const first = (await read<NotiflowsPage>(emulator, `${users}?limit=5`)).body
  const cursor = first.page.after ?? ''
  const path = `${users}?limit=5&after=${cursor}`
  const wanted = (await read<NotiflowsPage>(emulator, path)).body
  expect((await read<NotiflowsPage>(emulator, `${path}&before=${cursor}`)).body).toEqual(wanted)
})

test('a cursor that cannot be read asks for the first page (§4)', async () => {
  const emulator = flowsWith({ badCursor: 'first-page' })
  const first = await read<NotiflowsPage>(emulator, `${users}?limit=5`)
  expect((await read<NotiflowsPage>(emulator, `${users}?limit=5&after=x`)).body).toEqual(first.body)
})

test('a bare date is midnight (§4)', async () => {
  const bare = `${users}?created_before=2026-06-01&limit=3`
  expect((await read(flowsWith(), bare)).status).toBe(400)
  const emulator = flowsWith({ bareDates: 'midnight' })
  const whole = `${users}?created_before=2026-06-01T00:00:00Z&limit=3`
  expect((await read(emulator, bare)).body).toEqual((await read(emulator, whole)).body)
  expect((await read(emulator, `${users}?created_before=2026-02-31`)).status).toBe(400)
})

test('errors can have the newer type, and assumed codes another name (§5, §11)', async () => {
  const emulator = flowsWith({ errorType: 'newer', validationCode: 'unprocessable_entity' })
  expect((await read(emulator, userPath('nobody'))).body).toMatchObject({
    error: { type: 'https://notiflows.com/docs/api/errors#not_found-404', code: 'not_found' },
  })
  expect((await write(emulator, 'PUT', userPath('ada'), { phone: '12' })).body).toMatchObject({
    error: {
      type: 'https://notiflows.com/docs/api/errors#unprocessable_entity-422',
      code: 'unprocessable_entity',
      status: 422,
    },
  })
})

test('unset fields can be left out everywhere (§9)', async () => {
  const emulator = flowsWith({ unset: 'omitted' })
  const { body } = await write(emulator, 'PUT', userPath('ada'), {})
  expect(Object.keys(Object(body))).toEqual(['id', 'external_id', 'created_at', 'updated_at'])
  const page = await read<NotiflowsPage>(emulator, `${admin}/deliveries?limit=50`)
  expect(JSON.stringify(page.body.items)).not.toContain('null')
})
