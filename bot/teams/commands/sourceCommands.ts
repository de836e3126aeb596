import { parseEntryId, type EntryId } from '../../domain/ids'
import type { EntryChange } from '../../domain/sourceEntry'
import type { EntryRef, NewEntry } from '../../flows/command'
import { isUsualWord, meaningIn } from '../../flows/sourceWords'
import {
  folded,
  MARK_CLASS,
  mentionAt,
  phraseOf,
  saysNothing,
  spoken,
  withoutPoliteEnd,
  type Heard,
} from './hearing'
import { idAtStart } from './recordIds'
import { command, type Understood } from './understood'

const ENTRY = /^#?\s?s\s?[-_]?\s?\d{1,7}(?![\p{L}\p{N}]|-\d)/u
const ADD =
  /^(?:source add|sources add|add (?:a |an |the |new )*(?:source|page|entry)(?: page| entry)?|add to (?:the )?sources?(?: of truth)?|new source(?: entry)?|new page|source new)(?![\p{L}\p{N}-])[\s:,–—-]*/u
const TAKE_OFF =
  /^(?:source (?:remove|delete)|(?:remove|delete) (?:the )?(?:source|page|entry)(?![\p{L}\p{N}-]))[\s:]+/u
const ANEW = /^(?:source (?:change|update|edit))[\s:]+/u
const CONFIRM = /^(?:verify|confirm|source verify|still true)[\s:,-]+(?:that )?/u
const MINE = /^(?:mine|my pages?|my entries|my source|my sources)$/
const ADDRESS = /(?:https?:\/\/|www\.|<https?:\/\/)\S+/iu

const SHOW = /^(?:show|show me|open|view|see|read|where is|what is|info|details|get|find)$/
const VERIFY = /^(?:verify|verified|confirm|confirmed|still true|still right|true|ok|okay|checked|check)$/
const CHANGE =
  /^(?:change|changed|update|updated|edit|write|rewrite|new link|new text|new link for|new text for)$/
const REMOVE = /^(?:remove|removed|delete|drop|cancel)$/
const HISTORY = /^(?:history|history of|log|changes|changes of|who changed)$/
const UNDO = /^(?:undo|revert|take back)$/

/** Reads a sentence about the source of truth: an entry by its number, or `source add`, `verify` and their like. */
export function sourceCommand(text: string, heard: Heard): Understood | undefined {
  const start = folded(text.slice(0, 120))
  const added = ADD.exec(start)?.[0]
  if (added !== undefined) return add(text.slice(added.length), heard)
  return aboutEntry(text, heard) ?? named(text, start, heard)
}

