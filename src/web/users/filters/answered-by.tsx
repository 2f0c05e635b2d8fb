import Ban from 'lucide-react/icons/ban'
import ScanSearch from 'lucide-react/icons/scan-search'
import Server from 'lucide-react/icons/server'
import type { Answerer } from '#src/domain/filters.ts'

/** The sign of where a filter is answered. Says nothing to a screen reader: words stand beside it. */
export function AnswererSign({ answerer }: { readonly answerer: Answerer | null }) {
  const Icon = answerer === null ? Ban : answerer === 'platform' ? Server : ScanSearch
  return <Icon size={12} aria-hidden className="shrink-0 text-muted" />
}

/** The last line of a panel: where what it asks is answered, in words. */
export const AnsweredBy = (props: {
  readonly answerer: Answerer | null
  readonly words: string
}) => (
  <p className="flex items-center gap-1.5 border-t border-line px-3 py-2 text-small text-muted">
    <AnswererSign answerer={props.answerer} />
    {props.words}
  </p>
)
