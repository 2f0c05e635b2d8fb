import type { ComponentProps, MouseEvent } from 'react'
import { goTo } from '#src/web/lib/address.ts'

/** Whether the browser itself should follow a link, in another tab or window, or save it. */
export const isOwnClick = (event: MouseEvent): boolean =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/** A link to an address of the app: `search` is a query without its question mark. */
export function Link({
  pathname,
  search = '',
  onClick,
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { readonly pathname: string; readonly search?: string }) {
  return (
    <a
      {...rest}
      href={search === '' ? pathname : `${pathname}?${search}`}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || isOwnClick(event)) return
        event.preventDefault()
        goTo(pathname, search)
      }}
    >
      {children}
    </a>
  )
}
