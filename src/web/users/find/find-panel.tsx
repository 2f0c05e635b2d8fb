import type { ReactNode, RefObject } from 'react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import type { Day } from '#src/web/lib/time.ts'
import { Middle } from '#src/web/ui/middle.tsx'
import type { UserLinks } from '#src/web/users/user-links.tsx'
import type { ViewChange } from '#src/web/users/view.ts'
import { find } from '#src/web/words/find.ts'
import { planInWords } from './find-words.ts'
import type { Asked } from './found.tsx'
import { Found, useFound } from './found.tsx'
import type { Plan } from './plans.ts'
import { plansFor } from './plans.ts'

type Props = {
  readonly environment: Environment
  readonly masked: boolean
  readonly text: string
  /** The day that it is in the list's zone. */
  readonly today: Day
  readonly links: UserLinks
  /** The id of the list, for the box to point to it. */
  readonly listId: string
  /** The box, of which the panel takes the arrow keys and Enter. */
  readonly box: RefObject<HTMLInputElement | null>
  /** Enter was pressed before the panel was here. */
  readonly entered: boolean
  /** The id of the option that the arrow keys are at. */
  readonly onActive: (option: string) => void
  readonly onFilter: (change: ViewChange) => void
}

/** Something to choose: a plan, or a user who was found. */
type Choice = {
  readonly key: string
  readonly href: string | null
  readonly words: ReactNode
  readonly run: () => void
}

/**
 * What can be done with what stands in the box, said before it is done; the first is what Enter does. Of a token,
 * endpoint, address or number it tells who has it.
 */
export function FindPanel(props: Props) {
  const { environment, masked, text, links, listId, box } = props
  const typed = text.trim()
  const platform = platformLabels[environment.platform]
  const plans = plansFor(text, props.today, masked)
  const [first] = plans
  const [asked, setAsked] = useState<Asked | null>(() =>
    props.entered && first?.do === 'ask' ? { text: typed, kind: first.kind, time: 0 } : null,
  )
  const isAsked = asked?.text === typed
  const found = useFound(environment.id, isAsked ? asked : null)

  const leave = (plan: Exclude<Plan, { do: 'ask' }>) => {
    switch (plan.do) {
      case 'open':
        return links.open(plan.id)
      case 'look-through':
        return props.onFilter({ [plan.by]: plan.value })
      case 'created':
        return props.onFilter({ created: plan.dates })
    }
  }
  const run = (plan: Plan) => {
    if (plan.do !== 'ask') leave(plan)
    else setAsked({ text: typed, kind: plan.kind, time: (asked?.time ?? 0) + 1 })
  }
  const users = isAsked ? found.users : []
  const choices: readonly Choice[] = [
    ...users.map((id) => ({
      key: `user ${id}`,
      href: links.to(id),
      words: (
        <span className="font-mono text-small text-accent">
          <Middle text={id} />
        </span>
      ),
      run: () => links.open(id),
    })),
    ...plans
      .filter((plan) => !isAsked || plan.do !== 'ask')
      .map((plan) => ({
        key: plan.do,
        href: null,
        words: <PlanWords plan={plan} platform={platform} />,
        run: () => run(plan),
      })),
  ]
  const list = `${typed} ${isAsked} ${users.length}`
  const [at, setAt] = useState({ list, index: 0 })
  const active = at.list === list ? at.index : 0
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key } = event
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if ((by === 0 && key !== 'Enter') || event.isComposing) return
    event.preventDefault()
    // What comes first is not known yet.
    if (by === 0 && isAsked && found.busy) return
    if (by === 0) choices[active]?.run()
    else setAt({ list, index: (active + by + choices.length) % choices.length })
  })
  useEffect(() => {
    const input = box.current
    input?.addEventListener('keydown', onKey)
    return () => input?.removeEventListener('keydown', onKey)
  }, [box])
  const option = `${listId}-${active}`
  const tellActive = useEffectEvent(props.onActive)
  useEffect(() => tellActive(option), [option])
  const enter = useEffectEvent(() => {
    if (props.entered && first !== undefined && first.do !== 'ask') leave(first)
  })
  useEffect(() => enter(), [])

  if (choices.length === 0) return null
  return (
    <div className="absolute top-full end-0 z-20 mt-1 w-104 max-w-[calc(100vw-4.5rem)] rounded-lg border border-line bg-raised p-1.5 shadow-xl">
      {isAsked && <Found {...found} kind={asked.kind} platform={platform} masked={masked} />}
      <div id={listId} role="listbox" aria-label={find.list}>
        {choices.map((choice, index) => (
          <Option
            key={choice.key}
            id={`${listId}-${index}`}
            choice={choice}
            active={index === active}
            onHover={() => setAt({ list, index })}
          />
        ))}
      </div>
    </div>
  )
}

function PlanWords({ plan, platform }: { readonly plan: Plan; readonly platform: string }) {
  const { title, detail } = planInWords(plan, platform)
  return (
    <span className="flex min-w-0 flex-col">
      <span>{title}</span>
      <span className="text-small text-muted">{detail}</span>
    </span>
  )
}

function Option(props: {
  readonly id: string
  readonly choice: Choice
  readonly active: boolean
  readonly onHover: () => void
}) {
  const { id, choice, active, onHover } = props
  const { href, words, run } = choice
  return (
    // Keys are the box's, where the focus is. A user is a link, to be opened in another tab.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/anchor-is-valid
    <a
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      {...(href === null ? {} : { href })}
      onPointerMove={active ? undefined : onHover}
      // The focus stays in the box.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (href !== null && (event.metaKey || event.ctrlKey || event.shiftKey)) return
        event.preventDefault()
        run()
      }}
      className="flex min-h-8 cursor-pointer items-center rounded-md px-2.5 py-1.5 outline-hidden aria-selected:bg-hover"
    >
      {words}
    </a>
  )
}
