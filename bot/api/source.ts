import { wordsOf } from '../cards/words/wordsOf'
import {
  changeEntryRequest,
  newEntry,
  readEntryRequest,
  undoEntryRequest,
  type EntryAnswer,
  type EntryChangeJson,
  type SearchAnswer,
  type SourcePage,
} from '../contract/source'
import { parseEntryId, type EntryId } from '../domain/ids'
import { isSamePerson } from '../domain/person'
import { canChangeEntry, type EntryChange } from '../domain/sourceEntry'
import { openQuestions } from '../flows/openQuestions'
import type { Outcome } from '../flows/outcome'
import type { EntryView } from '../flows/sourceOutcome'
import { standing } from '../flows/recordView'
import { loadSource } from '../flows/sourceView'
import { NOTHING_HERE, ok, Refused, type Reply } from './answers'
import { changing, memberBy, memberOrNobody, order } from './changing'
import type { ApiDeps } from './deps'
import { historyLine } from './issueJson'
import { parsed } from './issues'
import { entryDetail, entryRow, questionJson } from './sourceJson'
import type { Visitor } from './visitor'

/** The whole page: every entry in its order, and what waits for an answer. */
export async function showSource(deps: ApiDeps, { project, actor }: Visitor): Promise<Reply> {
  const [view, questions, anchor] = await Promise.all([
    loadSource(deps, project, deps.clock.now()),
    openQuestions(deps, project),
    deps.records.posted(project.id, 'anchor'),
  ])
  const body: SourcePage = {
    entries: view.lines.map((line) => ({
      ...entryRow(line),
      canChange: canChangeEntry(line.entry, standing({ project, actor })),
    })),
    count: view.count,
    colour: view.colour,
    questions: questions.map(questionJson),
    anchored: anchor !== null,
  }
  return ok(body)
}

export async function showEntry(deps: ApiDeps, visitor: Visitor, id: string): Promise<Reply> {
  const outcome = await order(deps, visitor, { do: 'showEntry', entry: entryIdIn(id), history: true })
  if (outcome.kind !== 'entry') throw new Refused(404, NOTHING_HERE)
  return ok(entryDetail(outcome.view))
}

export async function searchSource(deps: ApiDeps, visitor: Visitor, question: unknown): Promise<Reply> {
  const asked = typeof question === 'string' ? question.slice(0, LONGEST_SEARCH) : ''
  const outcome = await order(deps, visitor, { do: 'where', question: asked, sure: true })
  const body: SearchAnswer =
    outcome.kind === 'answers'
      ? { entries: outcome.lines.map(entryRow), place: null }
      : { entries: [], place: outcome.kind === 'noAnswer' ? (outcome.place?.id ?? null) : null }
  return ok(body)
}

const LONGEST_SEARCH = 500

export async function addEntry(deps: ApiDeps, visitor: Visitor, body: unknown): Promise<Reply> {
  const { title, kind, content, owner, reviewDays, toBeRead, question } = parsed(newEntry.safeParse(body))
  const outcome = await changing(deps, visitor, {
    do: 'addEntry',
    fields: {
      title,
      about: kind,
      content,
      owner: memberOrNobody(owner, visitor),
      reviewDays,
      toBeRead,
    },
    ...(question ? { question } : {}),
  })
  return answered(deps, visitor, outcome)
}

export async function changeEntry(
  deps: ApiDeps,
  visitor: Visitor,
  id: string,
  body: unknown,
): Promise<Reply> {
  const { change, seen } = parsed(changeEntryRequest.safeParse(body))
  const outcome = await changing(deps, visitor, {
    do: 'changeEntry',
    entry: entryIdIn(id),
    change: withPeople(change, visitor),
    seen,
    onCard: null,
  })
  return answered(deps, visitor, outcome)
}

