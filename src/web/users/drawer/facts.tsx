import type { ReactNode } from 'react'
import { CopyButton } from '#src/web/ui/copy-button.tsx'

export type Fact = {
  readonly name: string
  /** Null or undefined: the platform gave nothing. Text can be copied. */
  readonly value: ReactNode
  readonly mono?: boolean
}

/** Names and values, a line each. */
export function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(96px,auto)_minmax(0,1fr)] gap-x-4">
      {rows.map(({ name, value, mono }, index) => (
        <div
          // Two may have one name: two notifications of the same title, a topic that came twice.
          // oxlint-disable-next-line react/no-array-index-key
          key={`${name} ${index}`}
          className="group col-span-2 grid min-h-7 grid-cols-subgrid items-start"
        >
          <dt className="max-w-40 truncate py-1 text-muted" title={name}>
            {name}
          </dt>
          <dd className="flex min-w-0 items-start gap-1 py-1">
            {value == null ? (
              <span className="text-muted">–</span>
            ) : (
              <bdi
                className={`min-w-0 wrap-anywhere ${mono === true ? 'font-mono text-small/5' : ''}`}
              >
                {value}
              </bdi>
            )}
            {typeof value === 'string' && (
              <span className="-my-0.5 opacity-0 group-hover:opacity-100 focus-within:opacity-100 [@media(hover:none)]:opacity-100">
                <CopyButton value={value} label={name} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
