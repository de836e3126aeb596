import { KIND_WORD } from '#words/source'
import { numberOf } from '../../bot/domain/ids'
import { ENTRY_KINDS, partOf, type SourcePart } from '../../bot/domain/sourceKinds'
import type { EntryDetail, EntryLine, SourcePage } from '../../bot/contract/source'
import { grouped } from '../data/grouped'

/* What the page shows of its entries, in their order. Pure: the page and the words searched for in, entries out. */

export type Part = { readonly key: SourcePart; readonly entries: readonly EntryLine[] }

/** The entries that have every word, under their parts; all of them when nothing is searched for. */
export function partsOf(entries: readonly EntryLine[], words: string): readonly Part[] {
  const shown = entries.filter((entry) => hasWords(entry, words))
  return grouped(shown, ({ kind }) => partOf(kind)).map(([key, members]) => ({
    key: key as SourcePart,
    entries: members,
  }))
}

function hasWords({ id, title, kind, content, owner }: EntryLine, words: string): boolean {
  const text = content.kind === 'text' ? content.text : content.kind === 'link' ? content.url : ''
  const all = `${id} ${title} ${KIND_WORD[kind]} ${owner?.name ?? ''} ${text}`.toLocaleLowerCase()
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** Worst first: nobody should trust the stale ones. */
const CHECKED_BY: readonly EntryLine['freshness']['kind'][] = ['stale', 'due', 'unverified']

export function wantsCheck({ freshness }: Pick<EntryLine, 'freshness'>): boolean {
  return CHECKED_BY.includes(freshness.kind)
}

/** What waits for somebody's word that it is still true. */
export function toCheck(entries: readonly EntryLine[]): readonly EntryLine[] {
  const rank = ({ freshness }: EntryLine) => CHECKED_BY.indexOf(freshness.kind)
  return entries.filter(wantsCheck).toSorted((a, b) => rank(a) - rank(b))
}

/** The page with an entry as it is now: in its place, or off the page when it was removed. */
export function withEntry(page: SourcePage, entry: EntryDetail): SourcePage {
  const there = page.entries.find(({ id }) => id === entry.id)
  if (there && there.version > entry.version) return page
  const others = page.entries.filter(({ id }) => id !== entry.id)
  const entries = entry.removed ? others : [...others, lineOf(entry)].toSorted(inOrder)
  const count = (kind: EntryLine['freshness']['kind']) =>
    entries.filter(({ freshness }) => freshness.kind === kind).length
  return {
    ...page,
    entries,
    count: {
      written: entries.length - count('empty'),
      verified: count('verified'),
      stale: count('stale'),
    },
  }
}

/** By kind, then by number: an order that stays, so that places are remembered. */
function inOrder(a: EntryLine, b: EntryLine): number {
  return ENTRY_KINDS.indexOf(a.kind) - ENTRY_KINDS.indexOf(b.kind) || numberOf(a.id) - numberOf(b.id)
}

function lineOf({ removed, createdAt, createdBy, reads, history, ...line }: EntryDetail): EntryLine {
  return line
}
