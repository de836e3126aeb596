import type { EntryId } from '../domain/ids'
import type { Language } from '../domain/language'
import type { Project } from '../domain/project'
import {
  blankEntry,
  decideEntry,
  standingEntries,
  type EntryChange,
  type SourceEntry,
} from '../domain/sourceEntry'
import { USUAL_PLACES } from '../domain/sourceKinds'
import { againWhenLost } from './againWhenLost'
import { changeEntry } from './changeEntry'
import type { CommandOf, NewEntry, Order } from './command'
import type { FlowDeps } from './deps'
import { entryFormFor } from './entryForm'
import type { Outcome } from './outcome'
import { cardsShowing, commitOf, meetOwner, questionsAnsweredBy, type EntryStep } from './saveEntry'
import { placeNamed } from './searchSource'
import { entryView, readCount } from './sourceView'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>
type AddEntry = Order<CommandOf<'addEntry'>>

/**
 * Writes an entry: at the usual place that its title names, over the one of the same title (by who may change it), or as
 * a new one under the next number. Without a title or content it asks for them and writes nothing.
 */
export async function addEntry(deps: Deps, order: AddEntry): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const { fields } = order.command
  if (fields.title.trim() === '' || fields.content.trim() === '') {
    return entryFormFor(deps, project, null, fields, null)
  }
  const place = placeOf(await deps.records.entries(project.id), fields.title, project.language)
  if (place) {
    const command = {
      do: 'changeEntry',
      entry: place.id,
      change: asEdit(fields),
      seen: null,
      onCard: null,
    } as const
    return changeEntry(deps, { ...order, command })
  }
  return againWhenLost(() => create(deps, order, project))
}

/** Where a title belongs: at the entry of that title, also one that was removed, or at the empty place that it names. */
function placeOf(stored: readonly SourceEntry[], title: string, language: Language): SourceEntry | null {
  const wanted = title.trim().toLowerCase()
  const standing = standingEntries(stored, language)
  const removed = stored.filter(
    ({ id, state }) => state.status === 'removed' && USUAL_PLACES.some((place) => place.id === id),
  )
  const same = [...standing, ...removed].find((entry) => entry.title.toLowerCase() === wanted)
  return same ?? placeNamed(standing, title)
}

async function create(deps: Deps, order: AddEntry, project: Project): Promise<Outcome | 'lost'> {
  const { actor, command } = order
  const now = deps.clock.now()
  const moment = { by: actor.person, at: now }
  const trial = decideEntry(blankEntry('S-1', moment.by, now), asEdit(command.fields), moment)
  if (trial.kind === 'refused') return entryFormFor(deps, project, null, command.fields, trial.because)
  const stepFor = (id: EntryId): EntryStep => {
    const before = blankEntry(id, moment.by, now)
    return { before, after: { ...trial.entry, id }, over: 'new' }
  }
  const onCards = await cardsShowing(deps, order.project, null)
  await meetOwner(deps, order, stepFor('S-1'))
  const id = await deps.records.createEntry(order.project, (number) =>
    commitOf(order, stepFor(number), onCards),
  )
  const { before, after } = stepFor(id)
  const [answers, reads] = await Promise.all([
    questionsAnsweredBy(deps, order, { before, after }, order.command.question),
    readCount(deps, project, after, after.toBeRead, actor.person),
  ])
  return {
    kind: 'entry',
    view: entryView({ project, actor, now }, after, { reads }),
    note: { kind: 'added', by: actor.person, undo: after.version },
    answers,
  }
}

function asEdit({ title, about, content, owner, reviewDays, toBeRead }: NewEntry): EntryChange {
  return {
    kind: 'edit',
    title,
    content,
    toBeRead,
    ...(about === null ? {} : { about }),
    ...(owner === null ? {} : { owner }),
    ...(reviewDays === null ? {} : { reviewDays }),
  }
}
