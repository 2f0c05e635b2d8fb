import type { ReactNode } from 'react'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { Verbatim } from '#src/web/ui/verbatim.tsx'

export type Fact = {
  readonly name: string
  /** Null or undefined: the platform gave nothing. */
  readonly value: ReactNode
  /** What copying gives, where the value is not text: text gives itself. */
  readonly copy?: string | undefined
  readonly mono?: boolean
  /** What else can be done with the value, beside copying. */
  readonly action?: ReactNode
}

/** Names and values, a line each. What can be done with a value shows on hover and on focus. */
export function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(96px,auto)_minmax(0,1fr)] gap-x-3">
      {rows.map((fact, index) => (
        <div
          // Two may have one name: two notifications of the same title, a topic that came twice.
          // oxlint-disable-next-line react/no-array-index-key
          key={`${fact.name} ${index}`}
          className="group col-span-2 grid min-h-7 grid-cols-subgrid items-start"
        >
          <dt className="max-w-40 truncate py-1 text-muted" title={fact.name}>
            <Verbatim text={fact.name} />
          </dt>
          <dd
            className={`relative flex min-w-0 items-start gap-1 py-1 ${fact.action === undefined ? '[@media(hover:hover)]:pe-2' : '[@media(hover:hover)]:pe-8'}`}
          >
            <Value fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ fact: { name, value, copy, mono, action } }: { readonly fact: Fact }) {
  if (value == null) return <span className="text-muted">–</span>
  const copied = copy ?? (typeof value === 'string' ? value : null)
  return (
    <>
      <span className={`min-w-0 wrap-anywhere ${mono === true ? 'font-mono text-small/5' : ''}`}>
        {typeof value === 'string' ? <Verbatim text={value} /> : value}
      </span>
      {/* In the margin as far as it goes, so that it covers nothing and takes little room. */}
      <span className="-my-0.5 flex shrink-0 rounded-md bg-ground [@media(hover:hover)]:absolute [@media(hover:hover)]:-end-4 [@media(hover:hover)]:opacity-0 [@media(hover:hover)]:group-hover:opacity-100 [@media(hover:hover)]:focus-within:opacity-100">
        {copied !== null && <CopyButton value={copied} label={name} />}
        {action}
      </span>
    </>
  )
}

/** The facts that are there: a platform that says nothing of something takes up no line. */
export const given = (rows: readonly Fact[]): readonly Fact[] =>
  rows.filter(({ value }) => value != null && value !== '' && value !== false)
