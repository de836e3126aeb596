/*
 * Loaded before a child's own code. The line to the parent is the child's life: when it goes, because the parent
 * lets go or is gone itself, the child ends as it would at a signal. So nothing outlives a killed runner, and
 * stopping works the same where there are no signals (Windows).
 */

const GRACE_MS = 8_000

process.once('disconnect', () => {
  // Azurite saves at SIGINT only; a process that listens to neither has nothing to save.
  const signal = (['SIGTERM', 'SIGINT'] as const).find((name) => process.listenerCount(name) > 0)
  if (signal === undefined) process.exit(0)
  setTimeout(() => process.exit(1), GRACE_MS).unref()
  process.emit(signal)
})
// A listener to messages, which Azurite has, would keep a process alive that is done.
process.channel?.unref()
