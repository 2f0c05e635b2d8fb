// Loaded into a product that is measured, before its own code: asked over its channel, it collects what nobody needs
// any more and tells how many bytes are left. Its other threads load it too, and are not asked.
process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.(heapUsed + external)
})
process.channel?.unref()
