import { expect, test } from 'vitest'
import { findMatches } from './match.ts'

const find = (query: string, ...texts: string[]) => findMatches(texts, query, (text) => text)

test('every word of the query must be met, in any order', () => {
  expect(find('days last', 'Last 7 days', 'Last seen', 'Any days')).toEqual(['Last 7 days'])
})

test('the beginning of the text counts most, then of a word, then its inside', () => {
  expect(find('on', 'Common zone', 'Switch on', 'On hover')).toEqual([
    'On hover',
    'Switch on',
    'Common zone',
  ])
})

test('marks and case make no difference', () => {
  expect(find('ines', 'Inês Prado')).toEqual(['Inês Prado'])
  expect(find('INÊS', 'ines@orchard.test')).toEqual(['ines@orchard.test'])
})

test('an empty query leaves everything as it stands, and a meaningless one finds nothing', () => {
  expect(find('  ', 'b', 'a')).toEqual(['b', 'a'])
  expect(find('zq', 'b', 'a')).toEqual([])
})

test('names of zones are found by their parts', () => {
  expect(find('york', 'America/New_York', 'Europe/Lisbon')).toEqual(['America/New_York'])
  expect(find('america/new', 'America/New_York', 'Europe/Lisbon')).toEqual(['America/New_York'])
})
