import type { SourceOutcome } from '../flows/sourceOutcome'
import { dateIn } from '../domain/time'
import { execute } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { safeMarkdown } from './markdown'
import { body, buttons, eyebrow, quoted, section, small, title } from './parts'
import type { ProjectHead } from '../flows/projectHead'
import type { Reader } from './reader'
import { helpButton } from './projectCards'
import { entryRow } from './sourceCard'
import { excerpt, firstName, oneLine, plain } from './text'
import { wordsOf, type Words } from './words/wordsOf'

type Of<K extends SourceOutcome['kind']> = Extract<SourceOutcome, { kind: K }>

/** The entries that answer a question, with how far one may trust them. A text says at once what it says. */
export function answersCard({ project, question, lines }: Of<'answers'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const [first] = lines
  const words = lines.length === 1 && first ? first.entry.title : w.source.oneOfThese
  const place = { project, today: dateIn(reader.now, project.zone) }
  return card(`${oneLine(project.name, 80)}: ${oneLine(words, 120)}`, [
    eyebrow(`${plain(project.name, 80)} · ${plain(question, 120)}`),
    ...lines.map((line, at): Element => {
      const { content } = line.entry
      const text = content.kind === 'text' ? safeMarkdown(content.text, 400, at === 0 ? 6 : 2).lines : []
      const items = [entryRow(line, place, reader, true), ...text.map((words) => body(words, 'none'))]
      return at === 0 ? { type: 'Container', spacing: 'small', items } : section(items)
    }),
    ...buttons([
      askButton(project, question, w),
      execute(w.common.allPages, 'source.show', { project: project.id }),
    ]),
  ])
}

/** Nothing answers it: said plainly, with the way to somebody who may know. */
export function noAnswerCard({ project, question, sure, place }: Of<'noAnswer'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const lead = plain(project.lead.name, 80)
  const words = !sure
    ? w.source.notUnderstood
    : place
      ? w.source.titleNotWritten(oneLine(place.title, 120))
      : w.source.notOnPage
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    ...(question.trim() === '' ? [] : [quoted(w.common.youWrote, excerpt(question, 1000, 10).lines)]),
    body(sure ? w.source.canBeAsked(lead) : w.source.ifQuestion(lead)),
    ...buttons([
      askButton(project, question, w),
      sure
        ? execute(place ? w.source.writeIt : w.source.addIt, 'source.form', {
            project: project.id,
            aside: true,
            ...(place ? { id: place.id } : {}),
          })
        : execute(w.common.myItems, 'say', { project: project.id, text: 'mine' }),
      sure ? execute(w.common.allPages, 'source.show', { project: project.id }) : helpButton(w),
    ]),
  ])
}

/** A longer question is asked in person. */
const LONGEST_ASKED = 500

function askButton(project: ProjectHead, question: string, w: Words) {
  if (question.trim() === '' || question.length > LONGEST_ASKED) return null
  const name = oneLine(firstName(project.lead.name), 20)
  return execute(w.source.ask(name), 'question.ask', { project: project.id, text: question })
}

/** The question waits for an answer now, or did before. */
export function questionWaitsCard({ project, question, again }: Of<'questionWaits'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = again ? w.source.waitAlready : w.source.isNoted
  const lead = plain(project.lead.name, 80)
  const others = question.askers.length - 1
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    quoted(w.source.theQuestion, excerpt(question.text, 1000, 10).lines),
    body(w.source.leadSees(lead)),
    ...(others > 0 ? [small(w.source.othersWait(others))] : []),
  ])
}
