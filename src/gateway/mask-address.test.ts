import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { maskEmail } from '#src/domain/addresses.ts'

import { maskPhone, maskShapes } from './mask-address.ts'

describe('an email address', () => {
  test.each([
    ['ines@orchard.test', 'i•••@orchard.test'],
    ['in@orchard.test', 'i•••@orchard.test'],
    ['i@orchard.test', '•••@orchard.test'],
    ['🍎@orchard.test', '•••@orchard.test'],
    ['éa@orchard.test', 'é•••@orchard.test'],
    ['ines@sub@orchard.test', 'i•••@orchard.test'],
    ['ines@', 'i•••@'],
    ['@orchard.test', '•••@orchard.test'],
    ['ines.orchard.test', '•••'],
    ['x', '•••'],
  ])('%j is shown as %j', (address, masked) => {
    expect(maskEmail(address)).toBe(masked)
  })
})

describe('a telephone number', () => {
  test.each([
    ['+351912000242', '+351 ••• •• 42'],
    ['+351 912 000 242', '+351 ••• •• 42'],
    ['+442079460958', '+44 ••• •• 58'],
    ['+12025550123', '+1 ••• •• 23'],
    ['+3519120', '••• •• 20'],
    ['+35191', '•••'],
    ['+9991234567', '••• •• 67'],
    ['00351912000242', '••• •• 42'],
    ['020 7946 0123', '••• •• 23'],
    ['٠٢٠٧٩٤٦٠١٢٣', '••• •• ٢٣'],
    ['912345', '•••'],
    ['42', '•••'],
    ['none', '•••'],
  ])('%j is shown as %j', (number, masked) => {
    expect(maskPhone(number)).toBe(masked)
  })

  test('does not tell its length', () => {
    const lengths = [9, 11, 13].map((digits) => maskPhone(`+44${'7'.repeat(digits)}`).length)
    expect(new Set(lengths).size).toBe(1)
  })
})

describe('a text', () => {
  test.each([
    ['mail to ines@orchard.test, or not', 'mail to i•••@orchard.test, or not'],
    ['<ines@orchard.test>', '<i•••@orchard.test>'],
    ['mailto:ines@orchard.test?subject=x', 'mailto:i•••@orchard.test?subject=x'],
    ['rfc822;ines@orchard.test', 'rfc822;i•••@orchard.test'],
    ['to=ines%40orchard.test&x=1', 't•••%40orchard.test&x=1'],
    ['a@b.test,c@d.test', '•••@b.test,•••@d.test'],
    ['root@localhost', 'r•••@localhost'],
    ['x@[192.0.2.1]', '•••@[192.0.2.1]'],
    ["o'brien+tag@orchard.test", 'o•••@orchard.test'],
    ['call +351 912 000 242 now', 'call +351 ••• •• 42 now'],
    ['+44 (0)20 7946-0958', '+44 ••• •• 58'],
    ['tel:%2B351912000242', 'tel:+351 ••• •• 42'],
  ])('%j is shown as %j', (text, masked) => {
    expect(maskShapes(text)).toBe(masked)
  })

  test.each([
    '',
    '@signe',
    '#ops',
    'a @ b',
    '2026-01-04T09:12:00+13:00',
    'Etc/GMT+12',
    '1+1',
    'smtp; 550 5.1.1 user unknown',
    '192.0.2.25',
  ])('%j is left as it is', (text) => {
    expect(maskShapes(text)).toBe(text)
  })

  test('that is masked stays as it is', () => {
    const parts = fc.constantFrom('@', '%40', '+', '•••', ' ', '351', '9120002', 'ines', '.', ':')
    const texts = fc.array(parts, { maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const masked = maskShapes(text)
        expect(maskShapes(masked)).toBe(masked)
      }),
    )
  })

  test.each(['a', '@', 'a@', '+', '+1', '1', '%40', '%', '•'])(
    'of nothing but %j is done before anybody waits, however long it is',
    (part) => {
      // Where each character were looked at with all others, this would take minutes.
      const text = part.repeat(400_000 / part.length)
      expect(maskShapes(text).length).toBeGreaterThan(0)
    },
  )
})
