import type { TabEntity } from '../domain/pinnedTabs'

/* The pages that Teams opens by itself. */

/** The page that a pinned tab opens, without the host. The tab finds its project by the channel it stands in. */
export function pinnedPath(entity: TabEntity): string {
  return entity === 'issues' ? '/tab/' : `/tab/${entity}`
}

/**
 * What Teams is to write into a tab's address when it opens it: the reader's language, and the theme, so that the first
 * frame has both (https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/access-teams-context).
 */
export const FILLED_BY_TEAMS = '?locale={locale}&theme={theme}'

/** The page of the personal app: what is one's own over all projects, without the host. */
export const MINE_PATH = '/tab/mine'

/** The page that Teams shows when somebody takes a tab off by hand, without the host. */
export const REMOVE_PATH = '/tab/remove'
