import { done, refused } from '#words/items'
import { useCallback, useState } from 'react'
import type { HistoryLine } from '../../bot/contract/issue'
import {
  itemAnswer,
  itemDetail,
  type ItemAnswer,
  type ItemChangeJson,
  type ItemDetail,
  type ItemRow,
  type NewItem,
} from '../../bot/contract/item'
import { paths } from '../../bot/contract/paths'
import type { Answer } from '../data/api'
import { useTab } from '../data/tab'
import { doneWords, refusalWords } from './itemWords'

/** Somebody was first: their change stands, and this one waits for a choice. */
export type Conflict = { readonly id: string; readonly yours: ItemChangeJson; readonly last: HistoryLine }

/** How sending ended. What is `kept` was not saved, and `why` says so to who asked for it. */
export type Sent =
  { readonly kind: 'saved' | 'conflict' | 'waits' } | { readonly kind: 'kept'; readonly why: string }

export type ItemChanging = {
  readonly details: ReadonlyMap<string, ItemDetail>
  readonly conflict: Conflict | null
  readonly load: (id: string) => Promise<'loaded' | 'gone' | 'unreachable'>
  /** Sends a change; the row already shows it. */
  readonly send: (row: ItemRow, change: ItemChangeJson, seen?: number) => Promise<Sent>
  readonly add: (item: NewItem) => Promise<ItemDetail | string>
  readonly keepTheirs: () => void
}

/** The changes that this page makes to items: shown at once, settled or taken back by the answer. */
export function useItemChanging(show: (row: ItemRow, guessed: boolean) => void): ItemChanging {
  const { api, live, ready, say } = useTab()
  const [details, setDetails] = useState<ItemChanging['details']>(new Map())
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const { id: project, members, today } = ready.project

  const keep = useCallback(
    (item: ItemDetail) => {
      setDetails((before) => new Map(before).set(item.id, item))
      live.knows(item.id, item.version)
      show(item, false)
    },
    [live, show],
  )

  const undo = useCallback(
    async (id: string, version: number) => {
      const answer = await api.post(paths.undoItem(project, id), { version }, itemAnswer)
      if (answer.kind === 'ok' && answer.body.item) keep(answer.body.item)
      say({ text: whyNot(id, answer) ?? done.asItWas(id) })
    },
    [api, project, keep, say],
  )

  const send = useCallback<ItemChanging['send']>(
    async function send(row, change, seen = row.version): Promise<Sent> {
      show(
        guessed(row, change, (id) => members.find((member) => member.id === id)),
        true,
      )
      setConflict(null)
      const answer = await api.post(paths.item(project, row.id), { change, seen }, itemAnswer)
      if (answer.kind === 'unreachable') {
        live.keepUnsaved({ id: row.id, send: () => send(row, change, seen) })
        live.lose()
        return { kind: 'waits' }
      }
      const item = answer.kind === 'ok' ? answer.body.item : null
      if (item) keep(item)
      else show(row, false)
      if (answer.kind === 'ok' && answer.body.kind === 'changedMeanwhile') {
        setConflict({ id: row.id, yours: change, last: answer.body.last })
        return { kind: 'conflict' }
      }
      const why = whyNot(row.id, answer)
      if (why !== null) return { kind: 'kept', why }
      if (answer.kind === 'ok' && answer.body.kind === 'saved') {
        const version = answer.body.undo
        say({
          text: doneWords(row.id, change, answer.body.item, today),
          ...(version !== null && { undo: () => void undo(row.id, version) }),
        })
      }
      return { kind: 'saved' }
    },
    [api, live, project, members, today, show, keep, say, undo],
  )

  const add = useCallback<ItemChanging['add']>(
    async (item) => {
      const answer = await api.post(paths.items(project), item, itemAnswer)
      if (answer.kind === 'ok' && answer.body.kind === 'saved') {
        keep(answer.body.item)
        return answer.body.item
      }
      return whyNot(null, answer) ?? refused.cannotSave
    },
    [api, project, keep],
  )

  const load = useCallback<ItemChanging['load']>(
    async (id) => {
      const answer = await api.get(paths.item(project, id), itemDetail)
      if (answer.kind !== 'ok')
        return answer.kind === 'problem' && answer.status === 404 ? 'gone' : 'unreachable'
      setDetails((before) => new Map(before).set(id, answer.body))
      return 'loaded'
    },
    [api, project],
  )
  return { details, conflict, load, send, add, keepTheirs: () => setConflict(null) }
}

/** Why it was not done, in a sentence; null when it was, or stands so already. */
function whyNot(id: string | null, answer: Answer<ItemAnswer>): string | null {
  if (answer.kind === 'unreachable') return refused.unreachable
  if (answer.kind === 'problem') return refused.reference(answer.problem.text, answer.problem.reference)
  const { kind } = answer.body
  return kind === 'saved' || kind === 'unchanged' ? null : refusalWords(id, answer.body)
}

const STATUS_AFTER: Partial<Record<ItemChangeJson['kind'], ItemRow['status']>> = {
  done: 'done',
  start: 'inProgress',
  block: 'blocked',
  cancel: 'cancelled',
  reopen: 'open',
}

/** The row as it will most likely be. */
function guessed(
  row: ItemRow,
  change: ItemChangeJson,
  member: (id: string) => ItemRow['owner'] | undefined,
): ItemRow {
  switch (change.kind) {
    case 'own':
      return { ...row, owner: member(change.owner) ?? row.owner }
    case 'move':
      return { ...row, due: change.to ?? row.due }
    case 'edit':
      return {
        ...row,
        title: change.title ?? row.title,
        for: change.for === undefined ? row.for : change.for && (member(change.for) ?? row.for),
        unblocks: change.unblocks === undefined ? row.unblocks : change.unblocks || null,
        workstream: change.workstream === undefined ? row.workstream : change.workstream,
      }
    default:
      return { ...row, status: STATUS_AFTER[change.kind] ?? row.status, reason: reasonIn(change) }
  }
}

function reasonIn(change: ItemChangeJson): string | null {
  if (change.kind === 'block') return change.reason
  return change.kind === 'cancel' ? change.why : null
}
