import { describe, expect, test } from 'vitest'
import { charactersOf, visible } from './visible.ts'

describe('what a platform gives is shown so that nothing in it is hidden (B05)', () => {
  test.each([
    ['plain text stays', 'Inês Prado <ines@orchard.test>', 'Inês Prado <ines@orchard.test>'],
    ['other scripts stay', 'سعید کریمی 민준 박', 'سعید کریمی 민준 박'],
    ['joiners and flags stay', '👩‍👩‍👧‍👦 می‌خواهم 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩‍👩‍👧‍👦 می‌خواهم 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a turn of direction is a mark', 'abc\u202Etxt.exe', 'abc⟨RLO⟩txt.exe'],
    ['isolates are marks', '\u2066a\u2069', '⟨LRI⟩a⟨PDI⟩'],
    ['line ends and NUL are marks', 'a\r\nb\0', 'a⟨CR⟩⟨LF⟩b⟨NUL⟩'],
    ['a control without a name is its number', 'a\u0085', 'a⟨U+0085⟩'],
    ['half a surrogate pair is a mark', 'a\uD83D', 'a⟨U+D83D⟩'],
    ['tags without a flag are marks', 'a\u{E0041}', 'a⟨U+E0041⟩'],
    ['few accents stay', 'e\u0301\u0323', 'e\u0301\u0323'],
    [
      'a tower of accents is cut and counted',
      `e${'\u0301'.repeat(200)}`,
      'e\u0301\u0301\u0301\u0301⟨+196⟩',
    ],
  ])('%s', (_, text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  test('an emoji of several people is one character, so a cut never goes through it', () => {
    expect(charactersOf('a👩‍👩‍👧‍👦é')).toEqual(['a', '👩‍👩‍👧‍👦', 'é'])
  })
})
