// Tells of the heap in use when asked by a signal; for wizard.mjs.
process.on('SIGUSR2', () => {
  globalThis.gc?.()
  process.stdout.write(`heap=${process.memoryUsage().heapUsed};`)
})
