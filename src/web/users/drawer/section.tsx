import type { ReactNode } from 'react'
import { useId } from 'react'
import { asProof } from './proof.ts'

/** A titled part of the drawer. `aside` stands at the right of its title. */
export function Section(props: {
  readonly title: ReactNode
  /** The name by which a sentence leads here. */
  readonly proof?: string
  readonly aside?: ReactNode
  /** Stands right after its title, and is no part of its name. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      {...(props.proof === undefined ? {} : asProof(props.proof))}
      className="border-t border-line px-5 py-4 outline-hidden first:border-t-0 data-shown:shadow-[inset_2px_0_0_var(--color-accent)] rtl:data-shown:shadow-[inset_-2px_0_0_var(--color-accent)]"
    >
      <div className="mb-2 flex items-center justify-between gap-2">
        <div className="group flex items-center gap-2">
          <h3 id={id} className="flex items-center gap-2 font-semibold">
            {props.title}
          </h3>
          {props.beside}
        </div>
        {props.aside}
      </div>
      {props.children}
    </section>
  )
}
