import type { Links } from './cards/reader'
import { tabPath } from './contract/places'

/** Links of a trial on one machine: the tab as a page; conversations can't be linked to in the Playground. */
export function localLinks(publicUrl: string): Links {
  return {
    tab: (project, place) => new URL(tabPath(project, place), publicUrl).href,
    conversation: () => null,
  }
}

/**
 * Links in Teams. A tab is linked to by the channel that it stands in, which a project's id does not tell: cards leave
 * that button out and people open the tab at the top of the channel.
 */
export function teamsLinks(): Links {
  return {
    tab: () => null,
    conversation({ conversation, message }) {
      const [channel, root] = conversation.split(';messageid=')
      if (!channel || !root) return null
      const url = new URL(
        `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${encodeURIComponent(message)}`,
      )
      url.searchParams.set('parentMessageId', root)
      return url.href
    },
  }
}
