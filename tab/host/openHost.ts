import { openBrowser } from './browser'
import type { Host } from './host'

/**
 * Finds out where the tab runs. Teams frames it; nobody else may (the service's frame-ancestors). teams-js weighs
 * 14 KB and TeamsUserCredential more, so both come only there, and while the page's own code is loading.
 */
export async function openHost(): Promise<Host> {
  if (window.parent === window) return openBrowser()
  return (await import('./teams')).openTeams()
}
