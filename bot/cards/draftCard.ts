import { colourOf, type Rag } from '../domain/rag'
import type { WorkstreamId } from '../domain/ids'
import type { Recap, WorkstreamLine } from '../domain/recap'
import { dateIn, type Instant } from '../domain/time'
import type { DraftEdit } from '../flows/command'
import type { DraftProblem, Outcome } from '../flows/outcome'
import { execute, inputOf, rowInput } from './actions'
import type { Card } from './card'
import { momentWords, weekWords } from './dates'
import type { Choice, Element } from './elements'
import {
  body,
  buttons,
  choiceField,
  complaint,
  eyebrow,
  heading,
  section,
  sideBySide,
  small,
  textField,
  title,
} from './parts'
import { openQuestionsSection } from './questionCards'
import { fitting, showAll } from './recapCard'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf, ragWord } from './words'

type Draft = Extract<Outcome, { kind: 'draft' }>

const COLOURS_ID = 'colours'

/**
 * The lead's draft: the recap as it would be posted, and below it what may be changed. `postsAt`: when it goes to the
 * channel by itself, where that is news.
 */
export function draftCard(outcome: Draft, reader: Reader, postsAt: Instant | null = null): Card {
  const { project, recap, problems } = outcome
  const week = weekWords(recap.week)
  const { questions = [] } = outcome
  return fitting(`Draft of the recap, ${week}: ${oneLine(recap.headline)}`, reader, recap, (elements) => [
    eyebrow(`${plain(project.name, 80)} · draft, only you see it`),
    title(`The recap of ${week}, before it is posted`),
    ...(postsAt === null ? [] : [body(postsWords(outcome, postsAt, reader))]),
    ...elements,
    ...openQuestionsSection(questions, project, reader),
    section([
      heading('Your words and colours'),
      ...problems.map((problem) => complaint(problemWords(problem, recap))),
      ...fields(outcome),
      ...colours(outcome),
      ...buttons([
        execute('Save draft', 'draft.save', { project: project.id, week: recap.week, ruled: ruled(recap) }),
        execute('Post it now', 'recap.post', { project: project.id, week: recap.week, ruled: ruled(recap) }),
        showAll(elements),
      ]),
      ...(outcome.problems.some(isAboutColours)
        ? []
        : buttons([
            { type: 'Action.ToggleVisibility', title: 'Change colours', targetElements: [COLOURS_ID] },
          ])),
    ]),
  ])
}

function postsWords({ recap, project }: Draft, postsAt: Instant, reader: Reader): string {
  const today = dateIn(reader.now, project.zone)
  const when = momentWords(postsAt, reader.zone, calendarOf(today, reader))
  return recap.editedBy
    ? `It goes to the channel ${when}, with your changes.`
    : `It goes to the channel ${when}. If you change nothing it goes as it is, and says so.`
}

function fields({ recap, typed }: Draft): Element[] {
  const headline = typed?.headline ?? recap.headline
  const note = typed?.note ?? recap.note
  return [
    textField(inputOf('draft.save', 'headline'), 'Headline', {
      placeholder: 'One line',
      maxLength: 200,
      value: headline.slice(0, MOST_ECHOED),
    }),
    textField(inputOf('draft.save', 'note'), 'A sentence or two below it', {
      placeholder: 'Optional',
      isMultiline: true,
      maxLength: 2000,
      ...(note === '' ? {} : { value: note.slice(0, MOST_ECHOED) }),
    }),
  ]
}

/** Only a client that minds no limits sends more; what is wrong is said above the field. */
const MOST_ECHOED = 3000

const COLOURS: readonly Choice[] = (['red', 'amber', 'green'] as const).map((value) => ({
  title: ragWord(value),
  value,
}))

/** The overall colour and each workstream's: what the rule says stands above, a greener one needs a reason. */
function colours({ recap, typed, problems }: Draft): Element[] {
  const isVisible = problems.some(isAboutColours)
  const overall = typed?.overall ?? standing(recap.overall)
  return [
    {
      type: 'Container',
      id: COLOURS_ID,
      isVisible,
      spacing: 'small',
      items: [
        small('A colour greener than the rule’s needs a reason, and the recap prints it.'),
        ...colourRow(
          'Overall',
          recap.overall.rule,
          overall,
          inputOf('draft.save', 'overall'),
          inputOf('draft.save', 'overallWhy'),
        ),
        ...recap.workstreams.flatMap((line) => workstreamRow(line, typed)),
      ],
    },
  ]
}

function standing(verdict: Recap['overall']): { readonly colour: Rag; readonly why: string } {
  return { colour: colourOf(verdict), why: verdict.override?.why ?? '' }
}

/** What stands in the form by rule alone; a colour that the lead set, and its reason, are theirs to send again. */
function ruled({ headline, overall, workstreams }: Recap) {
  const byRule = workstreams.filter(({ verdict }) => verdict.override === null)
  return {
    headline: headline.slice(0, MOST_ECHOED),
    ...(overall.override === null ? { overall: overall.rule } : {}),
    workstreams: Object.fromEntries(byRule.map(({ id, verdict }) => [id, verdict.rule])),
  }
}

function workstreamRow(line: WorkstreamLine, typed: DraftEdit | null): Element[] {
  const set = typed?.workstreams.find(({ workstream }) => workstream === line.id) ?? standing(line.verdict)
  return colourRow(line.name, line.verdict.rule, set, rowInput('colour', line.id), rowInput('why', line.id))
}

function colourRow(
  name: string,
  rule: Rag,
  { colour, why }: { readonly colour: Rag; readonly why: string },
  colourId: string,
  whyId: string,
): Element[] {
  return [
    small(`${plain(name, 80)}: rule says ${ragWord(rule)}`, 'small'),
    sideBySide(
      choiceField(colourId, 'Colour', COLOURS, { value: colour }),
      textField(whyId, 'Why', {
        placeholder: 'Only if changed',
        maxLength: 300,
        ...(why === '' ? {} : { value: why.slice(0, 600) }),
      }),
    ),
  ]
}

function problemWords(problem: DraftProblem, recap: Recap): string {
  switch (problem.kind) {
    case 'reasonMissing':
      return `Please say why ${nameOf(problem.workstream, recap)} is greener than the rule says.`
    case 'reasonTooLong':
      return `The reason for ${nameOf(problem.workstream, recap)} is too long: at most ${problem.most} characters.`
    case 'tooLong':
      return `The ${problem.field} is too long: at most ${problem.most} characters.`
  }
}

function nameOf(workstream: WorkstreamId | null, recap: Recap): string {
  const line = recap.workstreams.find(({ id }) => id === workstream)
  return line ? plain(line.name, 80) : 'the overall colour'
}

/** A colour is what is complained of, so that the colours stand open. */
function isAboutColours({ kind }: DraftProblem): boolean {
  return kind === 'reasonMissing' || kind === 'reasonTooLong'
}
