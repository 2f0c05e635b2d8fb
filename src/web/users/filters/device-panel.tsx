import { useState } from 'react'
import { readDevices } from '#src/domain/filters.ts'
import { deviceLabel } from './chips.ts'
import { panels } from '#src/web/words/panels.ts'

const usual = ['ios', 'android']

/** Platforms of push devices; people with a device of any marked one are shown. */
export function DevicePanel(props: {
  readonly devices: readonly string[] | null
  readonly onDevices: (devices: readonly string[] | null) => void
}) {
  const { onDevices } = props
  const devices = props.devices ?? []
  const [draft, setDraft] = useState('')
  const set = (next: readonly string[]) => onDevices(readDevices(next.join('|')))
  const added = readDevices([...devices, draft.trim()].join('|'))
  const add = () => {
    if (draft.trim() === '' || added === null) return
    onDevices(added)
    setDraft('')
  }
  return (
    <div className="flex w-64 flex-col p-1.5">
      <fieldset className="flex flex-col">
        <legend className="sr-only">{panels.devicePlatforms}</legend>
        {[...new Set([...usual, ...devices])].map((word) => (
          <label
            key={word}
            className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 hover:bg-hover"
          >
            <input
              type="checkbox"
              checked={devices.includes(word)}
              onChange={(event) =>
                set(
                  event.target.checked ? [...devices, word] : devices.filter((one) => one !== word),
                )
              }
              className="size-3.5 accent-accent"
            />
            <bdi className="truncate">{deviceLabel(word)}</bdi>
          </label>
        ))}
      </fieldset>
      <label className="flex flex-col gap-1 px-2.5 pt-2 pb-1.5 text-small text-muted">
        {panels.otherDevice}
        <input
          type="text"
          value={draft}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => event.key === 'Enter' && add()}
          className="h-7 w-full rounded-md border border-line bg-ground px-2 text-base text-text"
        />
      </label>
    </div>
  )
}
