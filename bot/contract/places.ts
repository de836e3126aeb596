import type { ImportId } from '../domain/exchange/importJob'
import type { EntryId, RecordId } from '../domain/ids'
import type { WeekId } from '../domain/week'

/** A place on a project's tab. */
export type Place =
  | { readonly page: 'issues' | 'overview' | 'items' | 'recaps' | 'mine' | 'source' }
  /** The dialog by which records go out and come in; `file`: one that was given already. */
  | { readonly page: 'exchange'; readonly does: 'export' | 'import'; readonly file?: ImportId }
  | { readonly page: 'record'; readonly id: RecordId | EntryId }
  | { readonly page: 'recap'; readonly week: WeekId }

/** The address of a place on the tab, without the host: what links point at and the tab reads. */
export function tabPath(project: string, place: Place): string {
  const { page, shows } = shownAt(place)
  const query = new Map([['project', project], ...shows])
  const text = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `/tab/${page}?${text}`
}

/** The same place as a Teams deep link carries it; empty for the first page. */
export function placeInTeams(place: Place): string {
  switch (place.page) {
    case 'record':
      return place.id
    case 'recap':
      return `recap:${place.week}`
    case 'mine':
      return 'my-card'
    case 'issues':
      return ''
    case 'exchange':
      return place.file === undefined ? place.does : `${place.does}:${place.file}`
    default:
      return place.page
  }
}

function shownAt(place: Place): { page: string; shows: readonly [string, string][] } {
  switch (place.page) {
    case 'issues':
      return { page: '', shows: [] }
    case 'exchange':
      return { page: '', shows: [[place.does, place.file ?? 'new']] }
    case 'overview':
    case 'items':
    case 'recaps':
    case 'source':
      return { page: place.page, shows: [] }
    case 'mine':
      return { page: 'my-card', shows: [] }
    case 'recap':
      return { page: 'recaps', shows: [['week', place.week]] }
    case 'record':
      if (place.id.startsWith('S-')) return { page: 'source', shows: [['entry', place.id]] }
      return place.id.startsWith('I-')
        ? { page: '', shows: [['issue', place.id]] }
        : { page: 'items', shows: [['item', place.id]] }
  }
}
