import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdSet } from './id-set.ts'

test('says of each id whether it is new, like a set of strings would', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 300 }), (ids) => {
      const set = new IdSet()
      const reference = new Set<string>()
      for (const id of ids) {
        expect(set.add(id)).toBe(!reference.has(id))
        reference.add(id)
      }
    }),
  )
})

test('takes no two of 200,000 alike ids for one', () => {
  const set = new IdSet()
  let fresh = 0
  for (let index = 0; index < 200_000; index += 1) if (set.add(`user-${index}`)) fresh += 1
  expect(fresh).toBe(200_000)
})
