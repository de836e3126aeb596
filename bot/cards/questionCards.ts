import type { OpenQuestion } from '../domain/openQuestion'
import { dateIn } from '../domain/time'
import type { ProjectHead } from '../flows/outcome'
import type { EntryLine, SourceOutcome } from '../flows/sourceOutcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { agoWords } from './dates'
import type { Element } from './elements'
import { safeMarkdown } from './markdown'
import { body, buttons, eyebrow, heading, quoted, row, section, small, title } from './parts'
import type { Reader } from './reader'
import { entryRow } from './sourceCard'
import { counted, excerpt, listed, oneLine, plain } from './text'

/** Tells the lead that somebody waits for an answer, in their 1:1 chat. */
export function questionAskedCard(project: ProjectHead, question: OpenQuestion): Card {
  const who = listed(
    question.askers.map(({ person }) => plain(person.name, 80)),
    3,
  )
  const words = `${who} ${question.askers.length === 1 ? 'asks' : 'ask'}`
  return card(`${oneLine(project.name, 80)}, a question: ${oneLine(question.text, 200)}`, [
    eyebrow(`${plain(project.name, 80)} · a question without an answer`),
    title(words),
    quoted('The question', excerpt(question.text, 1000, 10).lines),
    body('Write the answer once and everybody finds it. I tell who asked.'),
    ...buttons([
      execute('Write the answer', 'source.form', { project: project.id, question: question.id, aside: true }),
      execute('Needs none', 'question.settle', { project: project.id, question: question.id }),
    ]),
  ])
}

/** Tells who asked where the answer stands, in their 1:1 chat. */
export function questionAnsweredCard(
  project: ProjectHead,
  question: OpenQuestion,
  line: EntryLine,
  reader: Reader,
): Card {
  const { content } = line.entry
  const text = content.kind === 'text' ? safeMarkdown(content.text, 1500, 12).lines : []
  const place = { project, today: dateIn(reader.now, project.zone) }
  return card(`${oneLine(project.name, 80)}, your question is answered: ${oneLine(line.entry.title, 120)}`, [
    eyebrow(`${plain(project.name, 80)} · you asked`),
    title('There is an answer'),
    quoted('Your question', excerpt(question.text, 1000, 10).lines),
    section([entryRow(line, place, reader, true), ...text.map((words) => body(words, 'none'))]),
    ...buttons([execute('All pages', 'source.show', { project: project.id })]),
  ])
}

/** What became of a question, to who settled it. */
export function questionSettledCard(
  { project, question, line, again }: Extract<SourceOutcome, { kind: 'questionSettled' }>,
  reader: Reader,
): Card {
  const told = listed(
    question.askers.map(({ person }) => plain(person.name, 80)),
    3,
  )
  const words = again ? 'This was settled before' : line ? 'Answered' : 'Noted: it needs no answer'
  const place = { project, today: dateIn(reader.now, project.zone) }
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    quoted('The question', excerpt(question.text, 1000, 10).lines),
    ...(line ? [entryRow(line, place, reader)] : []),
    ...(line && !again ? [body(`${told} ${question.askers.length === 1 ? 'is' : 'are'} told.`)] : []),
    ...buttons([execute('All pages', 'source.show', { project: project.id })]),
  ])
}

export function questionGoneCard(project: ProjectHead): Card {
  const words = 'This question is no longer there'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body('Nothing was changed.'),
    ...buttons([execute('All pages', 'source.show', { project: project.id })]),
  ])
}

const MOST_ON_DRAFT = 5

/** What waits for an answer, on the lead's draft alone: the most asked first. */
export function openQuestionsSection(
  questions: readonly OpenQuestion[],
  project: ProjectHead,
  reader: Reader,
): Element[] {
  if (questions.length === 0) return []
  const hidden = questions.length - MOST_ON_DRAFT
  return [
    section([
      heading(`Asked and not answered: ${questions.length}`),
      small('Only you see this. Tap one to write its answer.'),
      ...questions.slice(0, MOST_ON_DRAFT).map((question) => questionRow(question, project, reader)),
      ...(hidden > 0 ? [small(`and ${hidden} more, on the tab`, 'small')] : []),
    ]),
  ]
}

function questionRow({ id, text, askers }: OpenQuestion, project: ProjectHead, reader: Reader): Element {
  const [first] = askers
  const since = first ? agoWords(first.at, reader.now, reader.zone, reader.locale) : ''
  const who = listed(
    askers.map(({ person }) => plain(person.name, 80)),
    2,
  )
  return row(
    plain(text, 200),
    askers.length > 1 ? { text: counted(askers.length, 'time') } : null,
    [`${who}, first ${since}`],
    { tap: execute('Write the answer', 'source.form', { project: project.id, question: id, aside: true }) },
  )
}
