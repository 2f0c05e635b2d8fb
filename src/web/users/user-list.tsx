import type { ReactNode } from 'react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { Held } from '#src/web/lib/held.tsx'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Message } from '#src/web/ui/message.tsx'
import type { Chip } from '#src/web/users/filters/chips.ts'
import { chipsInWords, removalOf, unansweredOf } from '#src/web/users/filters/chips.ts'
import type { ColumnSettings } from './column-settings.ts'
import { ColumnsButton } from './columns-button.tsx'
import { FailureMessage } from './failure-message.tsx'
import { HandsFocusOn } from './hands-focus-on.tsx'
import type { ListKey } from './queries.ts'
import type { Spot } from './spot.ts'
import type { RowsMenuState } from './rows-button.tsx'
import type { Selection } from './use-selection.ts'
import type { UserRows } from './use-user-rows.ts'
import type { ChangeSettings } from './use-column-settings.ts'
import { canGoOn } from './use-user-rows.ts'
import { UsersTable } from './users-table.tsx'
import type { View, ViewChange } from './view.ts'
import { list as words } from '#src/web/words/list.ts'

type Props = {
  readonly environment: Environment
  readonly list: ListKey
  /** Names one walk through the list. Another one begins at the top, or where that list was left. */
  readonly walk: string
  readonly rows: UserRows
  readonly view: View
  readonly settings: ColumnSettings
  readonly onSettings: ChangeSettings
  readonly spot: Spot
  readonly onSpot: (spot: Spot) => void
  readonly selection: Selection
  readonly onSelect: (next: Selection) => void
  readonly menu: RowsMenuState
  readonly onStep: (by: 1 | -1) => void
  readonly onOpen: (id: string) => void
  /** What narrows the list. */
  readonly chips: readonly Chip[]
  /** What takes out of the address the filters in it that nobody understands; null where there are none. */
  readonly unread: ViewChange | null
  readonly onRemove: (removal: ViewChange) => void
  readonly onRestart: () => void
  readonly linkTo: (id: string) => string
}

/** The list in whichever of its states it is: rows (also while loading), failed with nothing to show, or empty and why. */
export function UserList(props: Props) {
  const instead = insteadOfRows(props)
  const { starting, late } = props.rows
  return instead === null ? (
    <Held still={starting && !late}>
      <Rows {...props} />
    </Held>
  ) : (
    <HandsFocusOn>{instead}</HandsFocusOn>
  )
}

function Rows(props: Props) {
  const { environment, rows, view, onSettings } = props
  const [byPanel, setByPanel] = useState(false)
  // Every row is drawn anew for another density or other columns: whoever chose them in the panel sees at once that they
  // did. A key on a header goes by what is drawn, and so does the next one: those are not waited for.
  const density = useDeferredValue(props.settings.density)
  const followed = useDeferredValue(props.settings.columns)
  const columns = byPanel ? followed : props.settings.columns
  const settings = useMemo(
    () => ({ ...props.settings, columns, density }),
    [props.settings, columns, density],
  )
  const onPanel: ChangeSettings = (change) => {
    setByPanel(true)
    onSettings(change)
  }
  const onHeader = useCallback<ChangeSettings>(
    (change) => {
      setByPanel(false)
      onSettings(change)
    },
    [onSettings],
  )
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <ColumnsButton
        settings={props.settings}
        capabilities={environment.capabilities}
        slots={rows.slots}
        onSettings={onPanel}
      />
      <UsersTable
        // Another height of the rows is another table, from the same row on.
        key={density}
        list={props.list}
        walk={props.walk}
        rows={rows}
        zone={view.zone}
        environment={environment}
        chips={props.chips}
        selection={props.selection}
        onSelect={props.onSelect}
        menu={props.menu}
        linkTo={props.linkTo}
        onRestart={props.onRestart}
        openId={view.user}
        spot={props.spot}
        onSpot={props.onSpot}
        onStep={props.onStep}
        onOpen={props.onOpen}
        settings={settings}
        onSettings={onHeader}
      />
    </div>
  )
}

/** What is said where there are no rows to show; null where there are, or may be in a moment. */
function insteadOfRows(props: Props): ReactNode {
  const { environment, rows } = props
  const unanswered = unansweredOf(props.chips)
  if (props.unread !== null) return <Unread removal={props.unread} onRemove={props.onRemove} />
  if (unanswered.length > 0) return <Unanswerable {...props} unanswered={unanswered} />
  if (rows.trail.rows > 0) return null
  const [failure] = rows.failures
  if (failure !== undefined)
    return (
      <FailureMessage
        error={failure.error}
        environment={environment.name}
        onRetry={failure.retry}
      />
    )
  return rows.trail.next === undefined ? null : <Nothing {...props} />
}

/** An address that says something of filters that is none. Whoever typed it meant somebody, and not everybody. */
const Unread = (props: { readonly removal: ViewChange; readonly onRemove: Props['onRemove'] }) => (
  <Message
    alert
    title={words.unread.title}
    actions={
      <Button look="outline" onClick={() => props.onRemove(props.removal)}>
        {Object.keys(props.removal).length === 1 ? words.removeFilter : words.removeThese}
      </Button>
    }
  >
    {words.unread.text}
  </Message>
)

/** Filters that this environment's list does not tell: nothing is asked, and nothing is shown as if it were. */
function Unanswerable(props: Props & { readonly unanswered: readonly Chip[] }) {
  const { environment, view, unanswered, onRemove } = props
  return (
    <Message
      title={words.unanswerable.title}
      actions={
        <Button look="outline" onClick={() => onRemove(removalOf(view, unanswered))}>
          {unanswered.length === 1 ? words.removeFilter : words.removeThese}
        </Button>
      }
    >
      {words.unanswerable.text(platformLabels[environment.platform], chipsInWords(unanswered))}
    </Message>
  )
}

/** Three reasons for an empty list, never confused: not finished, nothing matches, nobody there yet. */
function Nothing({ environment, rows, view, chips, onRemove, onRestart }: Props) {
  const { trail, mode } = rows
  if (trail.looped)
    return (
      <Message
        alert
        title={words.looped.title}
        actions={
          <Button look="outline" onClick={onRestart}>
            {words.startAgain}
          </Button>
        }
      >
        {words.looped.text}
      </Message>
    )
  if (trail.next !== null) {
    const going = canGoOn(trail, mode)
    return (
      <Message
        title={going ? words.looking : words.notFinished}
        actions={
          <Button look="outline" onClick={going ? () => rows.setMode('stopped') : rows.keepLooking}>
            {going ? words.stop : words.keepLooking}
          </Button>
        }
      >
        {words.nothingAmong(trail.scanned, environment.name)}
        {!going && ` ${words.moreLeft}`}
      </Message>
    )
  }
  if (chips.length > 0) {
    const scans = chips.some(({ answerer }) => answerer === 'scan')
    const narrowed = chips.some(({ answerer }) => answerer === 'platform')
    return (
      <Message
        title={words.nobody.title}
        actions={
          <Button look="outline" onClick={() => onRemove(removalOf(view, chips))}>
            {chips.length === 1 ? words.removeFilter : words.removeAll}
          </Button>
        }
      >
        {words.nobody.text(environment.name, chipsInWords(chips))}
        {scans && ` ${(narrowed ? words.nobody.allInRange : words.nobody.all)(trail.scanned)}`}
      </Message>
    )
  }
  return <Message title={words.none.title}>{words.none.text(environment.name)}</Message>
}
