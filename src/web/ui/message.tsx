import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly alert?: boolean
}

/** What stands where content would be: nothing there yet, nothing matches, or something failed. */
export function Message({ title, children, actions, alert = false }: Props) {
  return (
    <div
      role={alert ? 'alert' : undefined}
      className="mx-auto flex max-w-110 flex-col items-center gap-3 px-6 py-16 text-center"
    >
      <h2 className="text-title font-semibold">{title}</h2>
      {children !== undefined && <div className="text-muted">{children}</div>}
      {actions !== undefined && (
        <div className="flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  )
}
