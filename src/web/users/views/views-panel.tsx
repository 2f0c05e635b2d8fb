import Plus from 'lucide-react/icons/plus'
import type { RefObject } from 'react'
import { viewsSetting } from './saved-views.ts'
import type { SavedViews } from './saved-views.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Link } from '#src/web/ui/link.tsx'
import { Popover } from '#src/web/ui/popover.tsx'
import { NameField } from './name-field.tsx'
import type { Task } from './view-line.tsx'
import { ViewLine } from './view-line.tsx'
import { saveView, viewNamed } from './view-changes.ts'
import { views as words } from '#src/web/words/views.ts'

/** All saved views, and a field to save what is on the screen as another. */
export function ViewsPanel(props: {
  readonly anchor: RefObject<HTMLElement | null>
  readonly saved: SavedViews
  readonly here: string
  readonly pathname: string
  readonly environment: { readonly id: string; readonly name: string }
  readonly task: Task
  readonly onTask: (task: Task) => void
  readonly onClose: () => void
}) {
  const { saved, here, pathname, environment, task, onTask, onClose } = props
  const saving = task?.what === 'save' || saved.views.length === 0
  const save = (name: string) => {
    viewsSetting.set(saveView(saved, crypto.randomUUID(), name, here))
    onTask(null)
  }
  return (
    <Popover anchor={props.anchor} label={words.open.label} onClose={onClose}>
      <div className="w-84 p-1.5">
        {saved.views.length > 0 && (
          <ul aria-label={words.saved}>
            <li className="flex h-9 items-center rounded-md hover:bg-hover">
              <Link
                pathname={pathname}
                onClick={onClose}
                className="flex h-full flex-1 items-center rounded-md px-2 outline-offset-[-2px]"
              >
                {words.all}
              </Link>
            </li>
            {saved.views.map((view) => (
              <ViewLine
                key={view.id}
                view={view}
                saved={saved}
                pathname={pathname}
                environment={environment}
                here={here}
                task={task}
                onTask={onTask}
                onSaved={viewsSetting.set}
                onOpened={onClose}
              />
            ))}
          </ul>
        )}
        {saved.views.length === 0 && <p className="px-2 py-1.5 text-muted">{words.hint}</p>}
        <div className="mt-1 border-t border-line p-1 pt-2 first:mt-0 first:border-0">
          {saving ? (
            <NameField
              label={words.newName}
              name=""
              action={(name) => (viewNamed(saved, name) === undefined ? words.save : words.replace)}
              onName={save}
              onCancel={() => (saved.views.length === 0 ? onClose() : onTask(null))}
            />
          ) : (
            <Button className="w-full justify-start" onClick={() => onTask({ what: 'save' })}>
              <Plus size={14} aria-hidden />
              {words.saveThis}
            </Button>
          )}
        </div>
      </div>
    </Popover>
  )
}
