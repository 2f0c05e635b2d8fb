import Link2 from 'lucide-react/icons/link-2'
import Pencil from 'lucide-react/icons/pencil'
import Pin from 'lucide-react/icons/pin'
import Save from 'lucide-react/icons/save'
import Star from 'lucide-react/icons/star'
import Trash2 from 'lucide-react/icons/trash'
import type { ReactNode } from 'react'
import { copyText } from '#src/web/lib/notice.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Link } from '#src/web/ui/link.tsx'
import { toShare } from '#src/web/users/view.ts'
import type { SavedView, SavedViews } from './saved-views.ts'
import { isShown } from './saved-views.ts'
import { NameField } from './name-field.tsx'
import { pinView, removeView, renameView, replaceView, setDefault } from './view-changes.ts'
import { views as words } from '#src/web/words/views.ts'

/** What the panel is asked to do with a view, or with what is on the screen. */
export type Task =
  | null
  | { readonly what: 'save' }
  | { readonly what: 'rename' | 'delete'; readonly id: string }

/** A link to a view, for whoever has the same Rollcall. */
export const copyView = (pathname: string, { name, search }: SavedView): Promise<void> =>
  copyText(
    `${location.origin}${pathname}?${toShare(new URLSearchParams(search))}`,
    words.theLink(name),
  )

/** One saved view: opens it, and all that can be done with it. */
export function ViewLine(props: {
  readonly view: SavedView
  readonly saved: SavedViews
  readonly pathname: string
  readonly environment: { readonly id: string; readonly name: string }
  /** What is on the screen. */
  readonly here: string
  readonly task: Task
  readonly onTask: (task: Task) => void
  readonly onSaved: (next: SavedViews) => void
  readonly onOpened: () => void
}) {
  const { view, saved, pathname, environment, here, task, onTask, onSaved } = props
  const { id, name, search, pinned } = view
  const doing = task !== null && task.what !== 'save' && task.id === id ? task.what : null
  const isDefault = saved.defaults[environment.id] === id
  if (doing === 'rename')
    return (
      <li className="p-1">
        <NameField
          label={words.nameOf(name)}
          name={name}
          action={() => words.rename}
          onName={(next) => {
            onSaved(renameView(saved, id, next))
            onTask(null)
          }}
          onCancel={() => onTask(null)}
        />
      </li>
    )
  if (doing === 'delete')
    return (
      <li className="flex h-9 items-center gap-2 px-2">
        <span className="min-w-0 flex-1 truncate">{words.deleteAsk(name)}</span>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question has just been asked for */}
        <Button look="outline" autoFocus onClick={() => onTask(null)}>
          {words.keep}
        </Button>
        <Button
          look="outline"
          className="text-danger"
          onClick={() => {
            onSaved(removeView(saved, id))
            onTask(null)
          }}
        >
          {words.delete}
        </Button>
      </li>
    )
  return (
    <li className="group flex h-9 items-center rounded-md pe-1 hover:bg-hover">
      <Link
        pathname={pathname}
        search={search}
        aria-current={isShown(search, here) ? 'page' : undefined}
        onClick={props.onOpened}
        className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-md px-2 outline-offset-[-2px] aria-[current]:font-medium"
      >
        <bdi className="truncate">{name}</bdi>
      </Link>
      <Tool
        label={
          isDefault
            ? words.opensWith(environment.name, name)
            : words.openWith(environment.name, name)
        }
        pressed={isDefault}
        onClick={() => onSaved(setDefault(saved, environment.id, isDefault ? null : id))}
      >
        <Star size={13} aria-hidden className={isDefault ? 'fill-current' : ''} />
      </Tool>
      <Tool
        label={words.pin(name)}
        pressed={pinned}
        onClick={() => onSaved(pinView(saved, id, !pinned))}
      >
        <Pin size={13} aria-hidden className={pinned ? 'fill-current' : ''} />
      </Tool>
      <Tool
        label={words.saveAs(name)}
        hidden={isShown(search, here)}
        onClick={() => onSaved(replaceView(saved, id, here))}
      >
        <Save size={13} aria-hidden />
      </Tool>
      <Tool label={words.link(name)} onClick={() => void copyView(pathname, view)}>
        <Link2 size={14} aria-hidden />
      </Tool>
      <Tool label={words.renameThe(name)} onClick={() => onTask({ what: 'rename', id })}>
        <Pencil size={13} aria-hidden />
      </Tool>
      <Tool label={words.deleteThe(name)} onClick={() => onTask({ what: 'delete', id })}>
        <Trash2 size={13} aria-hidden />
      </Tool>
    </li>
  )
}

/** A sign to press. One that is not pressed waits for the pointer or the focus to be near. */
const Tool = (props: {
  readonly label: string
  readonly pressed?: boolean
  /** Its room stays, so that nothing beside it moves. */
  readonly hidden?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}) => (
  <button
    type="button"
    aria-label={props.label}
    title={props.label}
    aria-pressed={props.pressed}
    onClick={props.onClick}
    className={`${props.hidden === true ? 'invisible' : ''} inline-flex size-6 shrink-0 items-center justify-center rounded-md text-muted opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 hover:text-text aria-pressed:text-accent aria-pressed:opacity-100 [@media(hover:none)]:opacity-100`}
  >
    {props.children}
  </button>
)
