/** Whether the page was loaded for an address that somebody opened, and not by a reload, Back or Forward. */
export function loadedAnew(): boolean {
  const [arrival] = performance.getEntriesByType('navigation')
  return arrival instanceof PerformanceNavigationTiming && arrival.type === 'navigate'
}
