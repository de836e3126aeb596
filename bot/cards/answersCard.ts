import type { SourceOutcome } from '../flows/sourceOutcome'
import { dateIn } from '../domain/time'
import { execute } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { safeMarkdown } from './markdown'
import { body, buttons, eyebrow, quoted, section, small, title } from './parts'
import type { ProjectHead } from '../flows/outcome'
import type { Reader } from './reader'
import { helpButton } from './projectCards'
import { entryRow } from './sourceCard'
import { excerpt, firstName, oneLine, plain } from './text'

type Of<K extends SourceOutcome['kind']> = Extract<SourceOutcome, { kind: K }>

/** The entries that answer a question, with how far one may trust them. A text says at once what it says. */
export function answersCard({ project, question, lines }: Of<'answers'>, reader: Reader): Card {
  const [first] = lines
  const words = lines.length === 1 && first ? first.entry.title : 'One of these'
  const place = { project, today: dateIn(reader.now, project.zone) }
  return card(`${oneLine(project.name, 80)}: ${oneLine(words, 120)}`, [
    eyebrow(`${plain(project.name, 80)} · ${plain(question, 120)}`),
    ...lines.map((line, at): Element => {
      const { content } = line.entry
      const text = content.kind === 'text' ? safeMarkdown(content.text, 400, at === 0 ? 6 : 2).lines : []
      const items = [entryRow(line, place, reader, true), ...text.map((words) => body(words, 'none'))]
      return at === 0 ? { type: 'Container', spacing: 'small', items } : section(items)
    }),
    ...buttons([askButton(project, question), execute('All pages', 'source.show', { project: project.id })]),
  ])
}

/** Nothing answers it: said plainly, with the way to somebody who may know. */
export function noAnswerCard({ project, question, sure, place }: Of<'noAnswer'>): Card {
  const lead = plain(project.lead.name, 80)
  const words = !sure
    ? 'I did not understand that'
    : place
      ? `${oneLine(place.title, 120)}: not written yet`
      : 'That is not on the page yet'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    ...(question.trim() === '' ? [] : [quoted('You wrote', excerpt(question, 1000, 10).lines)]),
    body(
      sure
        ? `${lead} can be asked: I tell you as soon as there is an answer.`
        : `If it is a question about the project, ${lead} can be asked.`,
    ),
    ...buttons([
      askButton(project, question),
      sure
        ? execute(place ? 'Write it' : 'Add it', 'source.form', {
            project: project.id,
            aside: true,
            ...(place ? { id: place.id } : {}),
          })
        : execute('My items', 'say', { project: project.id, text: 'mine' }),
      sure ? execute('All pages', 'source.show', { project: project.id }) : helpButton(),
    ]),
  ])
}

/** A longer question is asked in person. */
const LONGEST_ASKED = 500

function askButton(project: ProjectHead, question: string) {
  if (question.trim() === '' || question.length > LONGEST_ASKED) return null
  const name = oneLine(firstName(project.lead.name), 20)
  return execute(`Ask ${name}`, 'question.ask', { project: project.id, text: question })
}

/** The question waits for an answer now, or did before. */
export function questionWaitsCard({ project, question, again }: Of<'questionWaits'>): Card {
  const words = again ? 'You wait for this already' : 'The question is noted'
  const lead = plain(project.lead.name, 80)
  const others = question.askers.length - 1
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    quoted('The question', excerpt(question.text, 1000, 10).lines),
    body(`${lead} sees it. I tell you in our chat as soon as it is answered.`),
    ...(others > 0 ? [small(`${others} ${others === 1 ? 'other waits' : 'others wait'} for it too.`)] : []),
  ])
}
