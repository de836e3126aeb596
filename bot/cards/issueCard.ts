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
import { counted, excerpt, oneLine, plain } from './text'
import { calendarOf, ISSUE_STATUS, MOVE_BUTTON, severityMark, severityWord, timesWords } from './words'

/** One issue. A new one says that it is saved and asks only for what is missing; then where it stands, and what to do next. */
export function issueCard(view: IssueView, note: RecordNote | null, reader: Reader, look: Look = {}): Card {
  if (look.form === 'edit') return editForm(view)
  if (look.form === 'duplicate') return duplicateForm(view, '')
  const gaps = gapsToAsk(view.issue, note)
  const rest = gaps.length > 0 ? askForGaps(view, gaps) : told(view, note, reader, look)
  return card(issueSummary(view, note), [
    eyebrow(stateLine(view, reader)),
    title(plain(view.issue.title)),
    ...(gaps.length > 0 && view.issue.severity === null ? [] : [severityLine(view.issue)]),
    ...noteLines(view, note, gaps),
    ...rest,
  ])
}

function issueSummary({ issue }: IssueView, note: RecordNote | null): string {
  const saved = note?.kind === 'added' ? 'Saved ' : ''
  return `${saved}${issue.id}: ${oneLine(issue.title, 120)} · ${severityWord(issue.severity).toLowerCase()}, ${ISSUE_STATUS[issue.state.status]}`
}

function stateLine({ issue, today, workstream }: IssueView, reader: Reader): string {
  const calendar = calendarOf(today, reader)
  const isNew = issue.state.status === 'new'
  return dotted(
    issue.id,
    ISSUE_STATUS[issue.state.status],
    isNew
      ? `${plain(issue.reporter.name, 80)}, ${momentWords(issue.createdAt, reader.zone, calendar)}`
      : workstream && plain(workstream, 80),
  )
}

function severityLine(issue: Issue): Element {
  const who = issue.owner ? ` · ${oneLine(issue.owner.name, 80)} fixes it` : ' · nobody fixes it yet'
  return marked(severityMark(issue.severity), severityWord(issue.severity), who, 'medium')
}

/** A new issue is asked about once; later only a workaround that was just claimed is still to be written down. */
function gapsToAsk(issue: Issue, note: RecordNote | null): readonly IssueGap[] {
  const gaps = whatIsMissing(issue)
  if (note?.kind === 'added') return gaps
  const ranked = note?.kind === 'changed' && (note.change === 'edit' || note.change === 'triage')
  return ranked ? gaps.filter((gap) => gap === 'workaround') : []
}

const NUMBER_WORDS = ['', 'One thing', 'Two things', 'Three things', 'Four things']

function noteLines({ issue }: IssueView, note: RecordNote | null, gaps: readonly IssueGap[]): Element[] {
  const asked = `${NUMBER_WORDS[gaps.length] ?? `${gaps.length} things`} would help to fix it:`
  switch (note?.kind) {
    case undefined:
      return []
    case 'added':
      return [body(gaps.length > 0 ? `Saved. ${asked}` : 'Saved, and nothing is missing.', 'medium')]
    case 'unchanged':
      return [body('Nothing changed: it stood like this already.', 'medium')]
    case 'undone':
      return [body(`${plain(note.by.name, 80)} took back the last change.`, 'medium')]
    case 'changed':
      return gaps.length > 0
        ? [body(`Saved. ${asked}`, 'medium')]
        : [body(changedWords(issue, note), 'medium')]
  }
}

function changedWords(issue: Issue, { by, change, told }: Extract<RecordNote, { kind: 'changed' }>): string {
  const who = plain(by.name, 80)
  const tells = told ? ` ${plain(told.name, 80)} is told.` : ''
  switch (change) {
    case 'triage':
      return `${who} rated it.${tells}`
    case 'fix':
      return `${who} says that the fix has started.${tells}`
    case 'retest':
      return `${who} says that it is ready. ${plain(issue.reporter.name, 80)} reported it and can test again.`
    case 'close':
      return `${who} tested it and closed it.${tells}`
    case 'defer':
      return `${who} put it off.${tells}`
    case 'reopen':
      return `${who} opened it again.${tells}`
    case 'edit':
    case 'duplicate':
    case 'block':
    case 'cancel':
    case 'done':
    case 'move':
    case 'own':
    case 'start':
      return `${who} changed it.${tells}`
  }
}

function askForGaps(view: IssueView, gaps: readonly IssueGap[]): Element[] {
  const { issue, project } = view
  return [
    section(gapFields(gaps, issue)),
    ...buttons([
      execute('Save', 'issue.complete', { project: project.id, id: issue.id, seen: issue.version }),
      execute("I don't know", 'issue.show', { project: project.id, id: issue.id, back: true }),
    ]),
  ]
}

