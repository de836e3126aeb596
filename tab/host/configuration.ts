import { app, pages } from '@microsoft/teams-js'
import { FILLED_BY_TEAMS, pinnedPath, REMOVE_PATH } from '../../bot/contract/teamsPages'
import type { TabEntity } from '../../bot/domain/pinnedTabs'
import { ADD, USUAL_NAME } from '#words/setUp'
import { asTheme, type Theme } from './host'

/** Pages of ours that a channel may have a tab of; the first two are those that the bot pins, and adopts. */
export const TAB_PAGES = ['issues', 'source', 'overview', 'items', 'recaps', 'my-card'] as const
type TabPage = (typeof TAB_PAGES)[number]

function isPinned(page: TabPage): page is TabEntity {
  return page === 'issues' || page === 'source'
}

/** What a tab is to open, and how it is called. */
type TabChoice = { readonly page: TabPage; readonly name: string }

export type TabOffer = {
  readonly theme: Theme | null
  /** What stands there, where a tab is changed. */
  readonly standing: TabChoice | null
  /** Takes what is chosen now; null as long as it can't be saved. */
  readonly choose: (choice: TabChoice | null) => void
}

/** Offers the tab to be added to a channel. Every channel shows its own project to whoever may see it. */
export async function offerTab(): Promise<TabOffer> {
  await app.initialize()
  let chosen: TabChoice | null = null
  pages.config.registerOnSaveHandler((save) => {
    if (!chosen) return save.notifyFailure(ADD.nameFirst)
    const path = isPinned(chosen.page) ? pinnedPath(chosen.page) : `/tab/${chosen.page}`
    const page = new URL(path, location.origin).href
    pages.config
      .setConfig({
        entityId: chosen.page,
        contentUrl: page + FILLED_BY_TEAMS,
        websiteUrl: page,
        removeUrl: new URL(REMOVE_PATH, location.origin).href,
        suggestedDisplayName: chosen.name,
      })
      .then(() => save.notifySuccess())
      .catch(() => save.notifyFailure(ADD.notAdded))
  })
  const context = await app.getContext()
  app.notifyAppLoaded()
  void app.notifySuccess()
  const standing = TAB_PAGES.find((page) => page === context.page.id)
  return {
    theme: asTheme(context.app.theme),
    standing: standing ? { page: standing, name: USUAL_NAME[standing] } : null,
    choose: (choice) => {
      chosen = choice
      pages.config.setValidityState(choice !== null)
    },
  }
}

/** Lets Teams take the tab off: nothing is kept in a tab, so there is nothing to ask. */
export async function allowRemoval(): Promise<Theme | null> {
  await app.initialize()
  pages.config.registerOnRemoveHandler((removal) => removal.notifySuccess())
  pages.config.setValidityState(true)
  const context = await app.getContext()
  app.notifyAppLoaded()
  void app.notifySuccess()
  return asTheme(context.app.theme)
}
