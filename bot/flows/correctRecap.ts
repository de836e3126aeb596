import type { Person } from '../domain/person'
import type { Project } from '../domain/project'
import type { RagOverride } from '../domain/rag'
import type { Correction, Draft, PostedRecap, Recap, RecapPart, RecapWords } from '../domain/recap'
import { correctedRecap, partsThatDiffer, wordsOf } from '../domain/recapCorrection'
import { keepable } from '../domain/recapLength'
import { cleanLine, cleanText } from '../domain/text'
import type { Instant } from '../domain/time'
import { mondayOf, type WeekId } from '../domain/week'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, DraftEdit, Order } from './command'
import type { CorrectionOutcome } from './correctionOutcome'
import type { FlowDeps } from './deps'
import { readEdit } from './draftEdit'
import type { DraftProblem } from './draftEdit'
import type { Outcome } from './outcome'
import type { Outgoing } from './outgoing'
import type { Stored } from './ports'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'
import { correctedMessage } from './recapMessages'

type Deps = Pick<FlowDeps, 'records' | 'clock' | 'renderRecap'>

/** The form by which the lead puts the words and colours of a posted recap right. */
export async function showCorrection(
  { records }: Pick<Deps, 'records'>,
  order: Order<CommandOf<'correctRecap'>>,
): Promise<Outcome> {
  const stored = await records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(order.actor, project)) return onlyTheLead(project)
  const found = await correctable(records, project, order.command.week, null)
  return found.kind === 'found' ? formOf(project, found) : found
}

/**
 * Saves a correction and has the channel's message and every copy edited in place. What was said before is kept. Fields
 * that were not touched stay what they are; where somebody else corrected the same meanwhile, both are shown and nothing
 * is saved.
 */
export async function saveCorrection(
  deps: Deps,
  order: Order<CommandOf<'saveCorrection'>>,
): Promise<Outcome> {
  const { records, clock } = deps
  const { actor, command } = order
  const { week, edit } = command
  const stored = await records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(actor, project)) return onlyTheLead(project)
  return againWhenLost(async () => {
    const found = await correctable(records, project, week, edit)
    if (found.kind !== 'found') return found
    const { posted, earlier } = found
    const { recap } = posted.record
    const said = wordsOf(recap)
    const shown = earlier.find(({ number }) => number > command.seen)?.before ?? said
    const touched = touchedIn(edit, shown, recap)
    const by = { by: actor.person, at: clock.now() }
    const read = readWords(touched, recap, by)
    if ('problems' in read) return formOf(project, found, touched, read.problems)
    const parts = partsThatDiffer(said, read.words)
    const theirs = partsThatDiffer(shown, said).filter((part) => parts.includes(part))
    if (theirs.length > 0) return overtaken(project, found, touched, theirs)
    if (parts.length === 0) {
      // Saved once more: an edit that Teams did not take is tried again.
      const outgoing = recap.corrected ? editsOf(posted.record, by.at) : []
      await records.commit(project.id, { outgoing })
      return answer(project, posted.record, [])
    }
    const corrected = await commit(deps, project, posted, read.words, by)
    return corrected ? answer(project, corrected, parts) : 'lost'
  })
}

type Correctable = { readonly posted: Stored<PostedRecap>; readonly earlier: readonly Correction[] }
type Found =
  | ({ readonly kind: 'found' } & Correctable)
  | Extract<CorrectionOutcome, { readonly kind: 'nothingToCorrect' | 'tooLateToCorrect' }>

/** Only the latest recap: a later one has been compared with this one, and read. `week` null: whichever it is. */
async function correctable(
  records: Deps['records'],
  project: Project,
  week: WeekId | null,
  typed: DraftEdit | null,
): Promise<Found> {
  const [last] = await records.recaps(project.id, null, 1)
  const latest = last?.recap.week
  const posted = latest === undefined ? null : await records.recap(project.id, week ?? latest)
  if (latest === undefined || !posted) return { kind: 'nothingToCorrect', project: headOf(project) }
  const wanted = posted.record.recap.week
  if (mondayOf(wanted) < mondayOf(latest))
    return { kind: 'tooLateToCorrect', project: headOf(project), week: wanted, latest, typed }
  return { kind: 'found', posted, earlier: await records.corrections(project.id, wanted) }
}

