import { expect, test } from 'vitest'

import { readColumns, writeColumns } from './columns.ts'

test('columns survive being written, and what is none is refused', () => {
  const ids = ['user', '_a,b', '_%2C', '_é']
  expect(readColumns(writeColumns(ids))).toEqual(ids)
  for (const text of ['', 'user,', 'nothing', 'user,user', '_', '%zz'])
    expect(readColumns(text)).toBeNull()
})
