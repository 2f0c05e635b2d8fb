import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRetryBudget } from '#src/platforms/retry-budget.ts'

test('ten tries may be made again at once, and one more for every five successes', () => {
  const budget = createRetryBudget()
  const spent = () => Array.from({ length: 20 }, budget.spend).filter((isFree) => isFree).length
  expect(spent()).toBe(10)
  for (let i = 0; i < 4; i += 1) budget.earn()
  expect(spent()).toBe(0)
  budget.earn()
  expect(spent()).toBe(1)
  for (let i = 0; i < 1000; i += 1) budget.earn()
  expect(spent()).toBe(10)
})

test('F03: whatever happens, no more than ten and a fifth of the successes', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 500, size: 'max' }), (story) => {
      const budget = createRetryBudget()
      let earned = 0
      let spent = 0
      for (const isSuccess of story) {
        if (isSuccess) {
          budget.earn()
          earned += 1
        } else if (budget.spend()) spent += 1
        expect(spent).toBeLessThanOrEqual(10 + earned / 5)
      }
    }),
  )
})
