import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { useState } from 'react'
import { useCommands } from '#src/web/lib/commands.ts'
import { Button } from '#src/web/ui/button.tsx'
import { commandHints } from '#src/web/ui/keys.tsx'
import { app } from '#src/web/words/app.ts'

type Theme = 'light' | 'dark'

const prefersDark = () => matchMedia('(prefers-color-scheme: dark)').matches

function current(): Theme {
  const chosen = document.documentElement.dataset['theme']
  if (chosen === 'light' || chosen === 'dark') return chosen
  return prefersDark() ? 'dark' : 'light'
}

/** A choice that is also the system's is forgotten, to follow it again. */
function choose(theme: Theme): void {
  const root = document.documentElement
  if ((theme === 'dark') === prefersDark()) {
    delete root.dataset['theme']
    localStorage.removeItem('rollcall.theme')
  } else {
    root.dataset['theme'] = theme
    localStorage.setItem('rollcall.theme', theme)
  }
}

/** Switches between light and dark. */
export function ThemeButton() {
  const [theme, setTheme] = useState(current)
  const other: Theme = theme === 'dark' ? 'light' : 'dark'
  const change = {
    id: 'app.theme',
    label: app.theme[other],
    group: 'Rollcall',
    keys: ['Shift+d'],
    words: app.theme.words,
    run: () => {
      choose(other)
      setTheme(other)
    },
  } as const
  useCommands([change])
  return (
    <Button aria-label={change.label} {...commandHints(change)} onClick={change.run}>
      {theme === 'dark' ? <Sun size={15} aria-hidden /> : <Moon size={15} aria-hidden />}
    </Button>
  )
}
