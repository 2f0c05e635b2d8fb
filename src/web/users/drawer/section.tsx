import type { ReactNode } from 'react'
import { useId } from 'react'

/** A titled part of the drawer. `aside` stands at the right of its title. */
export function Section(props: {
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t border-line px-5 py-4 first:border-t-0">
      <div className="mb-2 flex items-center justify-between gap-2">
        <h3 id={id} className="flex items-center gap-2 font-semibold">
          {props.title}
        </h3>
        {props.aside}
      </div>
      {props.children}
    </section>
  )
}