/** "S-3", "S-3 is still true", "verify S-3", "change S-3 https://…". */
function aboutEntry(text: string, heard: Heard): Understood | undefined {
  const first = entryAt(text)
  if (first) {
    const rest = text.slice(first.length).replace(/^\s{0,5}(?:is|was|has|has been|:|-)?\s{0,5}/i, '')
    const said = phraseOf(withoutPoliteEnd(rest))
    if (said === '') return show(first.id, false)
    return verb(said, first.id, '', heard) ?? rewritten(first.id, rest, heard)
  }
  const before = /^((?:\p{L}+\s){1,3})(?=#?s\s?-?\s?\d)/iu.exec(text.slice(0, 60))?.[1]
  if (before === undefined) return undefined
  const found = entryAt(text.slice(before.length))
  if (!found) return undefined
  return verb(phraseOf(before), found.id, text.slice(before.length + found.length), heard)
}

function entryAt(text: string): { readonly id: EntryId; readonly length: number } | undefined {
  const written = ENTRY.exec(folded(text.slice(0, 20)))?.[0]
  const id = written === undefined ? undefined : parseEntryId(written.replace('#', ''))
  return id && written !== undefined ? { id, length: written.length } : undefined
}

function verb(said: string, id: EntryId, rest: string, heard: Heard): Understood | undefined {
  if (SHOW.test(said)) return show(id, false)
  if (HISTORY.test(said)) return show(id, true)
  if (VERIFY.test(said)) return change(id, { kind: 'verify' })
  if (REMOVE.test(said)) return change(id, { kind: 'remove' })
  if (UNDO.test(said)) return { kind: 'undo', id }
  if (!CHANGE.test(said)) return undefined
  return saysNothing(rest) ? command({ do: 'editEntry', entry: id }) : rewritten(id, rest, heard, true)
}

/** A new link or text. Without "change" before it, only a link is sure to be meant. */
function rewritten(id: EntryId, rest: string, heard: Heard, isTold = false): Understood | undefined {
  const content = spoken(heard, rest.replace(/^\s*(?:to|with|into|:|=|changed to|changed)\s*/i, ''))
  if (!isTold && !ADDRESS.test(content)) return undefined
  return change(id, { kind: 'edit', content })
}

/** "verify the plan", "source remove the plan": the entry by its words. */
function named(text: string, start: string, heard: Heard): Understood | undefined {
  const confirmed = CONFIRM.exec(start)?.[0]
  if (confirmed !== undefined) {
    const words = wordsOf(text.slice(confirmed.length), heard)
    if (MINE.test(phraseOf(words))) return command({ do: 'source', mine: true })
    const page = /^(?:page|entry|source) (.+)$/i.exec(words)?.[1]
    const isPage = page !== undefined || meaningIn(words).some(isUsualWord)
    if (isPage && !idAtStart(words)) return change({ words: page ?? words }, { kind: 'verify' })
    return undefined
  }
  const takenOff = TAKE_OFF.exec(start)?.[0]
  if (takenOff !== undefined)
    return change({ words: wordsOf(text.slice(takenOff.length), heard) }, { kind: 'remove' })
  const anew = ANEW.exec(start)?.[0]
  if (anew === undefined) return undefined
  const { title, content } = titleAndContent(spoken(heard, text.slice(anew.length)))
  return change({ words: title }, { kind: 'edit', content })
}

function wordsOf(text: string, heard: Heard): string {
  return spoken(heard, withoutPoliteEnd(text))
    .replace(/^(?:the|our|my)\s+/i, '')
    .replace(/[\s.!?]+$/, '')
    .trim()
}

function add(rest: string, heard: Heard): Understood {
  const mark = new RegExp(`@?[${MARK_CLASS}]`, 'u').exec(rest)?.[0]
  const owner = mark === undefined ? null : (mentionAt(heard, mark.slice(-1)) ?? null)
  const words = spoken(heard, mark === undefined ? rest : rest.replace(mark, ' '))
  const fields: NewEntry = {
    ...titleAndContent(words),
    about: null,
    owner,
    reviewDays: null,
    toBeRead: false,
  }
  return command({ do: 'addEntry', fields })
}

/** A title and a link in either order, or `title: text`, or a title on the first line and the text below. */
function titleAndContent(words: string): Pick<NewEntry, 'title' | 'content'> {
  const address = ADDRESS.exec(words)
  if (address && !/\n/.test(words.trim())) {
    const around = `${words.slice(0, address.index)} ${words.slice(address.index + address[0].length)}`
    return { title: bare(around), content: address[0].replace(/[.,;]+$/, '') }
  }
  const lineEnd = words.trim().indexOf('\n')
  if (lineEnd > 0)
    return { title: bare(words.trim().slice(0, lineEnd)), content: words.trim().slice(lineEnd).trim() }
  const colon = /^([^:\n]{2,120}):\s+(.+)$/su.exec(words.trim())
  if (colon) return { title: bare(colon[1] ?? ''), content: (colon[2] ?? '').trim() }
  return { title: bare(words), content: '' }
}

function bare(title: string): string {
  return title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|a|an|for|to|:|-)\s+/i, '')
    .replace(/[\s:,;–—-]+$/, '')
    .replace(/\s(?:at|is|is at|is here|here|link|=)$/i, '')
    .replace(/^["'“](.*)["'”]$/, '$1')
}

function show(entry: EntryId, history: boolean): Understood {
  return command({ do: 'showEntry', entry, history })
}

function change(entry: EntryRef, what: EntryChange): Understood {
  return command({ do: 'changeEntry', entry, change: what, seen: null, onCard: null })
}
