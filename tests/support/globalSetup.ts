import { AZURITE, startAzurite, type Azurite } from './azuriteProcess'

declare global {
  var azuriteOfTheRun: Azurite | undefined
}

/** One Azurite for the whole run; workers inherit its address. Each test file makes tables of its own in it. */
export default async function globalSetup(): Promise<void> {
  const azurite = await startAzurite()
  globalThis.azuriteOfTheRun = azurite
  process.env[AZURITE] = azurite.connection
}
