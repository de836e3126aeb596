import type { Links, TabPlace } from './cards/reader'
import { isItemId } from './domain/ids'

/** Links of a trial on one machine: the tab as a page; conversations can't be linked to in the Playground. */
export function localLinks(publicUrl: string): Links {
  return {
    tab(project, place) {
      const url = new URL(pageOf(place), publicUrl)
      url.searchParams.set('project', project)
      for (const [name, value] of Object.entries(shownOn(place))) url.searchParams.set(name, value)
      return url.href
    },
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

function pageOf(place: TabPlace): string {
  switch (place.page) {
    case 'issues':
      return '/tab/'
    case 'items':
      return '/tab/items'
    case 'recaps':
    case 'recap':
      return '/tab/recaps'
    case 'mine':
      return '/tab/my-card'
    case 'record':
      return isItemId(place.id) ? '/tab/items' : '/tab/'
  }
}

function shownOn(place: TabPlace): Record<string, string> {
  if (place.page === 'recap') return { week: place.week }
  if (place.page === 'record' && !isItemId(place.id)) return { issue: place.id }
  return {}
}
