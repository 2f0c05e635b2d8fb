import { Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#src/web/ui/button.tsx'

type Theme = 'light' | 'dark'

const prefersDark = () => matchMedia('(prefers-color-scheme: dark)').matches

function current(): Theme {
  const chosen = document.documentElement.dataset['theme']
  if (chosen === 'light' || chosen === 'dark') return chosen
  return prefersDark() ? 'dark' : 'light'
}

/** Switches between light and dark. A choice that is also the system's is forgotten, to follow it again. */
export function ThemeButton() {
  const [theme, setTheme] = useState(current)
  const other: Theme = theme === 'dark' ? 'light' : 'dark'
  const onClick = () => {
    const root = document.documentElement
    if ((other === 'dark') === prefersDark()) {
      delete root.dataset['theme']
      localStorage.removeItem('rollcall.theme')
    } else {
      root.dataset['theme'] = other
      localStorage.setItem('rollcall.theme', other)
    }
    setTheme(other)
  }
  return (
    <Button aria-label={`Switch to ${other} colours`} onClick={onClick}>
      {theme === 'dark' ? <Sun size={15} aria-hidden /> : <Moon size={15} aria-hidden />}
    </Button>
  )
}
