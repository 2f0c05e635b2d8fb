import Languages from 'lucide-react/icons/languages'
import { useRef, useState } from 'react'
import { useCommands } from '#src/web/lib/commands.ts'
import { popupOnDemand } from '#src/web/lib/on-demand.tsx'
import { Button } from '#src/web/ui/button.tsx'
import { app } from '#src/web/words/app.ts'
import type { Language } from '#src/web/words/language.ts'
import { language, languageNames, languages, languageSetting } from '#src/web/words/language.ts'

const [LanguageMenu, load] = popupOnDemand(
  async () => (await import('./language-menu.tsx')).LanguageMenu,
)

const labelOf = (name: Language) => `${app.language}: ${languages[name].name}`

/** Words are chosen once in the life of a page, so that it begins anew; the address holds the view. */
function choose(next: Language): void {
  languageSetting.set(next)
  location.reload()
}

/** Which language Rollcall speaks, and the menu of the others. */
export function LanguageButton() {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useCommands(
    languageNames.map((name) => ({
      id: `app.language.${name}`,
      label: labelOf(name),
      group: 'Rollcall' as const,
      words: app.languageWords,
      when: name !== language,
      run: () => choose(name),
    })),
  )
  const label = labelOf(language)
  return (
    <div className="relative flex">
      <Button
        ref={button}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
      >
        <Languages size={15} aria-hidden />
      </Button>
      {open && <LanguageMenu anchor={button} onChoose={choose} onClose={() => setOpen(false)} />}
    </div>
  )
}
