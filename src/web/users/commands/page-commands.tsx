import type { Environment } from '#src/domain/environment.ts'
import type { ColumnSettings } from '#src/web/users/column-settings.ts'
import type { ChangeSettings } from '#src/web/users/use-column-settings.ts'
import type { Narrowed } from '#src/web/users/filters/chips.ts'
import type { UserRows } from '#src/web/users/use-user-rows.ts'
import type { View, ViewChange } from '#src/web/users/view.ts'
import { useColumnCommands } from './use-column-commands.ts'
import { useListCommands } from './use-list-commands.ts'
import { ZoneCommands } from './zone-commands.ts'

/** Every command of the users page that no part of it registers itself. Draws nothing. */
export function PageCommands(props: {
  readonly environment: Environment
  readonly narrowed: Narrowed
  readonly rows: UserRows
  readonly view: View
  readonly settings: ColumnSettings
  readonly change: (next: ViewChange, replace?: boolean) => void
  readonly onSettings: ChangeSettings
  readonly onRestart: () => void
}) {
  useListCommands(props)
  useColumnCommands(props.settings, props.environment.capabilities, props.onSettings)
  return (
    <ZoneCommands
      environment={props.environment.id}
      user={props.view.user}
      zone={props.view.zone}
      change={props.change}
    />
  )
}
