import MiniSearch from 'minisearch'
import { isOpenIssue, type Issue } from '../domain/issue'

/**
 * Issues that hold the words, open ones before the others, the best match first. Forgives case, accents, endings and
 * small typos; what a word search can't see (part of a code, a language without spaces) is found as plain text.
 */
export function searchIssues(issues: readonly Issue[], words: string): readonly Issue[] {
  const byNumber = new Map(issues.map((issue) => [issue.id, issue]))
  const index = new MiniSearch<Searched>({
    fields: ['title', 'rest', 'people'],
    processTerm: folded,
    searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: typosForgiven },
  })
  index.addAll(issues.map(searched))
  const all = index.search(words, { combineWith: 'AND' })
  const ids = (all.length > 0 ? all : index.search(words)).map((hit) => hit.id as Issue['id'])
  const found = new Set([...ids, ...holding(issues, words)])
  const ranked = [...found].flatMap((id) => byNumber.get(id) ?? [])
  return [...ranked.filter(isOpenIssue), ...ranked.filter((issue) => !isOpenIssue(issue))]
}

type Searched = {
  readonly id: Issue['id']
  readonly title: string
  readonly rest: string
  readonly people: string
}

function searched(issue: Issue): Searched {
  const { id, title, details, where, steps, happened, workaround, owner, reporter } = issue
  return {
    id,
    title: `${id} ${title}`,
    rest: [details, where, steps, happened, workaround].join('\n'),
    people: `${owner?.name ?? ''} ${reporter.name}`,
  }
}

/** A fifth of a longer word may be wrong; a short one, or one with a digit, has to be right. */
function typosForgiven(term: string): number | false {
  return term.length > 4 && !/\d/.test(term) ? 0.2 : false
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function holding(issues: readonly Issue[], words: string): readonly Issue['id'][] {
  const wanted = folded(words).trim()
  if (wanted === '') return []
  return issues
    .filter((issue) => {
      const { title, rest, people } = searched(issue)
      return folded(`${title}\n${rest}\n${people}`).includes(wanted)
    })
    .map((issue) => issue.id)
}
