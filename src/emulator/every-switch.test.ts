import { readFile } from 'node:fs/promises'

import { describe, expect, test } from 'vitest'

import type { NotificationapiSwitches, NotiflowsSwitches } from './switches.ts'
import { emulatorOf, napiKey, notiflowsKeys } from './testing/call.ts'
import { asking, testSwitches, type Sightings } from './testing/every-switch.ts'
import * as napiLists from './testing/sightings/notificationapi-lists.ts'
import * as napiRecords from './testing/sightings/notificationapi-records.ts'
import * as flowsLists from './testing/sightings/notiflows-lists.ts'
import * as flowsRecords from './testing/sightings/notiflows-records.ts'
import { switchValues } from './testing/switch-values.ts'

const notificationapi: Sightings<NotificationapiSwitches> = {
  ...napiLists.lists,
  ...napiRecords.records,
}
const notiflows: Sightings<NotiflowsSwitches> = { ...flowsLists.lists, ...flowsRecords.records }

describe('what a client sees of each switch of NotificationAPI', () => {
  testSwitches(notificationapi, switchValues.notificationapi, (switches) => {
    const emulator = emulatorOf({
      users: napiLists.people,
      switches: { notificationapi: switches },
    })
    return asking(emulator, '/notificationapi', napiKey)
  })
})

describe('what a client sees of each switch of Notiflows', () => {
  testSwitches(notiflows, switchValues.notiflows, (switches) => {
    const emulator = emulatorOf({ users: flowsLists.people, switches: { notiflows: switches } })
    return asking(emulator, '/notiflows', notiflowsKeys)
  })
})

test('docs/emulator.md lists every switch with its values, the default first, and none besides', async () => {
  const page = await readFile(new URL('../../docs/emulator.md', import.meta.url), 'utf8')
  for (const [platform, switches] of Object.entries(switchValues)) {
    const [, rest = ''] = page.split(`### ${platform}\n`)
    const [section = ''] = rest.split(/\n#{2,3} /)
    const rows = [...section.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\|/gm)]
    expect(rows.map(([, key, values]) => `${key}: ${values}`)).toEqual(
      [...switches].map(([key, values]) => `${key}: ${values.join(', ')}`),
    )
  }
})
