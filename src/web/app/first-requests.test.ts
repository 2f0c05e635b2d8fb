import { expect, test } from 'vitest'
import { changeView } from '#src/web/users/view.ts'
import type { ViewChange } from '#src/web/users/view.ts'
import { firstPaths } from './first-requests.ts'

const pathname = '/environments/staging%2Feu/users'
const list = '/api/environments/staging%2Feu/users?limit=100'

test('an address without filters asks for its list at once', () => {
  expect(firstPaths({ pathname, search: '' })).toEqual(['/api/environments', list])
  expect(firstPaths({ pathname, search: '?user=ada&zone=UTC&columns=user' })).toContain(list)
  expect(firstPaths({ pathname: '/', search: '' })).toEqual(['/api/environments'])
  expect(firstPaths({ pathname: '/environments/%E0%A4%A/users', search: '' })).toHaveLength(1)
})

test.each<[string, ViewChange]>([
  ['creation', { created: { preset: '30d' } }],
  ['last seen', { seen: { preset: 'not-30d' } }],
  ['reach', { reach: { email: ['blocked'] } }],
  ['device', { devices: ['ios'] }],
])('a list that is narrowed by %s is not asked for without its filter', (_, change) => {
  const search = `?${changeView(new URLSearchParams(), change)}`
  expect(firstPaths({ pathname, search })).toEqual(['/api/environments'])
})
