import { daysBetween } from '../domain/time'
import type { AwayProblem } from '../domain/away'
import type { Outcome } from '../flows/outcome'
import { execute, inputOf } from './actions'
import { card, type Card } from './card'
import { dateWords, type Calendar } from './dates'
import { body, buttons, complaint, dateField, personField, sideBySide, small, title } from './parts'
import type { Reader } from './reader'
import { plain } from './text'
import { calendarOf } from './words'

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>

/** Says what happens while somebody is away, until when, and who is asked instead. */
export function awayCard(outcome: Of<'away'>, reader: Reader): Card {
  const { project, away, today } = outcome
  const calendar = calendarOf(today, reader)
  const words = `You are away ${span(outcome, calendar)}`
  return card(words, [
    title(words),
    body(
      `${away.from === away.until ? 'On that day' : 'That day included,'} I ask you nothing and remind you of nothing, in all your projects.`,
    ),
    body(insteadWords(outcome, calendar)),
    small(
      away.from > today
        ? 'To call it off, press the button.'
        : 'Back earlier? Say: back, or press the button.',
      'small',
    ),
    ...buttons([
      execute(away.from > today ? 'I am not away' : 'I am back', 'away.end', { project: project.id }),
      execute('Change', 'away.form', { project: project.id }),
    ]),
  ])
}

function span({ away, today }: Of<'away'>, calendar: Calendar): string {
  const until = dateWords(away.until, calendar)
  if (away.from === away.until) return daysBetween(today, away.from) === 0 ? 'today' : `on ${until}`
  return away.from > today ? `from ${dateWords(away.from, calendar)} until ${until}` : `until ${until}`
}

function insteadWords({ away, delegateAway }: Of<'away'>, calendar: Calendar): string {
  if (!away.delegate) {
    return 'Nobody is asked in your place: the channel’s card and the recap say so.'
  }
  const name = plain(away.delegate.name, 80)
  if (delegateAway) {
    const days = `from ${dateWords(delegateAway.from, calendar)} until ${dateWords(delegateAway.until, calendar)}`
    return `${name} is asked about your items instead, but is away ${days}: in those days nobody is.`
  }
  return `${name} is asked about your items instead, in each project with them on the team, and may answer for you.`
}

/** Asks until when somebody is away and who is asked instead, with what is known filled in. */
export function awayForm({ project, draft, today, members, problem, isAway }: Of<'awayForm'>): Card {
  const question = 'Until when are you away?'
  return card(question, [
    title(question),
    ...(problem === null ? [] : [complaint(PROBLEM[problem])]),
    sideBySide(
      dateField(inputOf('away.save', 'from'), 'First day', { value: draft.from ?? today }),
      dateField(inputOf('away.save', 'until'), 'Last day', {
        min: today,
        ...(draft.until === null ? {} : { value: draft.until }),
      }),
      'medium',
    ),
    personField(inputOf('away.save', 'delegate'), 'Who is asked instead?', members, {
      nobody: 'Nobody',
      chosen: draft.delegate,
    }),
    ...buttons([
      execute('Save', 'away.save', { project: project.id }),
      isAway ? execute('I am back', 'away.end', { project: project.id }) : null,
    ]),
  ])
}

const PROBLEM: Readonly<Record<AwayProblem, string>> = {
  past: 'That day has passed. Please give a last day from today on.',
  endsBeforeItBegins: 'The last day is before the first. Please change one of them.',
  ownDelegate: 'You can not be asked in your own place. Please choose somebody else, or nobody.',
  delegateNotHere: 'That person is not on this team. Please choose somebody who is, or nobody.',
}

/** Says that somebody is asked again. */
export function backCard({ project, wasAway }: Of<'back'>): Card {
  const words = wasAway ? 'Welcome back' : 'You are not away'
  return card(words, [
    title(words),
    body(
      wasAway
        ? 'From now on I ask you about your own items again. What was answered for you this week stands; you can still change it.'
        : 'I ask you about your own items as always. To change that, say: away until 3 Dec',
    ),
    ...buttons([
      execute('My items', 'say', { project: project.id, text: 'mine' }),
      wasAway ? execute('My card', 'week.show', { project: project.id }) : null,
    ]),
  ])
}
