import type { ComponentProps } from 'react'

const looks = {
  quiet: 'text-muted hover:bg-hover hover:text-text aria-expanded:bg-hover aria-expanded:text-text',
  outline: 'border border-line bg-raised text-text hover:border-edge aria-expanded:border-edge',
  primary: 'bg-accent font-medium text-on-accent hover:opacity-90',
} as const

type Props = ComponentProps<'button'> & { readonly look?: keyof typeof looks }

/** A button of 28 px. One that holds only an icon needs an `aria-label`. */
export function Button({ look = 'quiet', className = '', type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- the default stands in the parameters above
      type={type}
      className={`inline-flex h-7 min-w-7 shrink-0 items-center justify-center gap-1.5 rounded-md px-2 whitespace-nowrap disabled:opacity-45 ${looks[look]} ${className}`}
    />
  )
}
