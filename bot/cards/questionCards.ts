import type { OpenQuestion } from '../domain/openQuestion'
import { dateIn } from '../domain/time'
import type { ProjectHead } from '../flows/projectHead'
import type { EntryLine, SourceOutcome } from '../flows/sourceOutcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { agoWords } from './dates'
import type { Element } from './elements'
import { safeMarkdown } from './markdown'
import { body, buttons, eyebrow, heading, quoted, row, section, small, title } from './parts'
import type { Reader } from './reader'
import { entryRow } from './sourceCard'
import { excerpt, oneLine, plain } from './text'
import { wordsOf } from './words/wordsOf'

/** Tells the lead that somebody waits for an answer, in their 1:1 chat. */
export function questionAskedCard(project: ProjectHead, question: OpenQuestion, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = w.source.asks(question.askers.map(({ person }) => plain(person.name, 80)))
  return card(w.source.questionSummary(oneLine(project.name, 80), oneLine(question.text, 200)), [
    eyebrow(w.source.withoutAnswer(plain(project.name, 80))),
    title(words),
    quoted(w.source.theQuestion, excerpt(question.text, 1000, 10).lines),
    body(w.source.writeOnce),
    ...buttons([
      execute(w.source.writeAnswer, 'source.form', {
        project: project.id,
        question: question.id,
        aside: true,
      }),
      execute(w.source.needsNone, 'question.settle', { project: project.id, question: question.id }),
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
  const w = wordsOf(reader)
  const { content } = line.entry
  const text = content.kind === 'text' ? safeMarkdown(content.text, 1500, 12).lines : []
  const place = { project, today: dateIn(reader.now, project.zone) }
  return card(w.source.answeredSummary(oneLine(project.name, 80), oneLine(line.entry.title, 120)), [
    eyebrow(w.source.youAsked(plain(project.name, 80))),
    title(w.source.thereIsAnswer),
    quoted(w.source.yourQuestion, excerpt(question.text, 1000, 10).lines),
    section([entryRow(line, place, reader, true), ...text.map((words) => body(words, 'none'))]),
    ...buttons([execute(w.common.allPages, 'source.show', { project: project.id })]),
  ])
}

/** What became of a question, to who settled it. */
export function questionSettledCard(
  { project, question, line, again }: Extract<SourceOutcome, { kind: 'questionSettled' }>,
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const told = question.askers.map(({ person }) => plain(person.name, 80))
  const words = again ? w.source.settledBefore : line ? w.source.answered : w.source.notedNone
  const place = { project, today: dateIn(reader.now, project.zone) }
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    quoted(w.source.theQuestion, excerpt(question.text, 1000, 10).lines),
    ...(line ? [entryRow(line, place, reader)] : []),
    ...(line && !again ? [body(w.source.areTold(told))] : []),
    ...buttons([execute(w.common.allPages, 'source.show', { project: project.id })]),
  ])
}

export function questionGoneCard(project: ProjectHead, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = w.source.questionGone
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(w.source.nothingChanged),
    ...buttons([execute(w.common.allPages, 'source.show', { project: project.id })]),
  ])
}

const MOST_ON_DRAFT = 5

/** What waits for an answer, on the lead's draft alone: the most asked first. */
export function openQuestionsSection(
  questions: readonly OpenQuestion[],
  project: ProjectHead,
  reader: Reader,
): Element[] {
  const w = wordsOf(reader)
  if (questions.length === 0) return []
  const hidden = questions.length - MOST_ON_DRAFT
  return [
    section([
      heading(w.source.askedNotAnswered(questions.length)),
      small(w.source.onlyYouSee),
      ...questions.slice(0, MOST_ON_DRAFT).map((question) => questionRow(question, project, reader)),
      ...(hidden > 0 ? [small(w.source.moreOnTab(hidden), 'small')] : []),
    ]),
  ]
}

function questionRow({ id, text, askers }: OpenQuestion, project: ProjectHead, reader: Reader): Element {
  const w = wordsOf(reader)
  const [first] = askers
  const since = first ? agoWords(first.at, reader.now, reader.zone, reader.locale) : ''
  const who = askers.map(({ person }) => plain(person.name, 80))
  return row(
    plain(text, 200),
    askers.length > 1 ? { text: w.source.times(askers.length) } : null,
    [w.source.firstAsked(who, since)],
    { tap: execute(w.source.writeAnswer, 'source.form', { project: project.id, question: id, aside: true }) },
  )
}
