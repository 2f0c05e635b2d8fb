import type { User } from '#src/domain/user.ts'
import type { Environment } from '#src/domain/environment.ts'
import { isEnvironmentsAnswer } from '#src/web/environments/environments-answer.ts'
import { draw } from '#src/web/lib/draw.ts'
import { isAskedEarly, peekEarly } from '#src/web/lib/early.ts'
import { roundedNow } from '#src/web/lib/use-now.ts'
import { ColumnHeader, headers } from '#src/web/users/column-header.tsx'
import { layOut } from '#src/web/users/column-layout.ts'
import { rowHeights, shownColumns } from '#src/web/users/column-settings.ts'
import { headerHeight, ListGrid } from '#src/web/users/list-grid.tsx'
import { roomsIn, sizedColumns } from '#src/web/users/use-column-layout.ts'
import { settingsAt } from '#src/web/users/chosen-settings.ts'
import { UserRow } from '#src/web/users/user-row.tsx'
import { isUsersAnswer } from '#src/web/users/users-answer.ts'
import { viewsSetting } from '#src/web/users/views/saved-views.ts'
import { zoneIn } from '#src/web/users/zone/zone-setting.ts'
import { BarOutline } from './bar-outline.tsx'
import { firstPaths } from './first-requests.ts'
import { holdClick } from './hold-click.ts'
import { environmentIn } from './paths.ts'

const nothing = () => {}

type Place = Pick<Location, 'pathname' | 'search'>

/** The rows that there is room for, as the list has them: `width` and `height` in CSS pixels. */
function FirstRows(props: {
  readonly environment: Environment
  readonly users: readonly User[]
  readonly at: Place
  readonly width: number
  readonly height: number
}) {
  const { environment, users, at, width, height } = props
  const { capabilities } = environment
  const params = new URLSearchParams(at.search)
  const settings = settingsAt(environment.id, params)
  const rowHeight = rowHeights[settings.density]
  const shown = shownColumns(settings, width, capabilities)
  const ids = shown.map(({ id }) => id)
  const layout = layOut(sizedColumns(shown, capabilities.names), width)
  const meta = {
    // Told by dates alone, and costly to learn.
    zone: settings.dates ? zoneIn(params) : '',
    now: roundedNow(),
    dates: settings.dates,
    // Nobody can follow it yet.
    linkTo: () => '',
    rooms: roomsIn(layout, ids),
  }
  return (
    <ListGrid
      layout={layout}
      rowHeight={rowHeight}
      height={users.length * rowHeight}
      data-wide={layout.width > width}
      header={
        <div role="row" className={headers}>
          {ids.map((id, index) => (
            <ColumnHeader key={id} id={id} index={index} left={layout.pins.get(id)} sign={null} />
          ))}
        </div>
      }
    >
      {users.slice(0, Math.ceil((height - headerHeight) / rowHeight)).map((user, index) => (
        <UserRow
          key={user.id}
          index={index}
          user={user}
          gone={false}
          top={index * rowHeight}
          detail="first"
          columns={ids}
          pins={layout.pins}
          meta={meta}
          open={false}
          selected={false}
          tabStop={index === 0 ? null : undefined}
          onSpot={nothing}
          onOpen={nothing}
          onPick={nothing}
        />
      ))}
    </ListGrid>
  )
}

/** Whether rows would stand where the app puts them: not beside an open user, nor under bars of several lines. */
const wouldStay = ({ search }: Place): boolean =>
  !new URLSearchParams(search).has('user') &&
  matchMedia('(width >= 40rem)').matches &&
  !viewsSetting.get().views.some(({ pinned }) => pinned)

/**
 * Shows the first users of a list that nothing narrows as soon as they are here, which is before the app is: where they
 * will be and, but for their signs, as they will be, until the app draws itself in their place
 * (docs/decisions/0017-first-rows.md). Gives whether it did, at once where it cannot. Fails if an answer holds what is no user.
 */
export async function drawFirstRows(root: Element, at: Place): Promise<boolean> {
  const [environments = '', list = ''] = firstPaths(at)
  if (!isAskedEarly(list) || !wouldStay(at)) return false
  const [known, answer] = await Promise.all([peekEarly(environments), peekEarly(list)])
  if (!isEnvironmentsAnswer(known) || !isUsersAnswer(answer)) return false
  const id = environmentIn(at.pathname)
  const environment = known.environments.find((one) => one.id === id)
  // Or the app was faster.
  if (environment === undefined || answer.users.length === 0 || root.hasChildNodes()) return false
  draw(<Outline stage={environment.stage} />, root)
  const [outline] = root.children
  const room = outline?.lastElementChild
  if (outline === undefined || room == null)
    throw new Error('The outline has no room for the list.')
  holdClick(outline, root)
  const { clientWidth: width, clientHeight: height } = room
  room.remove()
  draw(<FirstRows {...{ environment, at, width, height }} users={answer.users} />, outline)
  return true
}

/** The page around the rows. Nothing in it can be acted upon, and nobody is told of it, before the app is here. */
const Outline = ({ stage }: Pick<Environment, 'stage'>) => (
  <div inert aria-hidden className="flex h-full flex-col">
    <BarOutline stage={stage} />
    <div className="border-b border-line px-4 py-2">
      <div className="h-7" />
    </div>
    {/* Scrolls as the list does, so that it has the same room. */}
    <div className="flex-1 overflow-auto [scrollbar-gutter:stable]" />
  </div>
)
