import { problem, saved } from '#words/source'
import { useCallback, useState } from 'react'
import type { HistoryLine } from '../../bot/contract/issue'
import { paths } from '../../bot/contract/paths'
import {
  entryAnswer,
  entryDetail,
  type EntryAnswer,
  type EntryChangeJson,
  type EntryDetail,
  type NewEntry,
  type OpenQuestionJson,
} from '../../bot/contract/source'
import type { Answer } from '../data/api'
import { useTab } from '../data/tab'
import { savedWords } from './entryWords'

/** Somebody was first: their change stands, and this one waits for a choice. */
type EntryConflict = {
  readonly id: string
  readonly yours: EntryChangeJson
  readonly last: HistoryLine
}

/** How sending ended. What is `kept` was not saved, and `why` says so to who typed it. */
type Sent = { readonly kind: 'saved' | 'conflict' } | { readonly kind: 'kept'; readonly why: string }

export type EntryChanging = {
  readonly details: ReadonlyMap<string, EntryDetail>
  readonly conflict: EntryConflict | null
  /** Open questions that the entry written last may answer. */
  readonly offers: { readonly id: string; readonly questions: readonly OpenQuestionJson[] } | null
  readonly load: (id: string) => Promise<'loaded' | 'gone' | 'unreachable'>
  readonly send: (
    entry: Pick<EntryDetail, 'id' | 'version'>,
    change: EntryChangeJson,
    seen?: number,
  ) => Promise<Sent>
  readonly add: (entry: NewEntry) => Promise<EntryDetail | string>
  readonly markRead: (entry: EntryDetail) => Promise<void>
  readonly keepTheirs: () => void
  readonly endOffer: (question: string) => void
}

/** The changes that this page makes to entries. `show` puts an entry on the page as it is now. */
export function useEntryChanging(show: (entry: EntryDetail) => void): EntryChanging {
  const { api, live, ready, say } = useTab()
  const [details, setDetails] = useState<EntryChanging['details']>(new Map())
  const [conflict, setConflict] = useState<EntryConflict | null>(null)
  const [offers, setOffers] = useState<EntryChanging['offers']>(null)
  const project = ready.project.id

  const keep = useCallback(
    (entry: EntryDetail) => {
      setDetails((before) => new Map(before).set(entry.id, entry))
      live.knows(entry.id, entry.version)
      show(entry)
    },
    [live, show],
  )

  const undo = useCallback(
    async (id: string, version: number) => {
      const answer = await api.post(paths.undoEntry(project, id), { version }, entryAnswer)
      if (answer.kind === 'ok' && answer.body.entry) keep(answer.body.entry)
      const why = problemIn(answer)
      say({ text: why ?? saved.asItWas(id) })
    },
    [api, project, keep, say],
  )

  const settle = useCallback(
    (answer: Answer<EntryAnswer>, words: (entry: EntryDetail) => string): Sent => {
      if (answer.kind === 'unreachable') live.lose()
      const why = problemIn(answer)
      if (answer.kind !== 'ok') return { kind: 'kept', why: why ?? '' }
      const { body } = answer
      if (body.entry) keep(body.entry)
      if (body.kind === 'changedMeanwhile') return { kind: 'conflict' }
      if (body.kind === 'refused') return { kind: 'kept', why: body.text }
      if (body.kind === 'saved') {
        const { entry, undo: version, answers } = body
        setOffers(answers.length > 0 ? { id: entry.id, questions: answers } : null)
        say({
          text: words(entry),
          ...(version !== null && { undo: () => void undo(entry.id, version) }),
        })
      }
      return { kind: 'saved' }
    },
    [live, keep, say, undo],
  )

  const send = useCallback<EntryChanging['send']>(
    async (entry, change, seen = entry.version) => {
      setConflict(null)
      const answer = await api.post(paths.entry(project, entry.id), { change, seen }, entryAnswer)
      const sent = settle(answer, () => savedWords(entry.id, change))
      if (answer.kind === 'ok' && answer.body.kind === 'changedMeanwhile') {
        setConflict({ id: entry.id, yours: change, last: answer.body.last })
      }
      return sent
    },
    [api, project, settle],
  )

  const add = useCallback<EntryChanging['add']>(
    async (entry) => {
      const answer = await api.post(paths.source(project), entry, entryAnswer)
      const sent = settle(answer, ({ id }) => saved.added(id))
      if (sent.kind === 'kept') return sent.why
      return answer.kind === 'ok' && answer.body.entry ? answer.body.entry : problem.cannotSave
    },
    [api, project, settle],
  )

  const load = useCallback<EntryChanging['load']>(
    async (id) => {
      const answer = await api.get(paths.entry(project, id), entryDetail)
      if (answer.kind !== 'ok')
        return answer.kind === 'problem' && answer.status === 404 ? 'gone' : 'unreachable'
      setDetails((before) => new Map(before).set(id, answer.body))
      return 'loaded'
    },
    [api, project],
  )

  const markRead = useCallback<EntryChanging['markRead']>(
    async ({ id, reads }) => {
      if (!reads) return
      const answer = await api.post(paths.readEntry(project, id), { version: reads.version }, entryDetail)
      if (answer.kind === 'ok') keep(answer.body)
      else say({ text: answer.kind === 'problem' ? answer.problem.text : problem.unreachable })
    },
    [api, project, keep, say],
  )

  return {
    details,
    conflict,
    offers,
    load,
    send,
    add,
    markRead,
    keepTheirs: () => setConflict(null),
    endOffer: (question) =>
      setOffers((was) => was && { ...was, questions: was.questions.filter(({ id }) => id !== question) }),
  }
}

/** Why it was not done, in a sentence; null when it was. */
function problemIn(answer: Answer<EntryAnswer>): string | null {
  if (answer.kind === 'unreachable') return problem.unreachable
  if (answer.kind === 'problem') return problem.reference(answer.problem.text, answer.problem.reference)
  return answer.body.kind === 'refused' ? answer.body.text : null
}
