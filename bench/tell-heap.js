// Loaded into a product that is measured, before its own code: asked over its channel, it collects what nobody needs
// any more and tells how many bytes of objects are left in its main thread.
process.on('message', () => {
  globalThis.gc?.()
  process.send?.(process.memoryUsage().heapUsed)
})
process.channel?.unref()
