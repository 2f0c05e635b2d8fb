/** A key, as it is printed on the keyboard. */
export const Kbd = ({ children }: { readonly children: string }) => (
  <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-[11px] leading-none text-muted">
    {children}
  </kbd>
)
