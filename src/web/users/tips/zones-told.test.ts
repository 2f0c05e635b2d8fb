import { expect, test } from 'vitest'
import { zonesTold } from './zones-told.ts'

test.each([
  ['Europe/Lisbon', 'Asia/Tokyo', ['Europe/Lisbon', 'UTC', 'Asia/Tokyo']],
  ['Europe/Lisbon', null, ['Europe/Lisbon', 'UTC']],
  ['Europe/Lisbon', 'Central European Time', ['Europe/Lisbon', 'UTC']],
  ['UTC', 'UTC', ['UTC']],
  ['Asia/Tokyo', 'Asia/Tokyo', ['Asia/Tokyo', 'UTC']],
])('read in %s, of a user in %s, an instant is told in %j', (zone, theirs, names) => {
  const told = zonesTold(zone, theirs)
  expect(told.map(({ name }) => name)).toEqual(names)
  expect(told.filter(({ note }) => note !== null).map(({ name }) => name)).toEqual(
    names.filter((name) => name === theirs),
  )
})
