import { goTo } from '#src/web/lib/address.ts'
import type { Command } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import type { SavedView, SavedViews } from './saved-views.ts'
import { isShown, viewsSetting } from './saved-views.ts'
import { pinView, replaceView, setDefault } from './view-changes.ts'
import type { Task } from './view-line.tsx'
import { copyView } from './view-line.tsx'
import { views as words } from '#src/web/words/views.ts'

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
      command(`open.${id}`, words.openView(name), () => go(search), !isShown(search, here)),
      command(`pin.${id}`, (pinned ? words.unpin : words.pin)(name), () =>
        viewsSetting.set(pinView(saved, id, !pinned)),
      ),
      command(
        `default.${id}`,
        isDefault ? words.openWithAll(environment.name) : words.openWith(environment.name, name),
        () => viewsSetting.set(setDefault(saved, environment.id, isDefault ? null : id)),
      ),
      command(
        `replace.${id}`,
        words.saveAs(name),
        () => viewsSetting.set(replaceView(saved, id, here)),
        !isShown(search, here),
      ),
      command(`link.${id}`, words.link(name), () => void copyView(pathname, view)),
      command(`rename.${id}`, words.renameView(name), () => onTask({ what: 'rename', id })),
      command(`delete.${id}`, words.deleteView(name), () => onTask({ what: 'delete', id })),
    ]
  }
  useCommands([
    {
      id: 'views.save',
      ...words.saveCommand,
      group: 'Views',
      keys: ['Shift+s'],
      run: () => onTask({ what: 'save' }),
    },
    command('all', words.all, () => go('')),
    ...saved.views.flatMap(ofView),
  ])
  return null
}