function told(view: IssueView, note: RecordNote | null, reader: Reader, look: Look): Element[] {
  return [
    ...facts(issueFacts(view, reader)),
    ...longTexts(view),
    ...historySection(view, look.page ?? 0, reader),
    ...buttons(issueButtons(view, note, reader, look)),
  ]
}

function issueFacts({ issue, today }: IssueView, reader: Reader) {
  const calendar = calendarOf(today, reader)
  const reported = `${plain(issue.reporter.name, 80)}, ${momentWords(issue.createdAt, reader.zone, calendar)}`
  const pairs: (readonly [string, readonly string[]])[] = []
  if (issue.where !== '') pairs.push(['Where', [plain(issue.where, 600)]])
  if (issue.happened !== '') pairs.push(['Happened', [plain(issue.happened, 600)]])
  if (issue.state.status !== 'new') pairs.push(['Reported', [reported]])
  pairs.push(...stateFacts(issue, reader, calendar))
  if (issue.timesReopened > 0) pairs.push(['Came back', [timesWords(issue.timesReopened)]])
  return pairs
}

type Calendar = ReturnType<typeof calendarOf>

function stateFacts(
  issue: Issue,
  reader: Reader,
  calendar: Calendar,
): (readonly [string, readonly string[]])[] {
  const { state } = issue
  switch (state.status) {
    case 'new':
      return []
    case 'triaged':
    case 'inProgress':
    case 'readyForRetest': {
      const by = `${plain(issue.changedBy.name, 80)}, ${momentWords(issue.changedAt, reader.zone, calendar)}`
      return [['Changed', [by]]]
    }
    case 'reopened':
      return [['Why', [plain(state.why, 1000)]]]
    case 'closed':
      return [
        [
          'Validated',
          [`${plain(state.validatedBy.name, 80)}, ${momentWords(state.at, reader.zone, calendar)}`],
        ],
      ]
    case 'deferred':
      return [
        [
          'Accepted',
          [`${plain(state.acceptedBy.name, 80)}, ${momentWords(state.at, reader.zone, calendar)}`],
        ],
        ['Because', [plain(state.why, 1000)]],
      ]
    case 'duplicate':
      return [['Same as', [`${state.of}, marked ${momentWords(state.at, reader.zone, calendar)}`]]]
  }
}

/** Steps, workaround and what else was said: a good part of each, and where the rest stands. */
function longTexts({ issue }: IssueView): Element[] {
  const given = (
    [
      ['Steps', issue.steps],
      ['Workaround', issue.workaround],
      ['Details', issue.details],
    ] as const
  ).filter(([, text]) => text !== '')
  if (given.length === 0) return []
  const cuts: string[] = []
  const pairs = given.map(([name, text]) => {
    const { lines, cut } = excerpt(text)
    if (cut) cuts.push(`${name} ${counted(text.length, 'character')}`)
    return [name, lines.map((line) => plain(line, 1500))] as const
  })
  const more =
    cuts.length > 0 ? [small(`${cuts.join(', ')} long: the whole text stands on the tab.`, 'small')] : []
  return [section([...facts(pairs), ...more])]
}

function issueButtons(
  view: IssueView,
  note: RecordNote | null,
  { links }: Reader,
  look: Look,
): (CardButton | null)[] {
  const { issue, project } = view
  const undo =
    note?.kind === 'changed'
      ? execute('Undo', 'undo', { project: project.id, id: issue.id, version: note.undo })
      : null
  const [first, second] = allowedMoves(issue.state)
  const complete =
    view.canChange && whatIsMissing(issue).length > 0
      ? execute('Complete', 'issue.form', { ...baseOf(view), change: 'edit' })
      : null
  const conversation = issue.conversation && openUrl('Conversation', links.conversation(issue.conversation))
  if (view.history !== null) return historyButtons(view, look.page ?? 0)
  return [
    first ? moveButton(view, first) : null,
    undo ?? complete ?? (second ? moveButton(view, second) : null),
    conversation ?? historyButton('History', view),
  ]
}

function baseOf({ issue, project }: IssueView) {
  return { project: project.id, id: issue.id, seen: issue.version }
}

/** A button for a move: done at once, or opening the form of what it needs. */
export function moveButton(view: IssueView, move: IssueMove): CardButton {
  switch (move) {
    case 'fix':
      return execute(MOVE_BUTTON.fix, 'issue.fix', baseOf(view))
    case 'retest':
      return execute(MOVE_BUTTON.retest, 'issue.retest', baseOf(view))
    case 'close':
      return execute(MOVE_BUTTON.close, 'issue.close', baseOf(view))
    case 'triage':
    case 'defer':
    case 'reopen':
    case 'duplicate':
      return execute(MOVE_BUTTON[move], 'issue.form', { ...baseOf(view), change: move })
  }
}
