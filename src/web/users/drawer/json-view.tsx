import { useMemo } from 'react'
import type { Json } from '#src/domain/json.ts'
import { isJsonObject } from '#src/domain/json.ts'
import { CopyButton } from '#src/web/ui/copy-button.tsx'

const depthLimit = 32
const textLimit = 200_000

/** The same value with whatever lies deeper than 32 levels left out, so that no reader of it overflows. */
function shallow(value: Json, depth = 0): Json {
  if (typeof value !== 'object' || value === null) return value
  if (depth >= depthLimit) return '… deeper levels left out'
  if (!isJsonObject(value)) return value.map((item) => shallow(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, shallow(inner, depth + 1)]),
  )
}

/** JSON as text, to read and to copy. */
export function JsonView(props: {
  readonly value: Json
  readonly label: string
  readonly boxed?: boolean
}) {
  const text = useMemo(() => JSON.stringify(shallow(props.value), null, 2), [props.value])
  const shown =
    text.length > textLimit ? `${text.slice(0, textLimit)}\n… cut here; copy has all` : text
  if (props.boxed !== true)
    return <pre className="font-mono text-small/5 wrap-anywhere whitespace-pre-wrap">{shown}</pre>
  return (
    <div className="relative">
      <pre
        // A scrolling box must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={props.label}
        className="max-h-120 overflow-auto rounded-md bg-sunken p-3 pr-10 font-mono text-small/5"
      >
        {shown}
      </pre>
      <span className="absolute top-1.5 right-1.5">
        <CopyButton value={text} label={props.label} />
      </span>
    </div>
  )
}
