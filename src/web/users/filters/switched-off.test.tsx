import { expect, test } from 'vitest'
import type { Verdict } from '#src/domain/reach.ts'
import { userNamed } from '#src/web/users/fakes.ts'
import { knowsOf, offInWords } from './switched-off.tsx'

const judged = (...reasons: Verdict['reasons']) => {
  const { channels } = userNamed('ada')
  return { channels: { ...channels, push: { ...channels.push, reasons } } }
}

test('a row is out of date only when it was judged without the switches', () => {
  const switchedOff = { code: 'switched-off', field: 'environment' } as const
  expect(knowsOf(['push'], judged())).toBe(false)
  expect(knowsOf(['push'], judged(switchedOff))).toBe(true)
  expect(knowsOf(['push', 'sms'], judged(switchedOff))).toBe(false)
})

test('an operator reads which channels nobody gets', () => {
  expect(offInWords(['push'])).toBe('Push is switched off here')
  expect(offInWords(['push', 'sms'])).toBe('Push and SMS are switched off here')
})
