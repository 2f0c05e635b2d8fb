import { expect, test } from 'vitest'
import { askedOnce } from './asked-once.ts'

const listening = (most?: number) => {
  const asked: string[] = []
  const ask = askedOnce((text: string) => {
    asked.push(text)
    return text === 'yes'
  }, most)
  return { ask, asked }
}

test('each text is asked about once, and the answer stays the same, also a false one', () => {
  const { ask, asked } = listening()
  expect(['yes', 'no', 'yes', 'no'].map(ask)).toEqual([true, false, true, false])
  expect(asked).toEqual(['yes', 'no'])
})

test('no more answers are kept than allowed, and none for a long text, which are asked for again', () => {
  const { ask, asked } = listening(1)
  for (const text of ['a', 'b', 'b', 'a']) ask(text)
  expect(asked).toEqual(['a', 'b', 'b'])
  const long = listening()
  for (const length of [64, 64, 65, 65]) long.ask('x'.repeat(length))
  expect(long.asked.map((text) => text.length)).toEqual([64, 65, 65])
})