/** Leaves in an edit only what is another than the form showed: the rest was not touched, whatever it is by now. */
function touchedIn(edit: DraftEdit, shown: RecapWords, recap: Recap): DraftEdit {
  const headline = edit.headline !== null && lineOf(edit.headline) !== shown.headline ? edit.headline : null
  const isSame = (
    typed: { colour: RagOverride['colour']; why: string },
    set: RagOverride | null,
    rule: RagOverride['colour'],
  ) =>
    typed.colour === (set?.colour ?? rule) &&
    (typed.colour === rule || textOf(typed.why) === (set?.why ?? ''))
  const { rule } = recap.overall
  return {
    headline,
    note: textOf(edit.note) === shown.note ? recap.note : edit.note,
    overall: edit.overall && isSame(edit.overall, shown.overallOverride, rule) ? null : edit.overall,
    workstreams: edit.workstreams.filter((typed) => {
      const line = recap.workstreams.find(({ id }) => id === typed.workstream)
      const set = shown.workstreamOverrides.find(({ workstream }) => workstream === typed.workstream) ?? null
      return line !== undefined && !isSame(typed, set, line.verdict.rule)
    }),
  }
}

function lineOf(typed: string): string {
  const clean = cleanLine(typed, Infinity)
  return clean.kind === 'ok' ? clean.text : typed
}

function textOf(typed: string): string {
  const clean = cleanText(typed, Infinity)
  return clean.kind === 'ok' ? clean.text : typed
}

/** Reads what was typed as a draft's edit is read: the same limits, and a greener colour needs a reason. */
function readWords(
  edit: DraftEdit,
  recap: Recap,
  { by, at }: { readonly by: Person; readonly at: Instant },
): { readonly words: RecapWords } | { readonly problems: readonly DraftProblem[] } {
  const said = wordsOf(recap)
  const before: Draft = { week: recap.week, ...said, editedBy: by, editedAt: at }
  const read = readEdit(edit, { recap, before, by, at })
  const isEmptied = edit.headline !== null && lineOf(edit.headline) === ''
  if (read.kind === 'problems' || isEmptied) {
    const problems = read.kind === 'problems' ? read.problems : []
    return { problems: isEmptied ? [{ kind: 'headlineMissing' }, ...problems] : problems }
  }
  const { headline, note, overallOverride, workstreamOverrides } = read.draft
  return {
    words: { headline: headline ?? said.headline, note: note ?? '', overallOverride, workstreamOverrides },
  }
}

/**
 * The recap over the revision that was read, what it said before under the next number, and the edits in place, as one.
 * A crash right after leaves a corrected recap whose messages the outbox still edits. A copy that is on its way is
 * edited by whoever notes that it arrived.
 */
async function commit(
  { records, renderRecap }: Deps,
  project: Project,
  { record: before, revision }: Stored<PostedRecap>,
  words: RecapWords,
  by: { readonly by: Person; readonly at: Instant },
): Promise<PostedRecap | null> {
  const recap = keepable(correctedRecap(before.recap, words, by))
  const record: PostedRecap = { ...before, recap, card: renderRecap(recap) }
  const said = wordsOf(before.recap)
  const correction: Correction = {
    week: recap.week,
    number: (before.recap.corrected?.times ?? 0) + 1,
    ...by,
    parts: partsThatDiffer(said, words),
    before: said,
  }
  const result = await records.commit(project.id, {
    recap: { record, over: revision },
    correction: { record: correction, over: 'new' },
    outgoing: editsOf(before, by.at),
  })
  return result === 'saved' ? record : null
}

function editsOf({ recap: { week }, delivery, copies }: PostedRecap, at: Instant): readonly Outgoing[] {
  const standing = [
    { channel: null, delivery },
    ...copies.map((copy) => ({ ...copy, channel: copy.channel.id })),
  ]
  return standing
    .filter(({ delivery: { status } }) => status === 'sent')
    .map(({ channel }) => correctedMessage(week, channel, at))
}

function formOf(
  project: Project,
  { posted, earlier }: Correctable,
  typed: DraftEdit | null = null,
  problems: readonly DraftProblem[] = [],
): Extract<CorrectionOutcome, { readonly kind: 'correctionForm' }> {
  const head = headOf(project)
  const form = { project: head, posted: posted.record, earlier, typed, problems }
  return { kind: 'correctionForm', ...form, overtaken: null }
}

function overtaken(
  project: Project,
  found: Correctable,
  typed: DraftEdit,
  parts: readonly RecapPart[],
): Outcome {
  const last = found.posted.record.recap.corrected
  if (!last) throw new Error('A recap that was not corrected can’t overtake a correction')
  return { ...formOf(project, found, typed), overtaken: { by: last.by, at: last.at, parts } }
}

function answer(project: Project, posted: PostedRecap, parts: readonly RecapPart[]): Outcome {
  return { kind: 'recapCorrected', project: headOf(project), posted, parts }
}
