import CalendarDays from 'lucide-react/icons/calendar-days'
import Search from 'lucide-react/icons/search'
import Smartphone from 'lucide-react/icons/smartphone'
import X from 'lucide-react/icons/x'
import type { FilterSubject } from '#src/domain/filters.ts'
import type { Reach } from '#src/domain/reach.ts'
import { Button } from '#src/web/ui/button.tsx'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { AnswererSign } from './answered-by.tsx'
import type { Chip } from './chips.ts'
import { chipText } from './chips.ts'
import { filters } from '#src/web/words/filters.ts'

/** By which the focus finds a chip again, whatever was rendered since. */
export const chipId = (subject: FilterSubject): string => `filter-${subject}`

type Props = {
  readonly subject: FilterSubject
  /** Null: it does not narrow the list now, and stands there as a way to. */
  readonly chip: Chip | null
  /** The reach that its glyph shows, of a chip of a channel. */
  readonly reach: Reach | undefined
  /** Where it is answered, and what else is to be known of it, on hover. */
  readonly words: string
  readonly exact: string | undefined
  readonly open: boolean
  readonly onIntent: () => void
  readonly onOpen: (button: HTMLElement) => void
  readonly onRemove: () => void
}

/** A filter as a chip that says what it means, opens its panel, and can be removed. */
export function FilterChip(props: Props) {
  const { subject, chip, words, exact, open, onIntent, onOpen, onRemove } = props
  const isUnanswered = chip !== null && chip.answerer === null
  return (
    <div className="flex min-w-0 items-center">
      <Button
        id={chipId(subject)}
        look="outline"
        aria-haspopup="dialog"
        aria-expanded={open}
        title={exact === undefined ? words : `${exact}\n${words}`}
        onPointerEnter={onIntent}
        onFocus={onIntent}
        onClick={(event) => onOpen(event.currentTarget)}
        className={`min-w-0 shrink ${chip === null ? 'text-muted!' : 'rounded-e-none border-e-0'}`}
      >
        <Sign subject={subject} reach={props.reach} />
        {chip === null ? (
          filters.created
        ) : (
          <>
            <span className={`truncate ${isUnanswered ? 'text-muted line-through' : ''}`}>
              {chip.label !== null && <span className="text-muted">{chip.label}: </span>}
              <span className="font-medium">{chip.value}</span>
            </span>
            <AnswererSign answerer={chip.answerer} />
          </>
        )}
      </Button>
      {chip !== null && (
        <Button
          look="outline"
          aria-label={filters.remove(chipText(chip))}
          className="rounded-s-none px-1.5 text-muted!"
          onClick={onRemove}
        >
          <X size={14} aria-hidden />
        </Button>
      )}
    </div>
  )
}

function Sign({
  subject,
  reach = 'reachable',
}: {
  subject: FilterSubject
  reach: Reach | undefined
}) {
  if (subject === 'created' || subject === 'lastSeen') return <CalendarDays size={14} aria-hidden />
  if (subject === 'device') return <Smartphone size={14} aria-hidden />
  if (subject === 'emailAddress' || subject === 'phoneNumber')
    return <Search size={14} aria-hidden />
  return <ReachGlyph channel={subject} reach={reach} size={14} />
}
