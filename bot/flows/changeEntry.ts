import { fieldsChanged } from '../domain/history'
import type { Project } from '../domain/project'
import { decideEntry, type EntryChange, type EntryRefusal, type SourceEntry } from '../domain/sourceEntry'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { entryFormFor, typedOf } from './entryForm'
import { findEntry, type FoundEntry } from './findEntry'
import type { Outcome } from './outcome'
import { overtakenBy } from './overtakenBy'
import { onlyWhoseEntry } from './rights'
import type { Look } from './recordView'
import { cardsShowing, questionsAnsweredBy, saveEntry } from './saveEntry'
import type { EntryNote } from './sourceOutcome'
import { entryView, readCount } from './sourceView'
import { whichIsTooLong } from './tooLong'
import { loadWeeklyView } from './weeklyView'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>
type ChangeEntry = Order<CommandOf<'changeEntry'>>

/** Changes, confirms or removes an entry, by its owner, its creator or the lead; anybody writes at an empty place. */
export async function changeEntry(deps: Deps, order: ChangeEntry): Promise<Outcome> {
  return againWhenLost(() => tryToChange(deps, order))
}

async function tryToChange(deps: Deps, order: ChangeEntry): Promise<Outcome | 'lost'> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const finding = await findEntry(deps, project, order.command.entry)
  if (finding.kind === 'not') return finding.outcome
  const { entry } = finding.found
  const look: Look = { project, actor: order.actor, now: deps.clock.now() }
  if (!entryView(look, entry).canChange) return onlyWhoseEntry(project, entry)
  const decision = decideEntry(entry, order.command.change, { by: order.actor.person, at: look.now })
  switch (decision.kind) {
    case 'unchanged':
      return answer(deps, order, look, entry, { kind: 'unchanged' })
    case 'refused':
      return refused(deps, order, project, entry, decision.because)
    case 'changed':
      return (
        (await overtaken(deps, order, look, entry, decision.entry)) ??
        save(deps, order, look, finding.found, decision.entry)
      )
  }
}

/** Who confirms or removes an entry means its words; who edits it, the fields that they change. */
async function overtaken(
  deps: Deps,
  order: ChangeEntry,
  look: Look,
  entry: SourceEntry,
  after: SourceEntry,
): Promise<Outcome | null> {
  const { change, seen } = order.command
  const edited = fieldsChanged(entry, after).map(({ field }) => field)
  const last = await overtakenBy(deps, {
    project: order.project,
    record: entry.id,
    seen,
    version: entry.version,
    fields: change.kind === 'edit' ? edited : ['content', 'title', 'state'],
  })
  return last && { kind: 'entryChangedMeanwhile', view: entryView(look, entry), last, yours: change }
}

async function save(
  deps: Deps,
  order: ChangeEntry,
  look: Look,
  { entry: before, over }: FoundEntry,
  after: SourceEntry,
): Promise<Outcome | 'lost'> {
  const onCards = await cardsShowing(deps, order.project, after.id)
  if ((await saveEntry(deps, order, { before, after, over }, onCards)) === 'lost') return 'lost'
  const { kind } = order.command.change
  const isFirst = before.content.kind === 'empty' && after.content.kind !== 'empty'
  const note: EntryNote = {
    kind: kind === 'edit' ? (isFirst ? 'added' : 'changed') : kind === 'verify' ? 'verified' : 'removed',
    by: order.actor.person,
    undo: after.version,
  }
  return answer(deps, order, look, after, note, before)
}

/** On a weekly card the answer is that card, without what was just said. */
async function answer(
  deps: Deps,
  order: ChangeEntry,
  look: Look,
  entry: SourceEntry,
  note: EntryNote,
  before: SourceEntry = entry,
): Promise<Outcome> {
  const { project, actor } = look
  const { onCard } = order.command
  if (onCard !== null) {
    const view = await loadWeeklyView(deps, project, onCard, actor.person.id)
    if (view) return { kind: 'weeklyCard', view, stillLate: [] }
  }
  const [answers, reads] = await Promise.all([
    questionsAnsweredBy(deps, order, { before, after: entry }),
    readCount(deps, project, entry, entry.toBeRead, actor.person),
  ])
  return { kind: 'entry', view: entryView(look, entry, { reads }), note, answers }
}

async function refused(
  deps: Deps,
  order: ChangeEntry,
  project: Project,
  entry: SourceEntry,
  because: EntryRefusal,
): Promise<Outcome> {
  const { change } = order.command
  if (because === 'titleTooLong' || because === 'textTooLong') {
    return whichIsTooLong(change.kind === 'edit' ? { title: change.title, text: change.content } : {})
  }
  return entryFormFor(deps, project, entry, withTyped(entry, change), because)
}

/** Nothing that was typed is thrown away. */
function withTyped(entry: SourceEntry, change: EntryChange) {
  const stands = typedOf(entry)
  if (change.kind !== 'edit') return stands
  const { title, about, content, owner, reviewDays, toBeRead } = change
  return {
    title: title ?? stands.title,
    about: about ?? stands.about,
    content: content ?? stands.content,
    owner: owner ?? stands.owner,
    reviewDays: reviewDays ?? stands.reviewDays,
    toBeRead: toBeRead ?? false,
  }
}
