import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { BarOutline, barOf, productName } from './bar-outline.tsx'
import { FindUser } from './find-user.tsx'
import { LanguageButton } from './language-button.tsx'
import { arrivalIn } from './paths.ts'
import { clearSettings } from '#src/web/users/column-settings.ts'
import { ThemeButton } from './theme-button.tsx'
import { EnvironmentSwitcher } from '#src/web/environments/environment-switcher.tsx'
import { goTo } from '#src/web/lib/address.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import type { CommandFacts } from '#src/web/lib/commands.ts'
import { useCommandKeys, useCommands } from '#src/web/lib/commands.ts'
import { keyLabel } from '#src/web/ui/key-label.ts'
import { popupOnDemand } from '#src/web/lib/on-demand.tsx'
import { Button } from '#src/web/ui/button.tsx'
import { Kbd } from '#src/web/ui/kbd.tsx'
import { commandHints } from '#src/web/ui/keys.tsx'
import { Notices } from '#src/web/ui/notices.tsx'
import { app } from '#src/web/words/app.ts'

const [Palette, loadPalette] = popupOnDemand(async () => (await import('./palette.tsx')).Palette)
const [HelpSheet, loadHelp] = popupOnDemand(
  async () => (await import('./help-sheet.tsx')).HelpSheet,
)

const findCommand = {
  id: 'app.commands',
  ...app.findCommand,
  group: 'Rollcall',
  keys: ['Mod+k'],
} as const satisfies CommandFacts
const showKeys = {
  id: 'app.keys',
  ...app.showKeys,
  group: 'Rollcall',
  keys: ['?'],
} as const satisfies CommandFacts

/**
 * The same filters in the other environment, with the columns chosen for that one; the open user stays behind,
 * being another person there. A zone alone is no view, and keeps none from opening with its default.
 */
function choose(environment: Environment): void {
  const kept = clearSettings(new URLSearchParams(location.search))
  kept.delete('user')
  if ([...kept.keys()].join() === 'zone') kept.delete('zone')
  goTo(...arrivalIn(environment.id, kept.toString()))
}

/** The one bar above everything, and the page under it. */
export function Shell(props: {
  readonly environments: readonly Environment[]
  readonly current: Environment | null
  readonly masked: boolean
  readonly children: ReactNode
}) {
  const { environments, current } = props
  const [panel, setPanel] = useState<'palette' | 'help' | null>(null)
  const close = () => setPanel(null)
  useCommands([
    ...environments.map((environment) => ({
      id: `environment.${environment.id}`,
      label: app.goTo(`${environment.name}, ${platformLabels[environment.platform]}`),
      group: 'Environment' as const,
      words: `${app.goToWords} ${environment.stage}`,
      when: environment !== current,
      run: () => choose(environment),
    })),
    // Again, it closes; a browser that has the keys itself never sees them.
    { ...findCommand, run: () => setPanel(panel === 'palette' ? null : 'palette') },
    { ...showKeys, run: () => setPanel('help') },
  ])
  useCommandKeys(panel !== null)
  // Letters typed before the palette is here are for it.
  const early = useRef('')
  const takeEarly = () => {
    const typed = early.current
    early.current = ''
    return typed
  }
  useEffect(() => {
    if (panel !== 'palette') return
    early.current = ''
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event
      if (target instanceof Element && target.matches('[role=dialog] input')) return
      if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
      early.current += key
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [panel])
  // Whoever presses the modifier may be about to press the rest.
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => (key === 'Control' || key === 'Meta') && loadPalette()
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div className="relative flex h-full flex-col">
      <header className={barOf(current?.stage)}>
        {productName}
        <EnvironmentSwitcher environments={environments} current={current} onChoose={choose} />
        <span className="flex-1" />
        {current !== null && (
          <FindUser key={current.id} environment={current} masked={props.masked} />
        )}
        <Button
          aria-label={findCommand.label}
          className="max-sm:hidden"
          {...commandHints(findCommand)}
          onPointerEnter={loadPalette}
          onFocus={loadPalette}
          onClick={() => setPanel('palette')}
        >
          <Kbd>{keyLabel(findCommand.keys[0])}</Kbd>
        </Button>
        <LanguageButton />
        <ThemeButton />
        <Button
          aria-label={showKeys.label}
          className="max-sm:hidden"
          {...commandHints(showKeys)}
          onPointerEnter={loadHelp}
          onFocus={loadHelp}
          onClick={() => setPanel('help')}
        >
          <span aria-hidden>?</span>
        </Button>
      </header>
      <main className="relative flex min-h-0 flex-1 flex-col">{props.children}</main>
      <Notices />
      {panel === 'palette' && <Palette takeEarly={takeEarly} onClose={close} />}
      {panel === 'help' && <HelpSheet onClose={close} />}
    </div>
  )
}

/** The shell's outline while the first answer is under way. */
export const ShellSkeleton = () => (
  <div role="status" aria-label={app.loading} className="h-full">
    <BarOutline />
  </div>
)
