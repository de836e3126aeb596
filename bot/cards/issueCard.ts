import { allowedMoves, whatIsMissing, type Issue, type IssueGap, type IssueMove } from '../domain/issue'
import type { IssueView, RecordNote } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { momentWords } from './dates'
import type { CardButton, Element } from './elements'
import { historyButton, historyButtons, historySection } from './history'
import { duplicateForm, editForm } from './issueForms'
import { gapFields } from './issueFields'
import type { Look } from './look'
import { body, buttons, dotted, eyebrow, facts, marked, openUrl, section, small, title } from './parts'
import type { Reader } from './reader'
import { excerpt, oneLine, plain } from './text'
import { calendarOf, severityMark, severityWord, severityInline } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** One issue. A new one says that it is saved and asks only for what is missing; then where it stands, and what to do next. */
export function issueCard(view: IssueView, note: RecordNote | null, reader: Reader, look: Look = {}): Card {
  const w = wordsOf(reader)
  if (look.form === 'edit') return editForm(view, reader)
  if (look.form === 'duplicate') return duplicateForm(view, '', reader)
  const gaps = gapsToAsk(view.issue, note)
  const rest = gaps.length > 0 ? askForGaps(view, gaps, w) : told(view, note, reader, look)
  return card(issueSummary(view, note, w), [
    eyebrow(stateLine(view, reader)),
    title(plain(view.issue.title)),
    ...(gaps.length > 0 && view.issue.severity === null ? [] : [severityLine(view.issue, w)]),
    ...noteLines(view, note, gaps, w),
    ...rest,
  ])
}

function issueSummary({ issue }: IssueView, note: RecordNote | null, w: Words): string {
  const summary = `${issue.id}: ${oneLine(issue.title, 120)} · ${severityInline(issue.severity, w)}, ${w.states.issue[issue.state.status]}`
  return note?.kind === 'added' ? w.record.savedSummary(summary) : summary
}

function stateLine({ issue, today, workstream }: IssueView, reader: Reader): string {
  const w = wordsOf(reader)
  const calendar = calendarOf(today, reader)
  const isNew = issue.state.status === 'new'
  return dotted(
    issue.id,
    w.states.issue[issue.state.status],
    isNew
      ? `${plain(issue.reporter.name, 80)}, ${momentWords(issue.createdAt, reader.zone, calendar)}`
      : workstream && plain(workstream, 80),
  )
}

function severityLine(issue: Issue, w: Words): Element {
  const who = issue.owner ? w.record.fixes(oneLine(issue.owner.name, 80)) : w.record.fixes(null)
  return marked(severityMark(issue.severity), severityWord(issue.severity, w), who, 'medium')
}

/** A new issue is asked about once; later only a workaround that was just claimed is still to be written down. */
function gapsToAsk(issue: Issue, note: RecordNote | null): readonly IssueGap[] {
  const gaps = whatIsMissing(issue)
  if (note?.kind === 'added') return gaps
  const ranked = note?.kind === 'changed' && (note.change === 'edit' || note.change === 'triage')
  return ranked ? gaps.filter((gap) => gap === 'workaround') : []
}

function noteLines(
  { issue }: IssueView,
  note: RecordNote | null,
  gaps: readonly IssueGap[],
  w: Words,
): Element[] {
  const asked = w.record.wouldHelp(gaps.length)
  switch (note?.kind) {
    case undefined:
      return []
    case 'added':
      return [body(gaps.length > 0 ? asked : w.record.nothingMissing, 'medium')]
    case 'unchanged':
      return [body(w.record.unchanged, 'medium')]
    case 'undone':
      return [body(w.record.undone(plain(note.by.name, 80)), 'medium')]
    case 'changed':
      return gaps.length > 0 ? [body(asked, 'medium')] : [body(changedWords(issue, note, w), 'medium')]
  }
}

function changedWords(
  issue: Issue,
  { by, change, told }: Extract<RecordNote, { kind: 'changed' }>,
  w: Words,
): string {
  const who = plain(by.name, 80)
  const tells = told ? w.record.isTold(plain(told.name, 80)) : ''
  switch (change) {
    case 'triage':
      return `${w.record.rated(who)}${tells}`
    case 'fix':
      return `${w.record.fixStarted(who)}${tells}`
    case 'retest':
      return w.record.ready(who, plain(issue.reporter.name, 80))
    case 'close':
      return `${w.record.testedClosed(who)}${tells}`
    case 'defer':
      return `${w.record.putOff(who)}${tells}`
    case 'reopen':
      return `${w.record.reopenedBy(who)}${tells}`
    case 'edit':
    case 'duplicate':
    case 'block':
    case 'cancel':
    case 'done':
    case 'move':
    case 'own':
    case 'start':
      return `${w.record.changedBy(who)}${tells}`
  }
}

function askForGaps(view: IssueView, gaps: readonly IssueGap[], w: Words): Element[] {
  const { issue, project } = view
  return [
    section(gapFields(gaps, issue, w)),
    ...buttons([
      execute(w.common.save, 'issue.complete', { project: project.id, id: issue.id, seen: issue.version }),
      execute(w.record.dontKnow, 'issue.show', { project: project.id, id: issue.id, back: true }),
    ]),
  ]
}

