import { LRUCache } from 'lru-cache'
import type { Links } from './cards/reader'
import { placeInTeams, tabPath, type Place } from './contract/places'
import { FILLED_BY_TEAMS, pinnedPath, REMOVE_PATH } from './contract/teamsPages'
import type { ChannelId, ProjectId } from './domain/ids'
import type { Language } from './domain/language'
import { TAB_ENTITIES, tabName, type WantedTab } from './domain/pinnedTabs'
import type { Channels } from './flows/peoplePorts'
import type { Pinned, Pins } from './flows/teamPorts'

/** The links that cards about a project may carry; nobody waits for them long. */
export type LinksOf = (project: ProjectId) => Promise<Links>

/** Links of a trial on one machine: the tab as a page; conversations can't be linked to in the Playground. */
export function localLinks(publicUrl: string): Links {
  return {
    tab: (project, place) => new URL(tabPath(project, place), publicUrl).href,
    conversation: () => null,
  }
}

/** Links in Teams where no tab is known to stand: cards leave that button out. */
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

/** The tabs as they are to stand in a channel, under their names in the project's language. */
export function wantedTabs(publicUrl: string, language: Language): readonly WantedTab[] {
  return TAB_ENTITIES.map((entity) => {
    const page = new URL(pinnedPath(entity), publicUrl).href
    const remove = new URL(REMOVE_PATH, publicUrl).href
    return { entity, name: tabName(entity, language), content: page + FILLED_BY_TEAMS, website: page, remove }
  })
}

type PinnedLinksDeps = {
  readonly publicUrl: string
  readonly pins: Pick<Pins, 'of'>
  readonly channels: Pick<Channels, 'place'>
  /** In ms. */
  readonly now: () => number
}

/** How long it is believed where a tab stands, in ms. */
const BELIEVED_FOR = 60_000
const REMEMBERED_PROJECTS = 5_000

/** Links in Teams: into the tab that we put up in the project's channel, where there is one. */
export function pinnedLinks({ publicUrl, pins, channels, now }: PinnedLinksDeps): LinksOf {
  const known = new LRUCache<ProjectId, Links>({
    max: REMEMBERED_PROJECTS,
    ttl: BELIEVED_FOR,
    ttlResolution: 0,
    perf: { now },
    fetchMethod: async (project) => {
      const [pinned, place] = await Promise.all([pins.of(project), channels.place(project)])
      return { ...teamsLinks(), tab: tabLink(publicUrl, pinned?.record ?? null, place?.channel ?? null) }
    },
  })
  return async (project) => (await known.fetch(project)) ?? teamsLinks()
}

/** A deep link names the tab by app and entity, and the place in it by what the tab is given. */
function tabLink(publicUrl: string, pinned: Pinned | null, channel: ChannelId | null): Links['tab'] {
  const tab = pinned?.tabs.find(({ entity }) => entity === 'issues') ?? pinned?.tabs[0]
  if (!pinned || !tab || channel === null) return () => null
  return (project, place) => {
    const path = [pinned.app, tab.entity].map(encodeURIComponent).join('/')
    const url = new URL(`https://teams.microsoft.com/l/entity/${path}`)
    url.searchParams.set('webUrl', new URL(tabPath(project, place), publicUrl).href)
    url.searchParams.set('label', labelOf(place))
    url.searchParams.set('context', JSON.stringify({ subEntityId: placeInTeams(place), channelId: channel }))
    return url.href
  }
}

function labelOf(place: Place): string {
  return place.page === 'record' ? place.id : 'Plumbline'
}
