import type { Stage } from '#src/domain/environment.ts'

/** How the bar above everything looks. In production it carries a line of production's colour along its top. */
export const barOf = (stage: Stage | undefined): string =>
  `flex h-12 shrink-0 items-center gap-2 border-b border-line px-3 ${stage === 'production' ? 'shadow-[inset_0_2px_0_var(--color-production)]' : ''}`

export const productName = <span className="px-1 font-semibold max-sm:sr-only">Rollcall</span>

/** The bar before its parts are here. */
export const BarOutline = ({ stage }: { readonly stage?: Stage }) => (
  <div className={barOf(stage)}>
    {productName}
    <div className="skeleton w-40" />
  </div>
)
