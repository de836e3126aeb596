import { app, pages } from '@microsoft/teams-js'
import { pinnedPath, REMOVE_PATH } from '../../bot/contract/places'
import { tabName, type TabEntity } from '../../bot/domain/pinnedTabs'
import { asTheme, type Theme } from './host'

/** What Teams keeps of a tab that somebody adds by hand: the same as of the one that the bot pins, which adopts it. */
const ENTITY: TabEntity = 'issues'

/**
 * Offers the tab to be added to a channel: there is nothing to choose, so it can be saved at once. Every channel shows
 * its own project to whoever may see it.
 */
export async function offerTab(): Promise<Theme | null> {
  await app.initialize()
  pages.config.registerOnSaveHandler((save) => {
    const contentUrl = new URL(pinnedPath(ENTITY), location.origin).href
    pages.config
      .setConfig({
        entityId: ENTITY,
        contentUrl,
        websiteUrl: contentUrl,
        removeUrl: new URL(REMOVE_PATH, location.origin).href,
        suggestedDisplayName: tabName(ENTITY),
      })
      .then(() => save.notifySuccess())
      .catch(() => save.notifyFailure('The tab could not be added. Try again.'))
  })
  pages.config.setValidityState(true)
  const context = await app.getContext()
  app.notifyAppLoaded()
  void app.notifySuccess()
  return asTheme(context.app.theme)
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
