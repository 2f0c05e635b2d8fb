import { useId } from 'react'

/** One of a few, side by side: radio buttons that look like one switch. */
export function Choice<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChoose: (value: T) => void
}) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={props.label} className="flex items-center gap-2">
      <span aria-hidden className="w-12 text-small text-muted">
        {props.label}
      </span>
      <div className="flex flex-1 rounded-md border border-line bg-sunken p-0.5">
        {props.options.map(({ value, label }) => (
          <label
            key={value}
            className="flex h-6 flex-1 cursor-pointer items-center justify-center rounded-sm px-2 text-small text-muted has-checked:bg-raised has-checked:text-text has-checked:shadow-xs has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:border-2"
          >
            <input
              type="radio"
              name={name}
              checked={value === props.value}
              onChange={() => props.onChoose(value)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </div>
  )
}
