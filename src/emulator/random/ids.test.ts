import fc from 'fast-check'
import { expect, test } from 'vitest'

import { idScheme, numberForm, opaqueForm } from './ids.ts'

const schemes = {
  opaque: idScheme(opaqueForm('a', 'usr_'), numberForm('a', '', 1_000_000)),
  grouped: idScheme(opaqueForm('b', 'C-', true), numberForm('b', 'shop_', 40_000)),
  counted: idScheme(numberForm('c', 'test-user-', 1, 4)),
}

test.each(Object.entries(schemes))(
  '%s ids are read back to the number they stand for',
  (_, ids) => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000_000 }), (index) => {
        expect(ids.indexOf(ids.idOf(index))).toBe(index)
      }),
    )
  },
)

test.each(Object.entries(schemes))(
  '%s: what the scheme never wrote stands for nobody',
  (_, ids) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 14 }), (text) => {
        const index = ids.indexOf(text)
        expect(index === null || ids.idOf(index) === text).toBe(true)
      }),
    )
    for (const almost of [
      '',
      'usr_',
      'usr_00000000x',
      'USR_AKGZ8Q7Y',
      'C-AAAA',
      'shop_',
      '-1',
      '01',
    ]) {
      expect(ids.indexOf(almost)).toBeNull()
    }
  },
)
