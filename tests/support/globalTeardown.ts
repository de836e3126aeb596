/** Ends the run's Azurite; what it held was in memory only. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.azuriteOfTheRun?.stop()
}