export async function undoEntry(deps: ApiDeps, visitor: Visitor, id: string, body: unknown): Promise<Reply> {
  const { version } = parsed(undoEntryRequest.safeParse(body))
  return answered(deps, visitor, await changing(deps, visitor, { do: 'undo', id: entryIdIn(id), version }))
}

/** "I have read it": answers with the entry and how many have. */
export async function readEntry(deps: ApiDeps, visitor: Visitor, id: string, body: unknown): Promise<Reply> {
  const { version } = parsed(readEntryRequest.safeParse(body))
  const outcome = await changing(deps, visitor, { do: 'readEntry', entry: entryIdIn(id), version })
  if (outcome.kind !== 'hasRead') throw new Refused(404, NOTHING_HERE)
  return showEntry(deps, visitor, id)
}

export async function postAnchor(deps: ApiDeps, visitor: Visitor): Promise<Reply> {
  const outcome = await changing(deps, visitor, { do: 'postAnchor' })
  if (outcome.kind !== 'anchorPosted') throw new Refused(404, NOTHING_HERE)
  return ok({ again: outcome.again })
}

/** Ids become people of the roster; somebody who is not on it can't be named. */
function withPeople(change: EntryChangeJson, visitor: Visitor): EntryChange {
  if (change.kind !== 'edit') return change
  const { kind, owner, title, about, content, reviewDays, toBeRead } = change
  return {
    kind,
    ...(title === undefined ? {} : { title }),
    ...(about === undefined ? {} : { about }),
    ...(content === undefined ? {} : { content }),
    ...(owner === undefined ? {} : { owner: memberBy(owner, visitor) }),
    ...(reviewDays === undefined ? {} : { reviewDays }),
    ...(toBeRead === undefined ? {} : { toBeRead }),
  }
}

/** How a change ended, in the tab's words, with the entry as it is now and its whole history. */
async function answered(deps: ApiDeps, { project, actor }: Visitor, outcome: Outcome): Promise<Reply> {
  const withHistory = async (view: EntryView) => {
    const history = await deps.records.history(project.id, view.entry.id)
    return entryDetail({ ...view, history })
  }
  const w = wordsOf(actor)
  const reply = (status: number, body: EntryAnswer): Reply => ({ status, body })
  switch (outcome.kind) {
    case 'entry': {
      const entry = await withHistory(outcome.view)
      const { note } = outcome
      if (note === null || note.kind === 'unchanged') return reply(200, { kind: 'unchanged', entry })
      const answers = outcome.answers.map(questionJson)
      return reply(200, { kind: 'saved', entry, undo: 'undo' in note ? note.undo : null, answers })
    }
    case 'entryChangedMeanwhile': {
      const entry = await withHistory(outcome.view)
      return reply(409, { kind: 'changedMeanwhile', entry, last: historyLine(outcome.last) })
    }
    case 'entryForm':
      return reply(422, { kind: 'refused', text: w.tab.entry[outcome.problem ?? 'noContent'], entry: null })
    case 'undoTooLate': {
      if (outcome.view.record !== 'entry') break
      const entry = await withHistory(outcome.view)
      return reply(422, { kind: 'refused', text: w.tab.undoEntry, entry })
    }
    case 'tooLong':
      return reply(422, { kind: 'refused', text: w.tab.tooLong(outcome.length, outcome.most), entry: null })
    case 'notAllowed': {
      const { owner, lead } = outcome
      const names = owner && !isSamePerson(owner, lead) ? [owner.name, lead.name] : [lead.name]
      const text = w.tab.canChange(names, actor.person.name)
      return reply(422, { kind: 'refused', text, entry: null })
    }
    case 'notFound':
      throw new Refused(404, NOTHING_HERE)
    default:
      break
  }
  throw new Error(`A change of an entry can't end as ${outcome.kind}`)
}

/** The entry that an address names; anything else is not there. */
function entryIdIn(text: string): EntryId {
  const id = parseEntryId(text)
  if (id === undefined) throw new Refused(404, NOTHING_HERE)
  return id
}
