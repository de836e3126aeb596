import type { EntryDetail, EntryRow, OpenQuestionJson } from '../contract/source'
import type { OpenQuestion } from '../domain/openQuestion'
import type { EntryLine, EntryView } from '../flows/sourceOutcome'
import { historyLine, person } from './issueJson'

/** One entry as a line of the page, with all that it says: a page without its texts could not be read. */
export function entryRow({ entry, freshness }: EntryLine): EntryRow {
  const { id, title, kind, content, owner, verified, reviewDays, toBeRead, changedAt, changedBy, version } =
    entry
  return {
    id,
    title,
    kind,
    content,
    owner: owner && person(owner),
    verified: verified && { by: person(verified.by), at: verified.at },
    freshness,
    reviewDays,
    toBeRead,
    changedAt,
    changedBy: changedBy && person(changedBy),
    version,
  }
}

/** One entry with all that its pane shows. */
export function entryDetail(view: EntryView): EntryDetail {
  const { createdAt, createdBy, state } = view.entry
  return {
    ...entryRow(view),
    removed: state.status === 'removed',
    createdAt,
    createdBy: createdBy && person(createdBy),
    canChange: view.canChange,
    reads: view.reads,
    history: (view.history ?? []).map(historyLine),
  }
}

export function questionJson({ id, text, askers }: OpenQuestion): OpenQuestionJson {
  return { id, text, askers: askers.map(({ person: asker, at }) => ({ person: person(asker), at })) }
}
