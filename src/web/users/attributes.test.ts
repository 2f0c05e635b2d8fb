import { expect, test } from 'vitest'
import { attributeKeys, attributeText } from './attributes.ts'

test('a text stands as it is, everything else as compact JSON', () => {
  const attributes = { plan: 'pro', seats: 3, beta: false, address: { city: 'Porto', lines: [1] } }
  expect(attributeText(attributes, 'plan')).toBe('pro')
  expect(attributeText(attributes, 'seats')).toBe('3')
  expect(attributeText(attributes, 'beta')).toBe('false')
  expect(attributeText(attributes, 'address')).toBe('{"city":"Porto","lines":[1]}')
})

test('nothing is nothing, also for a key that every object has', () => {
  expect(attributeText({ plan: null }, 'plan')).toBeNull()
  expect(attributeText({}, 'plan')).toBeNull()
  expect(attributeText({}, 'toString')).toBeNull()
  expect(attributeText({}, '__proto__')).toBeNull()
})

test('the keys are those of all users, each once', () => {
  const users = [
    { attributes: { plan: 1, Beta: 2 } },
    { attributes: { plan: 3, area: 4 } },
    { attributes: {} },
  ]
  expect(attributeKeys(users)).toEqual(['area', 'Beta', 'plan'])
})
