import { app, pages } from '@microsoft/teams-js'
import { asTheme, type Theme } from './host'

/** What Teams keeps of a tab that somebody adds to a channel. Links into the tab name the same entity. */
const ENTITY = 'plumbline'

/**
 * Offers the tab to be added to a channel: there is nothing to choose, so it can be saved at once. Every channel shows
 * its own project to whoever may see it.
 */
export async function offerTab(): Promise<Theme | null> {
  await app.initialize()
  pages.config.registerOnSaveHandler((save) => {
    const contentUrl = new URL('/tab/', location.origin).href
    pages.config
      .setConfig({ entityId: ENTITY, contentUrl, websiteUrl: contentUrl, suggestedDisplayName: 'Issue log' })
      .then(() => save.notifySuccess())
      .catch(() => save.notifyFailure('The tab could not be added. Try again.'))
  })
  pages.config.setValidityState(true)
  const context = await app.getContext()
  app.notifyAppLoaded()
  void app.notifySuccess()
  return asTheme(context.app.theme)
}