function told(view: IssueView, note: RecordNote | null, reader: Reader, look: Look): Element[] {
  const w = wordsOf(reader)
  return [
    ...facts(issueFacts(view, reader)),
    ...longTexts(view, w),
    ...historySection(view, look.page ?? 0, reader),
    ...buttons(issueButtons(view, note, reader, look)),
  ]
}

function issueFacts({ issue, today }: IssueView, reader: Reader) {
  const w = wordsOf(reader)
  const calendar = calendarOf(today, reader)
  const reported = `${plain(issue.reporter.name, 80)}, ${momentWords(issue.createdAt, reader.zone, calendar)}`
  const pairs: (readonly [string, readonly string[]])[] = []
  if (issue.where !== '') pairs.push([w.record.where, [plain(issue.where, 600)]])
  if (issue.happened !== '') pairs.push([w.record.happened, [plain(issue.happened, 600)]])
  if (issue.state.status !== 'new') pairs.push([w.record.reported, [reported]])
  pairs.push(...stateFacts(issue, reader, calendar))
  if (issue.timesReopened > 0) pairs.push([w.record.cameBack, [w.states.times(issue.timesReopened)]])
  return pairs
}

type Calendar = ReturnType<typeof calendarOf>

function stateFacts(
  issue: Issue,
  reader: Reader,
  calendar: Calendar,
): (readonly [string, readonly string[]])[] {
  const w = wordsOf(reader)
  const { state } = issue
  switch (state.status) {
    case 'new':
      return []
    case 'triaged':
    case 'inProgress':
    case 'readyForRetest': {
      const by = `${plain(issue.changedBy.name, 80)}, ${momentWords(issue.changedAt, reader.zone, calendar)}`
      return [[w.record.changed, [by]]]
    }
    case 'reopened':
      return [[w.record.why, [plain(state.why, 1000)]]]
    case 'closed':
      return [
        [
          w.record.validated,
          [`${plain(state.validatedBy.name, 80)}, ${momentWords(state.at, reader.zone, calendar)}`],
        ],
      ]
    case 'deferred':
      return [
        [
          w.record.accepted,
          [`${plain(state.acceptedBy.name, 80)}, ${momentWords(state.at, reader.zone, calendar)}`],
        ],
        [w.record.because, [plain(state.why, 1000)]],
      ]
    case 'duplicate':
      return [[w.record.sameAs, [`${state.of}, marked ${momentWords(state.at, reader.zone, calendar)}`]]]
  }
}

/** Steps, workaround and what else was said: a good part of each, and where the rest stands. */
function longTexts({ issue }: IssueView, w: Words): Element[] {
  const given = (
    [
      [w.record.steps, issue.steps],
      [w.record.workaround, issue.workaround],
      [w.record.details, issue.details],
    ] as const
  ).filter(([, text]) => text !== '')
  if (given.length === 0) return []
  const cuts: string[] = []
  const pairs = given.map(([name, text]) => {
    const { lines, cut } = excerpt(text)
    if (cut) cuts.push(w.record.cutLength(name, text.length))
    return [name, lines.map((line) => plain(line, 1500))] as const
  })
  const more = cuts.length > 0 ? [small(w.record.restOnTab(cuts), 'small')] : []
  return [section([...facts(pairs), ...more])]
}

function issueButtons(
  view: IssueView,
  note: RecordNote | null,
  { links, locale }: Reader,
  look: Look,
): (CardButton | null)[] {
  const w = wordsOf({ locale })
  const { issue, project } = view
  const undo =
    note?.kind === 'changed'
      ? execute(w.common.undo, 'undo', { project: project.id, id: issue.id, version: note.undo })
      : null
  const [first, second] = allowedMoves(issue.state)
  const complete =
    view.canChange && whatIsMissing(issue).length > 0
      ? execute(w.record.complete, 'issue.form', { ...baseOf(view), change: 'edit' })
      : null
  const conversation =
    issue.conversation && openUrl(w.record.conversation, links.conversation(issue.conversation))
  if (view.history !== null) return historyButtons(view, look.page ?? 0, w)
  return [
    first ? moveButton(view, first, w) : null,
    undo ?? complete ?? (second ? moveButton(view, second, w) : null),
    conversation ?? historyButton(w.common.history, view),
  ]
}

function baseOf({ issue, project }: IssueView) {
  return { project: project.id, id: issue.id, seen: issue.version }
}

/** A button for a move: done at once, or opening the form of what it needs. */
export function moveButton(view: IssueView, move: IssueMove, w: Words): CardButton {
  switch (move) {
    case 'fix':
      return execute(w.states.move.fix, 'issue.fix', baseOf(view))
    case 'retest':
      return execute(w.states.move.retest, 'issue.retest', baseOf(view))
    case 'close':
      return execute(w.states.move.close, 'issue.close', baseOf(view))
    case 'triage':
    case 'defer':
    case 'reopen':
    case 'duplicate':
      return execute(w.states.move[move], 'issue.form', { ...baseOf(view), change: move })
  }
}
