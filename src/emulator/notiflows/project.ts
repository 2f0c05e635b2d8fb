import type { NotiflowsProject } from '#src/emulator/environments.ts'
import { idScheme, numberForm, opaqueForm, type IdScheme } from '#src/emulator/random/ids.ts'

import { catalogTopics, createCatalog, type Catalog } from './catalog.ts'
import type { Fixture } from './fixtures.ts'
import { History } from './history.ts'
import { People } from './people.ts'
import { PreferenceStore } from './preferences.ts'
import { createRecords } from './record.ts'
import { ChannelSettingsStore } from './settings.ts'
import { Topics } from './topics.ts'
import { Users } from './users.ts'

/** What one project holds. */
export type Project = {
  readonly catalog: Catalog
  readonly users: Users
  readonly people: People
  readonly settings: ChannelSettingsStore
  readonly preferences: PreferenceStore
  readonly topics: Topics
  readonly history: History
}

export type ProjectOptions = {
  /** People in a project that has many. */
  readonly many: number
  /** The present, epoch ms. */
  readonly now: number
  /** The instant of a write, epoch ms: never the same twice. */
  readonly tick: () => number
  readonly fixtures: readonly Fixture[]
}

/** Makes what one project holds. Costs the same for any number of people. */
export const createProject = (
  project: NotiflowsProject,
  { many, now, tick, fixtures }: ProjectOptions,
): Project => {
  const { id: projectId } = project
  const size = project.people === 'many' ? many : project.people
  const known = fixtures.slice(0, size).map(({ user }) => user)
  const externalIds = idsOf(project)
  const { idOf: externalIdOf } = externalIds
  const records = createRecords({ projectId, now, externalIdOf, count: size - known.length })
  const users = new Users({ fixtures: known, externalIds, records })
  const people = new People(projectId, records, known, users)
  const catalog = createCatalog(project, now)
  return {
    catalog,
    users,
    people,
    settings: new ChannelSettingsStore(people, now),
    preferences: new PreferenceStore(people, catalog),
    topics: new Topics({ projectId, people, names: catalogTopics(catalog), now, tick }),
    history: new History({ projectId, catalog, people, now }),
  }
}

const idsOf = ({ id, stage }: NotiflowsProject): IdScheme =>
  stage === 'production'
    ? idScheme(opaqueForm(id, 'C-', true), numberForm(id, 'shop_', 40_000))
    : idScheme(numberForm(id, 'test-user-', 1, 4))
