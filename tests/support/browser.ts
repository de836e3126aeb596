import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

type Environment = Readonly<Record<string, string | undefined>>

/** First those that never had a window: a page costs them less than half of what it costs a whole browser. */
const COMMANDS = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
)
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
const WINDOWS_APPS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/** Where a Chromium, Chrome or Edge stands; null when none does. CHROMIUM_PATH comes first, then the leanest. */
export function findBrowser(env: Environment = process.env, platform = process.platform): string | null {
  const chosen = env['CHROMIUM_PATH'] ?? ''
  if (chosen !== '') return isRunnable(chosen) ? chosen : null
  return usualPlaces(env, platform).find(isRunnable) ?? null
}

function usualPlaces(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    return WINDOWS_FOLDERS.flatMap((folder) => WINDOWS_APPS.map((app) => `${env[folder] ?? 'C:'}\\${app}`))
  }
  const folders = (env['PATH'] ?? '').split(delimiter)
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)))
  return platform === 'darwin' ? [...MAC_APPS, ...onPath] : onPath
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The tab's stand-in host has Teams' address, and frames a page of this machine.
  '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessForNavigations,LocalNetworkAccessForNavigations',
]

/** Starts the machine's browser, without a window. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium or Chrome here: "npm test" gets one or says how.')
  // Chromium has no sandbox for root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...asRoot] })
}
