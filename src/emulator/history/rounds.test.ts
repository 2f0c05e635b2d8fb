import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Rounds } from './rounds.ts'

const from = Date.UTC(2026, 9, 1)
const to = Date.UTC(2026, 10, 1)
const roundsOf = (people: number, seed = 7) => new Rounds({ people, rounds: 3, seed, from, to })

test('everybody has one turn in each round, and each turn is found by its person', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (people, seed) => {
      const rounds = roundsOf(people, seed)
      const turns = Array.from({ length: people }, (_, person) => rounds.turnsOf(person))
      expect(turns.flat().toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: people * 3 }, (_, turn) => turn),
      )
      for (const [person, theirs] of turns.entries()) {
        for (const turn of theirs) expect(rounds.personAt(turn)).toBe(person)
      }
    }),
    { numRuns: 30 },
  )
})

test.each([1, 1000, 10_000_000, 100_000_000])('%i people: instants only go forward', (people) => {
  const rounds = roundsOf(people)
  for (const start of [0, Math.floor(rounds.length / 2), rounds.length - 1000]) {
    for (
      let turn = Math.max(0, start);
      turn < Math.min(start + 999, rounds.length - 1);
      turn += 1
    ) {
      expect(rounds.tickOf(turn + 1)).toBeGreaterThan(rounds.tickOf(turn))
    }
  }
  expect(rounds.instantOf(0)).toBeGreaterThanOrEqual(from)
  expect(rounds.instantOf(rounds.length - 1)).toBeLessThan(to)
})

test('the first turn since an instant is found', () => {
  const rounds = roundsOf(100)
  const instants = Array.from({ length: rounds.length }, (_, turn) => rounds.instantOf(turn))
  fc.assert(
    fc.property(fc.integer({ min: from - 1000, max: to + 1000 }), (instant) => {
      expect(rounds.firstSince(instant)).toBe(instants.filter((at) => at < instant).length)
    }),
  )
})

test('nobody at all is a history too', () => {
  const rounds = roundsOf(0)
  expect(rounds.length).toBe(0)
  expect(rounds.turnsOf(0)).toEqual([])
  expect(rounds.firstSince(from)).toBe(0)
})
