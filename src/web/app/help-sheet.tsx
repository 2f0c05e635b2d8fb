import X from 'lucide-react/icons/x'
import { useId } from 'react'
import type { Command } from '#src/web/lib/commands.ts'
import { commandGroups, lettersSetting, useRegisteredCommands } from '#src/web/lib/commands.ts'
import { keyLabel } from '#src/web/ui/key-label.ts'
import { useSetting } from '#src/web/lib/use-setting.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Dialog } from '#src/web/ui/dialog.tsx'
import { Kbd } from '#src/web/ui/kbd.tsx'
import { app } from '#src/web/words/app.ts'
import { commands as commandWords } from '#src/web/words/commands.ts'

/** Every key there is and what it does, drawn from the commands themselves. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const commands = useRegisteredCommands().filter(({ keys }) => keys !== undefined)
  return (
    <Dialog label={app.keys} wide onClose={onClose}>
      <header className="flex h-12 shrink-0 items-center border-b border-line ps-5 pe-2">
        <h2 className="flex-1 text-title font-semibold">{app.keys}</h2>
        <Button aria-label={app.close} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div
        // Scrolls, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={app.allKeys}
        className="min-h-0 flex-1 gap-8 overflow-y-auto overscroll-contain px-5 py-3 sm:columns-2"
      >
        {commandGroups.map((name) => (
          <Group
            key={name}
            name={commandWords.groups[name]}
            commands={commands.filter(({ group }) => group === name)}
          />
        ))}
      </div>
      <LettersSwitch />
    </Dialog>
  )
}

function Group({
  name,
  commands,
}: {
  readonly name: string
  readonly commands: readonly Command[]
}) {
  const title = useId()
  if (commands.length === 0) return null
  return (
    <section aria-labelledby={title} className="mb-5 break-inside-avoid">
      <h3 id={title} className="pb-1 text-small font-medium text-muted">
        {name}
      </h3>
      <dl>
        {commands.map(({ id, label, keys = [] }) => (
          <div key={id} className="flex min-h-7 items-center gap-3">
            <dt className="min-w-0 flex-1">{label}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{keyLabel(key)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** For those who dictate, or whose hand rests on the keyboard: letters alone can be taken out of use. */
function LettersSwitch() {
  const letters = useSetting(lettersSetting)
  return (
    <label className="flex min-h-11 shrink-0 items-center gap-2.5 border-t border-line px-5">
      <input
        type="checkbox"
        checked={letters}
        onChange={(event) => lettersSetting.set(event.target.checked)}
        className="size-4 accent-accent"
      />
      {app.letters}
    </label>
  )
}
