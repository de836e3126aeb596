import { wordsOf, type Words } from '../cards/words/wordsOf'
import {
  changeItemRequest,
  newItem,
  type ItemAnswer,
  type ItemChangeJson,
  type NewItem,
} from '../contract/item'
import { undoRequest } from '../contract/issue'
import type { ItemChange } from '../domain/actionItem'
import { isItemId, parseRecordId, type ItemId } from '../domain/ids'
import type { Command } from '../flows/command'
import type { ItemView, Outcome } from '../flows/outcome'
import { standing } from '../flows/recordView'
import { NOTHING_HERE, ok, Refused, type Reply } from './answers'
import { changing, memberBy, memberOrNobody, order, present } from './changing'
import type { ApiDeps } from './deps'
import { historyLine } from './issueJson'
import { parsed } from './issues'
import { itemDetail, itemRow } from './itemJson'
import type { Visitor } from './visitor'

const PAGE = 100

/** Every open action item as a row. */
export async function listItems({ records }: ApiDeps, visitor: Visitor): Promise<Reply> {
  const items = await records.openItems(visitor.project.id)
  return ok({ rows: items.map((item) => itemRow(item, standing(visitor))) })
}

/** All items, closed ones among them, newest first, a page at a time. */
export async function pageItems({ records }: ApiDeps, visitor: Visitor, before: unknown): Promise<Reply> {
  const from = typeof before === 'string' ? itemIdIn(before) : null
  const items = await records.items(visitor.project.id, { before: from, limit: PAGE })
  return ok({
    rows: items.map((item) => itemRow(item, standing(visitor))),
    more: items.length === PAGE && !items.some(({ id }) => id === 'A-1'),
  })
}

export async function showItem(deps: ApiDeps, visitor: Visitor, id: string): Promise<Reply> {
  const outcome = await order(deps, visitor, { do: 'show', id: itemIdIn(id), history: true })
  if (outcome.kind !== 'record' || outcome.view.record !== 'item') throw new Refused(404, NOTHING_HERE)
  return ok(detailOf(deps, outcome.view))
}

export async function addItem(deps: ApiDeps, visitor: Visitor, body: unknown): Promise<Reply> {
  const typed = parsed(newItem.safeParse(body))
  return answered(deps, visitor, await changing(deps, visitor, asCommand(typed, visitor)))
}

export async function changeItem(deps: ApiDeps, visitor: Visitor, id: string, body: unknown): Promise<Reply> {
  const { change, seen } = parsed(changeItemRequest.safeParse(body))
  const command = { do: 'changeItem', id: itemIdIn(id), change: withPeople(change, visitor), seen } as const
  return answered(deps, visitor, await changing(deps, visitor, command))
}

export async function undoItem(deps: ApiDeps, visitor: Visitor, id: string, body: unknown): Promise<Reply> {
  const { version } = parsed(undoRequest.safeParse(body))
  return answered(deps, visitor, await changing(deps, visitor, { do: 'undo', id: itemIdIn(id), version }))
}

function asCommand(typed: NewItem, visitor: Visitor): Command {
  const { title, unblocks, due, workstream } = typed
  return {
    do: 'addItem',
    title,
    owner: memberOrNobody(typed.owner, visitor),
    for: memberOrNobody(typed.for, visitor),
    unblocks: unblocks === '' ? null : unblocks,
    due,
    workstream,
    conversation: null,
  }
}

/** Ids become people of the roster; somebody who is not on it can't be named. */
function withPeople(change: ItemChangeJson, visitor: Visitor): ItemChange {
  switch (change.kind) {
    case 'own':
      return { kind: 'own', owner: memberBy(change.owner, visitor) }
    case 'block':
      return { ...change, needs: memberOrNobody(change.needs, visitor) }
    case 'edit': {
      const { kind, for: waits, ...rest } = change
      const named = waits === undefined ? waits : memberOrNobody(waits, visitor)
      return { kind, ...present({ ...rest, for: named }) }
    }
    default:
      return change
  }
}

function detailOf({ links }: ApiDeps, view: ItemView) {
  return itemDetail(view, (conversation) => links.conversation(conversation))
}

/** How a change ended, in the tab's words, with the item as it is now and its whole history. */
async function answered(deps: ApiDeps, visitor: Visitor, outcome: Outcome): Promise<Reply> {
  const withHistory = async (view: ItemView) => {
    const history = await deps.records.history(visitor.project.id, view.item.id)
    return detailOf(deps, { ...view, history })
  }
  const w = wordsOf(visitor.actor)
  const reply = (status: number, body: ItemAnswer): Reply => ({ status, body })
  switch (outcome.kind) {
    case 'record': {
      if (outcome.view.record !== 'item') break
      const item = await withHistory(outcome.view)
      const { note } = outcome
      if (note === null || note.kind === 'unchanged') return reply(200, { kind: 'unchanged', item })
      return reply(200, { kind: 'saved', item, undo: note.kind === 'changed' ? note.undo : null })
    }
    case 'changedMeanwhile': {
      if (outcome.view.record !== 'item') break
      const item = await withHistory(outcome.view)
      return reply(409, { kind: 'changedMeanwhile', item, last: historyLine(outcome.last) })
    }
    case 'changeForm': {
      if (outcome.view.record !== 'item') break
      const item = await withHistory(outcome.view)
      const missing = outcome.missing.filter((one) => one !== 'severity')
      return reply(422, { kind: 'missing', item, missing, past: outcome.problem === 'dateInPast' })
    }
    case 'itemForm':
      return reply(422, { kind: 'missing', item: null, missing: outcome.missing, past: false })
    case 'itemEnded': {
      const item = await withHistory(outcome.view)
      const text = w.tab.reopenFirst(item.id, w.states.item[item.status])
      return reply(422, { kind: 'refused', text, item })
    }
    default: {
      const text = refusalWords(outcome, w)
      if (text !== null) return reply(422, { kind: 'refused', text, item: null })
    }
  }
  throw new Error(`A change of an item can't end as ${outcome.kind}`)
}

/** One sentence for what was refused; null for what is no refusal. */
function refusalWords(outcome: Outcome, w: Words): string | null {
  switch (outcome.kind) {
    case 'notFound':
      return w.tab.noSuch(outcome.id)
    case 'notAllowed':
      return w.tab.onlyOwner(outcome.owner?.name ?? null, outcome.lead.name)
    case 'tooLong':
      return w.tab.tooLong(outcome.length, outcome.most)
    case 'undoTooLate':
      return w.tab.undo[outcome.because]
    default:
      return null
  }
}

/** The item that an address names; anything else is not there. */
function itemIdIn(text: string): ItemId {
  const id = parseRecordId(text)
  if (id === undefined || !isItemId(id)) throw new Refused(404, NOTHING_HERE)
  return id
}
