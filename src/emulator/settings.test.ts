import { describe, expect, test } from 'vitest'

import { readSettings } from './settings.ts'
import { defaultSwitches, withDefaults } from './switches.ts'

const name = 'ROLLCALL_EMULATOR_SWITCHES'
const read = (text: string) => readSettings({ [name]: text }).switches

describe('switches from the environment', () => {
  test('are none when the variable is absent or empty', () => {
    expect(readSettings({})).not.toHaveProperty('switches')
    expect(readSettings({ [name]: ' ' })).not.toHaveProperty('switches')
  })

  test('are those given over the defaults', () => {
    const switches = withDefaults(
      read('{"notificationapi":{"shortPages":true,"unset":"null"},"notiflows":{"latencyMs":5}}'),
    )
    expect(switches).toEqual({
      notificationapi: { ...defaultSwitches.notificationapi, shortPages: true, unset: 'null' },
      notiflows: { ...defaultSwitches.notiflows, latencyMs: 5 },
    })
  })

  test.each([
    ['shortPages=1', `${name} must be JSON`],
    ['[]', `${name}: the whole must be an object`],
    ['{"notificationapi":{"shortPagez":true}}', `${name}: notificationapi.shortPagez is no switch`],
    ['{"pingram":{}}', `${name}: pingram is no switch`],
    [
      '{"notificationapi":{"shortPages":"hush"}}',
      'notificationapi.shortPages must be true or false',
    ],
    ['{"notiflows":{"unset":"hush"}}', 'notiflows.unset must be one of null, omitted'],
    ['{"notiflows":{"refuseEvery":-1}}', 'notiflows.refuseEvery must be 0 or more'],
    ['{"notiflows":{"refuseEvery":1.5}}', 'notiflows.refuseEvery must be a whole number'],
    ['{"notiflows":{"latencyMs":9000000}}', 'notiflows.latencyMs must be 600000 or less'],
  ])('%s: named, its value not repeated', (text, message) => {
    expect(() => read(text)).toThrow(message)
    expect(() => read(text)).not.toThrow('hush')
  })

  test('every fault is named at once', () => {
    expect(() => read('{"notiflows":{"a":1,"latencyMs":"x"}}')).toThrow(
      /latencyMs must be a whole number.*notiflows\.a is no switch/,
    )
  })
})
