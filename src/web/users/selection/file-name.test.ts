import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test('a file is named after what is in it', () => {
  expect(
    fileName('Production', ['Created: Last 30 days'], '412 loaded not all', '2026-11-22'),
  ).toBe('rollcall-production-created-last-30-days-412-loaded-not-all-2026-11-22.csv')
  expect(fileName('test', [], '3 selected', '2026-11-22')).toBe(
    'rollcall-test-3-selected-2026-11-22.csv',
  )
})

test('whatever an environment and its filters are called, the name fits every system', () => {
  const name = fileName(
    '../Ünï / ‮x',
    ['Device: a/b\\c:*?"<>|', 'x'.repeat(500)],
    '1 all',
    '2026-11-22',
  )
  expect(name).toMatch(/^rollcall-uni-x-device-a-b-c-x+-1-all-2026-11-22\.csv$/)
  expect(name.length).toBeLessThan(240)
})
