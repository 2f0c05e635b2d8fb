import { goTo } from '#src/web/lib/address.ts'
import type { Command } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import type { SavedView, SavedViews } from './saved-views.ts'
import { viewsSetting } from './saved-views.ts'
import { pinView, setDefault } from './view-changes.ts'
import type { Task } from './view-line.tsx'
import { copyView } from './view-line.tsx'

const command = (id: string, label: string, run: () => void, when = true): Command => ({
  id: `views.${id}`,
  label,
  group: 'Views',
  when,
  run,
})

/** What can be done with the saved views, from the palette. Draws nothing. */
export function ViewCommands(props: {
  readonly saved: SavedViews
  readonly pathname: string
  readonly here: string
  readonly environment: { readonly id: string; readonly name: string }
  readonly onTask: (task: Task) => void
}) {
  const { saved, pathname, here, environment, onTask } = props
  const go = (search: string) => goTo(pathname, search)
  const ofView = (view: SavedView): readonly Command[] => {
    const { id, name, search, pinned } = view
    const isDefault = saved.defaults[environment.id] === id
    return [
      command(`open.${id}`, `Open the view ${name}`, () => go(search), search !== here),
      command(
        `pin.${id}`,
        `${pinned ? 'Take' : 'Keep'} ${name} ${pinned ? 'out of' : 'in'} the bar`,
        () => viewsSetting.set(pinView(saved, id, !pinned)),
      ),
      command(
        `default.${id}`,
        isDefault
          ? `Open ${environment.name} with all users`
          : `Open ${environment.name} with ${name}`,
        () => viewsSetting.set(setDefault(saved, environment.id, isDefault ? null : id)),
      ),
      command(`link.${id}`, `Copy a link to ${name}`, () => void copyView(pathname, view)),
      command(`rename.${id}`, `Rename the view ${name}`, () => onTask({ what: 'rename', id })),
      command(`delete.${id}`, `Delete the view ${name}`, () => onTask({ what: 'delete', id })),
    ]
  }
  useCommands([
    {
      id: 'views.save',
      label: 'Save what is on the screen as a view',
      group: 'Views',
      keys: ['Shift+s'],
      words: 'create new bookmark',
      run: () => onTask({ what: 'save' }),
    },
    command('all', 'All users', () => go('')),
    ...saved.views.flatMap(ofView),
  ])
  return null
}
