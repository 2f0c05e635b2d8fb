import {
  notificationapiAccounts,
  type NotificationapiEnvironment,
} from '#src/emulator/environments.ts'
import { idScheme, numberForm, opaqueForm, type IdScheme } from '#src/emulator/random/ids.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import type { Fixture } from './fixture.ts'
import { InAppFeeds } from './inapp.ts'
import { Logs } from './logs.ts'
import { Preferences } from './preferences.ts'
import { createRecords } from './record.ts'
import type { Tenant } from './tenant.ts'
import { Users } from './users.ts'

export type TenantOptions = {
  /** People in an environment that has many. */
  readonly many: number
  /** The present, epoch ms. */
  readonly now: number
  readonly fixtures: readonly Fixture[]
  readonly listOrder: NotificationapiSwitches['listOrder']
}

/** Makes what one environment holds. Costs the same for any number of people, unless they are listed by id. */
export const createTenant = (
  environment: NotificationapiEnvironment,
  { many, now, fixtures, listOrder }: TenantOptions,
): Tenant => {
  const { clientId, stage } = environment
  const ids = idsOf(environment)
  const size = environment.people === 'many' ? many : environment.people
  const known = fixtures.slice(0, size).map(({ user }) => user)
  const count = size - known.length
  const records = createRecords({ clientId, stage, now, idOf: ids.idOf })
  const users = new Users({ clientId, size, fixtures: known, ids, make: records, listOrder })
  const preferences = new Preferences(clientId)
  const account = notificationapiAccounts.find(({ clientIds }) => clientIds.includes(clientId))
  const logs = new Logs({
    environment,
    accountId: account?.id ?? '',
    now,
    fixtures: known,
    count,
    make: (index) => records(index, count),
    indexOf: ids.indexOf,
    preferences,
  })
  return { environment, users, preferences, logs, feeds: new InAppFeeds({ logs, clientId, now }) }
}

const idsOf = ({ clientId, stage }: NotificationapiEnvironment): IdScheme =>
  stage === 'production'
    ? idScheme(opaqueForm(clientId, 'usr_'), numberForm(clientId, '', 1_000_000))
    : idScheme(opaqueForm(clientId, 'stg_'), numberForm(clientId, 'qa-', 1, 5))
