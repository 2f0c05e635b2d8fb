import { Menu } from '@base-ui/react/menu'
import Check from 'lucide-react/icons/check'
import type { RefObject } from 'react'
import { usePopup } from '#src/web/ui/use-popup.ts'
import { app } from '#src/web/words/app.ts'
import type { Language } from '#src/web/words/language.ts'
import { language, languageNames, languages } from '#src/web/words/language.ts'

/** The languages, each by its own name. */
export function LanguageMenu(props: {
  readonly anchor: RefObject<HTMLElement | null>
  readonly onChoose: (language: Language) => void
  readonly onClose: () => void
}) {
  const { anchor, onChoose, onClose } = props
  const back = usePopup(anchor, onClose)
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <Menu.Portal container={anchor.current?.parentElement ?? null}>
        <Menu.Positioner anchor={anchor} align="end" sideOffset={4} className="z-20">
          <Menu.Popup
            finalFocus={back}
            aria-label={app.language}
            className="min-w-40 rounded-lg border border-line bg-raised p-1.5 shadow-xl outline-hidden"
          >
            <Menu.RadioGroup value={language}>
              {languageNames.map((name) => (
                <Menu.RadioItem
                  key={name}
                  value={name}
                  lang={name}
                  onClick={() => (name === language ? onClose() : onChoose(name))}
                  className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 outline-hidden data-highlighted:bg-hover"
                >
                  <span className="flex-1">{languages[name].name}</span>
                  {name === language && <Check size={14} aria-hidden />}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
