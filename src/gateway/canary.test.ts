import { describe, expect, test } from 'vitest'

import { channelNames } from '#src/domain/reach.ts'

import { environments, openCanary, secrets, secretsIn, token } from './canaries.ts'
import { routeTable } from './routes.ts'

// On every route of the gateway no secret of a platform in any byte that goes out or in any line of the log.

const bodies: Readonly<Record<string, object>> = {
  '/api/environments/:env/find': { text: token },
  '/api/environments/:env/reveal': { id: 'ada', field: 'email' },
}

const queries: Readonly<Record<string, readonly string[]>> = {
  '/api/environments/:env/user': ['?id=ada'],
  '/api/environments/:env/user/activity': ['?id=ada'],
  '/api/environments/:env/user/why': channelNames.map((name) => `?id=ada&channel=${name}`),
}

describe.each([200, 401, 500])('a platform that answers %s and tells all its secrets', (status) => {
  test.each([false, true])('gives none of them away on any route (mask: %s)', async (mask) => {
    const { said, ask } = openCanary(status, mask)
    const silent: string[] = []
    for (const [route, method] of Object.entries(routeTable)) {
      for (const { id } of environments) {
        const path = route.replace(':env', id).replace(':id', 'ada')
        for (const query of queries[route] ?? ['']) {
          const answer = await ask(path + query, method, bodies[route])
          if (answer.status !== 200) silent.push(`${answer.status} ${path}${query}`)
        }
      }
    }
    // Refusals alone would prove nothing, and so would answers without anybody in them.
    expect(status === 200 ? silent : []).toEqual([])
    const all = said.join('\n')
    expect(all.includes('"redacted":true')).toBe(status === 200)
    expect(secrets.length).toBeGreaterThan(15)
    expect(secretsIn(`${all} ${btoa(token)}`)).toEqual([token])
    expect(secretsIn(all)).toEqual([])
  })
})
