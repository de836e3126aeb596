import MiniSearch from 'minisearch'
import { isWritten, type SourceEntry } from '../domain/sourceEntry'
import type { EntryKind } from '../domain/sourceKinds'
import { asOneWord, isUsualWord, meaningIn, weightOf } from './sourceWords'

/** At most so many answers: more is a list, not an answer. */
const MOST_ANSWERS = 3
/** How much of what was asked must be found, by the weight of its words, for an entry to answer it. */
const ENOUGH = 0.5
/** The same where it is found in an entry's text or owner alone: a long text has many words. */
const ENOUGH_IN_TEXT = 0.75
/** Answers that hold so much less of the question than the best one are left out. */
const WORSE = 0.25
/** And those whose score is so much lower. */
const WEAKER = 0.3

/** What an entry of this kind is found by, whatever its title says; the words beside the first are there for typos. */
const KIND_WORDS: Readonly<Record<EntryKind, string>> = {
  plan: 'plan schedule timeline roadmap milestones',
  scope: 'scope exclusions',
  roles: 'roles raci responsible accountable approver',
  procedure: 'procedure workflow',
  contacts: 'contacts phone',
  communication: 'communication comms newsletter',
  change: 'changecontrol request',
  uat: 'uat acceptance testing',
  cutover: 'cutover golive',
  support: 'hypercare support helpdesk',
  other: '',
}

/**
 * The entries that answer a question, best first, at most three; none when what is asked for is not there. Forgives
 * small typos and endings, and knows the usual words for the same thing. Written entries come before empty places.
 */
export function searchSource(entries: readonly SourceEntry[], question: string): readonly SourceEntry[] {
  const wanted = meaningIn(question)
  if (wanted.length === 0 || !wanted.some((word) => weightOf(word) >= 1 || wanted.length > 1)) return []
  const byId = new Map(entries.map((entry) => [entry.id as string, entry]))
  const index = new MiniSearch<Searched>({
    fields: ['title', 'kind', 'text', 'owner'],
    tokenize: (text) => text.split(/\s+/),
    processTerm: (term) => (term === '' ? null : term),
    searchOptions: {
      boost: { title: 4, kind: 2, owner: 0.5 },
      fuzzy: typosForgiven,
      prefix: (term) => term.length >= 4 && !isUsualWord(term),
      boostTerm: weightOf,
      weights: { fuzzy: 0.5, prefix: 0.6 },
    },
  })
  index.addAll(entries.map(searched))
  const all = wanted.reduce((sum, word) => sum + weightOf(word), 0)
  const hits = index.search(wanted.join(' ')).flatMap((hit) => {
    const entry = byId.get(String(hit.id))
    const found = hit.queryTerms.reduce((sum, word) => sum + weightOf(word), 0) / all
    const isNamed = Object.values(hit.match).some(
      (fields) => fields.includes('title') || fields.includes('kind'),
    )
    const hasMeaning = hit.queryTerms.some((word) => weightOf(word) >= 1)
    const enough = found >= (isNamed ? ENOUGH : ENOUGH_IN_TEXT) && hasMeaning
    return entry && enough ? [{ entry, found, score: hit.score }] : []
  })
  const most = Math.max(0, ...hits.map(({ found }) => found))
  const best = Math.max(0, ...hits.filter(({ found }) => found > most - WORSE).map(({ score }) => score))
  return hits
    .filter(({ found, score }) => found > most - WORSE && score >= best * WEAKER)
    .sort((a, b) => Number(isWritten(b.entry)) - Number(isWritten(a.entry)) || b.score - a.score)
    .slice(0, MOST_ANSWERS)
    .map(({ entry }) => entry)
}

/** The empty place that a title names, where its words are all of the place's; null when there is none. */
export function placeNamed(places: readonly SourceEntry[], title: string): SourceEntry | null {
  const words = meaningIn(title)
  const all = words.reduce((sum, word) => sum + weightOf(word), 0)
  const [best] = searchSource(
    places.filter((entry) => !isWritten(entry)),
    title,
  )
  if (!best) return null
  const found = words
    .filter(
      (word) => searchSource([best], word).length > 0 || asOneWord(best.title).split(' ').includes(word),
    )
    .reduce((sum, word) => sum + weightOf(word), 0)
  return found >= all * NAMED ? best : null
}

/** So much of a title must be a place's own words for the title to mean the place. */
const NAMED = 0.8

type Searched = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly text: string
  readonly owner: string
}

function searched({ id, title, kind, content, owner }: SourceEntry): Searched {
  return {
    id,
    title: asOneWord(title),
    kind: KIND_WORDS[kind],
    text: content.kind === 'text' ? asOneWord(content.text) : '',
    owner: asOneWord(owner?.name ?? ''),
  }
}

/** A fifth of a longer word may be wrong; a short one, one with a digit, or a usual word has to be right. */
function typosForgiven(term: string): number | false {
  return term.length > 4 && !/\d/.test(term) ? 0.2 : false
}
