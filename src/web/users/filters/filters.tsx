import Plus from 'lucide-react/icons/plus'
import type { RefObject } from 'react'
import { memo, useMemo, useRef, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import type { FilterSubject } from '#src/domain/filters.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import { channelNames } from '#src/domain/reach.ts'
import type { CommandFacts } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { onDemand, popupOnDemand } from '#src/web/lib/on-demand.tsx'
import { platformLabels } from '#src/web/lib/platforms.ts'
import type { Day } from '#src/web/lib/time.ts'
import { Button } from '#src/web/ui/button.tsx'
import { commandHints } from '#src/web/ui/keys.tsx'
import { exactEnds } from '#src/web/users/dates.ts'
import type { View, ViewChange } from '#src/web/users/view.ts'
import type { Chip, PanelName } from './chips.ts'
import { answererInWords, narrowedBy, removalOf } from './chips.ts'
import { answererOf } from '#src/domain/filters.ts'
import { chipId, FilterChip } from './filter-chip.tsx'
import { filters } from '#src/web/words/filters.ts'

const [FilterMenu, loadMenu] = popupOnDemand(
  async () => (await import('./filter-menu.tsx')).FilterMenu,
)
const [FilterPanel, loadPanel] = popupOnDemand(
  async () => (await import('./filter-panel.tsx')).FilterPanel,
)

const [FilterCommands] = onDemand(
  async () => (await import('./filter-commands.tsx')).FilterCommands,
  { atIntent: true },
)

const addFilter = {
  id: 'filters.add',
  ...filters.add,
  group: 'Filters',
  keys: ['f'],
} as const satisfies CommandFacts
const clearFilters = {
  id: 'filters.clear',
  label: filters.clear,
  group: 'Filters',
  keys: ['Shift+f'],
} as const satisfies CommandFacts

export type FiltersProps = {
  readonly environment: Environment
  readonly view: View
  /** What the view narrows the list by. */
  readonly chips: readonly Chip[]
  /** The day that it is in the view's zone. */
  readonly today: Day
  readonly change: (next: ViewChange, replace?: boolean) => void
}

/** A panel that is open: of what, from where, and whose chip gets the focus when it closes. */
type Opened = {
  readonly panel: PanelName
  readonly channel: ChannelName
  readonly at: DOMRect
  readonly subject: FilterSubject | null
}

const addId = 'filter-add'

/** Where the focus goes when a panel closes or a chip is removed: to a chip, if there is one then, else to the button. */
const backTo = (subject: FilterSubject | null): RefObject<HTMLElement | null> => ({
  get current() {
    const chip = subject === null ? null : document.getElementById(chipId(subject))
    return chip ?? document.getElementById(addId)
  },
})

/**
 * What narrows the list: a chip for each filter, what adds one, and the panel that is open. Not drawn anew with the rows
 * that come: its calendar takes as long as they do.
 */
export const Filters = memo(function Filters(props: FiltersProps) {
  const { environment, view, chips, today, change } = props
  const add = useRef<HTMLButtonElement>(null)
  const [menu, setMenu] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  // Trying things out in a panel leaves one step in the history, not one for each try.
  const stepped = useRef(false)
  const subject = opened?.subject ?? null
  const returnTo = useMemo(() => backTo(subject), [subject])
  const open = (panel: PanelName, from: HTMLElement | null, of: FilterSubject | null) => {
    if (from === null) return
    stepped.current = false
    const channel = channelNames.find((name) => name === of) ?? 'email'
    setOpened({ panel, channel, at: from.getBoundingClientRect(), subject: of })
  }
  const openNew = (panel: PanelName) =>
    open(panel, add.current, panel === 'reach' || panel === 'has' ? null : panel)
  const onChange = (of: FilterSubject, next: ViewChange) => {
    change(next, stepped.current)
    stepped.current = true
    setOpened((old) => (old === null ? null : { ...old, subject: of }))
  }
  const close = () => {
    const isChipHere = subject === null || document.getElementById(chipId(subject)) !== null
    // The chip that the focus goes to must be there first. Where it is, nothing is drawn in a panel that goes.
    if (isChipHere) setOpened(null)
    // Meanwhile another may have been opened.
    else setTimeout(() => setOpened((now) => (now?.at === opened?.at ? null : now)))
  }
  const remove = (gone: readonly Chip[]) => {
    const left = chips.filter((chip) => !gone.includes(chip))
    const next = left[chips.findIndex((chip) => gone.includes(chip))] ?? left.at(-1)
    change(removalOf(view, gone))
    // To the one that comes in its place, so that several are removed from where one is.
    backTo(next?.subject ?? null).current?.focus()
  }
  useCommands([
    { ...addFilter, run: () => setMenu(true) },
    {
      ...clearFilters,
      when: chips.length > 0,
      run: (at) =>
        // From a chip the focus would go away with it.
        at instanceof Element && add.current?.closest('[role=toolbar]')?.contains(at) === true
          ? remove(chips)
          : change(removalOf(view, chips)),
    },
  ])
  // That of creation is always there, because most lists are asked for by it.
  const shown = view.created === null ? [null, ...chips] : chips
  const narrowed = narrowedBy(chips)
  const platform = platformLabels[environment.platform]
  const words = (of: FilterSubject) =>
    answererInWords(answererOf(of, environment.capabilities), platform, narrowed === 'both')
  const chipOf = (of: FilterSubject, chip: Chip | null) => {
    const dates = of === 'created' ? view.created : of === 'lastSeen' ? view.seen : null
    const channel = channelNames.find((name) => name === of)
    return (
      <FilterChip
        key={of}
        subject={of}
        chip={chip}
        reach={channel === undefined ? undefined : view.reach[channel]?.[0]}
        words={words(of)}
        exact={dates === null ? undefined : exactEnds(dates, view.zone, today)}
        open={subject === of}
        onIntent={loadPanel}
        onOpen={(button) => open(chip?.panel ?? 'created', button, of)}
        onRemove={() => chip !== null && remove([chip])}
      />
    )
  }
  return (
    <>
      {shown.map((chip) => chipOf(chip?.subject ?? 'created', chip))}
      <Button
        ref={add}
        id={addId}
        {...commandHints(addFilter)}
        aria-haspopup="menu"
        aria-expanded={menu}
        onPointerEnter={loadMenu}
        onFocus={loadMenu}
        onClick={() => setMenu(true)}
      >
        <Plus size={14} aria-hidden />
        {filters.filter}
      </Button>
      {chips.length > 1 && (
        <Button {...commandHints(clearFilters)} onClick={() => remove(chips)}>
          {filters.clearButton}
        </Button>
      )}
      {menu && (
        <FilterMenu
          anchor={add}
          environment={environment}
          onChoose={(panel) => {
            setMenu(false)
            openNew(panel)
          }}
          onClose={() => setMenu(false)}
        />
      )}
      <FilterCommands
        environment={environment}
        view={view}
        chips={chips}
        onPanel={openNew}
        onRemove={remove}
        onChange={change}
      />
      {opened !== null && (
        <FilterPanel
          {...opened}
          anchor={returnTo}
          environment={environment}
          view={view}
          today={today}
          onChange={onChange}
          onClose={close}
        />
      )}
    </>
  )
})
