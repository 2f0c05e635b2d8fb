import { expect } from 'vitest'

import type { SwitchOverrides } from '#src/emulator/switches.ts'

import { call, emulatorOf, get, notiflowsKeys, type Answer } from './call.ts'

/** An emulator in memory with Notiflows' switches set, by default of 300 users. */
export const flowsWith = (notiflows: SwitchOverrides['notiflows'] = {}, users = 300) =>
  emulatorOf({ users, switches: { notiflows } })

export type FlowsEmulator = ReturnType<typeof flowsWith>

export const admin = '/notiflows/admin'
export const userPath = (externalId: string) => `${admin}/users/${encodeURIComponent(externalId)}`

type Row = { readonly id: string; readonly [field: string]: unknown }
export type Rows = {
  items: Row[]
  page: { after: string | null; before: string | null; has_more_after: boolean }
}

export const read = <T = Row>(
  emulator: FlowsEmulator,
  path: string,
  headers: Record<string, string> = notiflowsKeys,
): Promise<Answer<T>> => get<T>(emulator, path, headers)

export const write = (
  emulator: FlowsEmulator,
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = notiflowsKeys,
) => call(emulator, method, path, headers, body)

/** A list walked to its end in one direction, from a cursor if given; fails on a cursor used twice. */
export const walk = async (
  emulator: FlowsEmulator,
  path: string,
  direction: 'after' | 'before' = 'after',
  from: string | null = null,
): Promise<Row[]> => {
  const rows: Row[][] = []
  const used = new Set<string>()
  let cursor = from
  for (;;) {
    const join = path.includes('?') ? '&' : '?'
    const place = cursor === null ? '' : `${join}${direction}=${encodeURIComponent(cursor)}`
    const { body } = await read<Rows>(emulator, path + place)
    rows.push(body.items)
    cursor = body.page[direction]
    if (cursor === null) break
    if (used.has(cursor)) throw new Error('a cursor came back')
    used.add(cursor)
  }
  return (direction === 'after' ? rows : rows.toReversed()).flat()
}

/** The body of an error (§5), whatever its message. */
export const errorOf = (code: string, status: number, details: object) => ({
  error: {
    type: `https://docs.notiflows.com/errors/${code}`,
    code,
    message: expect.any(String),
    status,
    request_id: expect.stringMatching(/^req_[0-9a-f]+$/),
    details,
  },
})

/** A 422 for some fields (§5). */
export const fieldErrors = (...fields: readonly (readonly [field: string, reason: string])[]) =>
  errorOf('validation_failed', 422, {
    fields: fields.map(([field, reason]) => ({ field, message: expect.any(String), reason })),
  })
