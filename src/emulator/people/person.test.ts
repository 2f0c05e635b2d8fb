import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { expect, test } from 'vitest'

import { Dice } from '#src/emulator/random/dice.ts'

import { countries, rollEmail, rollPerson, rollPhone } from './person.ts'

const people = Array.from({ length: 5000 }, (_, index) => {
  const dice = new Dice(7, index)
  const person = rollPerson(dice)
  return { person, email: rollEmail(dice, person, index), phone: rollPhone(dice, person) }
})

test.each(countries.map((country) => [country.code, country] as const))(
  'telephone numbers of %s are valid there',
  (code, country) => {
    for (let index = 0; index < 200; index += 1) {
      const [given, family] = [country.given[0], country.family[0]]
      if (given === undefined || family === undefined) throw new Error('a country without names')
      const phone = rollPhone(new Dice(3, index), { country, given, family })
      const parsed = parsePhoneNumberFromString(phone)
      const { number, country: found } = parsed ?? {}
      expect({ number, found, valid: parsed?.isValid() }).toEqual({
        number: phone,
        found: code,
        valid: true,
      })
    }
  },
)

test('mail goes nowhere: only domains set aside for examples and tests', () => {
  for (const { email } of people) {
    expect(email).toMatch(/^[a-z0-9._]+@(example\.(com|org|net)|[a-z]+\.(example|test))$/)
  }
})

test('no two people share an address by accident', () => {
  expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
})

test('zones and locales exist', () => {
  for (const { locales, zones } of countries) {
    for (const zone of zones) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
    }
    for (const locale of locales) expect(new Intl.Locale(locale).toString()).toBe(locale)
  }
})

test.each([
  'Latin',
  'Arabic',
  'Hebrew',
  'Cyrillic',
  'Greek',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Han',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Thai',
  'Georgian',
  'Armenian',
  'Ethiopic',
])('somebody writes their name in %s', (script) => {
  const letters = new RegExp(`\\p{Script=${script}}`, 'u')
  const names = people.map(({ person }) => person.given.written + person.family.written)
  expect(names.some((name) => letters.test(name))).toBe(true)
})

test('names keep their accents', () => {
  const accented = people.filter(({ person }) => /[à-žạ-ỹ]/u.test(person.family.written))
  expect(accented.length).toBeGreaterThan(people.length / 10)
})
