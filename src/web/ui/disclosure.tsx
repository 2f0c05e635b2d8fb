import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'

/** What opens under its own words. */
export const Disclosure = (props: { readonly says: ReactNode; readonly children: ReactNode }) => (
  <details className="group/details">
    <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-md text-muted hover:text-text [&::-webkit-details-marker]:hidden">
      <ChevronRight
        size={14}
        aria-hidden
        className="shrink-0 transition-transform duration-100 group-open/details:rotate-90"
      />
      {props.says}
    </summary>
    <div className="mt-2">{props.children}</div>
  </details>
)
