import { createContext, useContext } from 'react'
import type { Host } from '../host/host'
import type { Api } from './api'
import type { Live, Ready } from './live'

export type ToastWords = { readonly text: string; readonly undo?: () => void }

/** What every page of a loaded tab works with. */
export type Tab = {
  readonly api: Api
  readonly live: Live
  readonly host: Host
  readonly ready: Ready
  readonly say: (toast: ToastWords) => void
}

export const TabContext = createContext<Tab | null>(null)

export function useTab(): Tab {
  const tab = useContext(TabContext)
  if (!tab) throw new Error('No tab around this component')
  return tab
}
