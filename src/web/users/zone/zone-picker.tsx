import { Autocomplete } from '@base-ui/react/autocomplete'
import Check from 'lucide-react/icons/check'
import Search from 'lucide-react/icons/search'
import { useMemo, useState } from 'react'
import { offsetOf } from '#src/web/lib/exact-time.ts'
import { useNow } from '#src/web/lib/use-now.ts'
import { times } from '#src/web/words/times.ts'
import { findZones, nearZones } from './zones.ts'
import type { ZoneChoice } from './zones.ts'
import { rememberZone } from './zone-setting.ts'

/**
 * Every zone there is, those near at hand first, to be found by a few letters or an offset. What is chosen is
 * remembered, but for the zone of one user.
 */
export function ZonePicker(props: {
  readonly zone: string
  readonly theirs: string | null
  readonly onZone: (zone: string) => void
}) {
  const { zone: current, theirs, onZone } = props
  const [query, setQuery] = useState('')
  const now = useNow()
  const found = useMemo(
    () => findZones(nearZones(current, theirs), query, now),
    [current, theirs, query, now],
  )
  const choose = ({ zone, isTheirs }: ZoneChoice) => {
    if (!isTheirs) rememberZone(zone)
    onZone(zone)
  }
  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={found}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={({ zone }: ZoneChoice) => zone}
    >
      <div className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-3">
        <Search size={14} aria-hidden className="shrink-0 text-muted" />
        <Autocomplete.Input
          aria-label={times.findZone}
          placeholder={times.findZonePlaceholder}
          spellCheck={false}
          className="h-full min-w-0 flex-1 bg-transparent outline-hidden placeholder:text-muted"
        />
      </div>
      <Autocomplete.List
        aria-label={times.zones}
        className="max-h-72 scroll-py-1 overflow-y-auto overscroll-contain p-1 empty:hidden"
      >
        {(choice: ZoneChoice) => (
          <Autocomplete.Item
            key={choice.zone}
            value={choice}
            onClick={() => choose(choice)}
            className="flex h-8 cursor-pointer items-center gap-2 rounded-md px-2 outline-hidden data-highlighted:bg-hover"
          >
            <Check
              size={14}
              aria-hidden
              className={`shrink-0 ${choice.zone === current ? '' : 'invisible'}`}
            />
            <span className="truncate">{choice.zone}</span>
            {choice.zone === current && <span className="sr-only">{times.inUse}</span>}
            {choice.note !== null && (
              <span className="shrink-0 text-small text-muted">{choice.note}</span>
            )}
            <span className="flex-1" />
            <span className="shrink-0 text-small text-muted">UTC{offsetOf(now, choice.zone)}</span>
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      <Autocomplete.Empty className="px-4 py-5 text-center text-muted empty:p-0">
        {times.noZone}
      </Autocomplete.Empty>
    </Autocomplete.Root>
  )
}
