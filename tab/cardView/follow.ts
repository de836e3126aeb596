import { go } from '../data/address'

/** Opens a link of a card: one into this tab without leaving it, any other in a window of its own. */
export function followLink(url: string): void {
  const asked = new URL(url, location.href)
  // A link into Teams names the page that it stands for.
  const to = new URL(asked.searchParams.get('webUrl') ?? asked, location.href)
  if (to.origin === location.origin && to.pathname.startsWith('/tab/')) go(to.pathname + to.search)
  else if (asked.protocol === 'https:' || asked.protocol === 'http:')
    window.open(asked.href, '_blank', 'noopener')
}
