/** The bar above everything, before its parts are here. */
export const BarOutline = () => (
  <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
    <span className="font-semibold">Rollcall</span>
    <div className="skeleton w-40" />
  </div>
)
