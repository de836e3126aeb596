import { daysBetween } from '../domain/time'
import type { Outcome } from '../flows/outcome'
import { execute, inputOf } from './actions'
import { card, type Card } from './card'
import { dateWords, type Calendar } from './dates'
import { body, buttons, complaint, dateField, personField, sideBySide, small, title } from './parts'
import type { Reader } from './reader'
import { plain } from './text'
import { calendarOf } from './words'
import { wordsOf } from './words/wordsOf'

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>

/** Says what happens while somebody is away, until when, and who is asked instead. */
export function awayCard(outcome: Of<'away'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const { project, away, today } = outcome
  const calendar = calendarOf(today, reader)
  const words = w.away.youAre(span(outcome, calendar))
  return card(words, [
    title(words),
    body(away.from === away.until ? w.away.oneDay : w.away.manyDays),
    body(insteadWords(outcome, calendar)),
    small(away.from > today ? w.away.callOff : w.away.backEarlier, 'small'),
    ...buttons([
      execute(away.from > today ? w.away.notAway : w.away.iAmBack, 'away.end', { project: project.id }),
      execute(w.away.change, 'away.form', { project: project.id }),
    ]),
  ])
}

function span({ away, today }: Of<'away'>, calendar: Calendar): string {
  const w = wordsOf(calendar)
  const until = dateWords(away.until, calendar)
  if (away.from === away.until) return daysBetween(today, away.from) === 0 ? w.away.today : w.away.on(until)
  return away.from > today ? w.away.fromUntil(dateWords(away.from, calendar), until) : w.away.until(until)
}

function insteadWords({ away, delegateAway }: Of<'away'>, calendar: Calendar): string {
  const w = wordsOf(calendar)
  if (!away.delegate) {
    return w.away.nobodyInstead
  }
  const name = plain(away.delegate.name, 80)
  if (delegateAway) {
    const [from, until] = [dateWords(delegateAway.from, calendar), dateWords(delegateAway.until, calendar)]
    return w.away.delegateAway(name, from, until)
  }
  return w.away.delegate(name)
}

/** Asks until when somebody is away and who is asked instead, with what is known filled in. */
export function awayForm(
  { project, draft, today, members, problem, isAway }: Of<'awayForm'>,
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const question = w.away.untilWhen
  return card(question, [
    title(question),
    ...(problem === null ? [] : [complaint(w.away.problem[problem])]),
    sideBySide(
      dateField(inputOf('away.save', 'from'), w.away.firstDay, { value: draft.from ?? today }),
      dateField(inputOf('away.save', 'until'), w.away.lastDay, {
        min: today,
        ...(draft.until === null ? {} : { value: draft.until }),
      }),
      'medium',
    ),
    personField(
      inputOf('away.save', 'delegate'),
      w.away.whoInstead,
      members,
      {
        nobody: w.common.nobody,
        chosen: draft.delegate,
      },
      w,
    ),
    ...buttons([
      execute(w.common.save, 'away.save', { project: project.id }),
      isAway ? execute(w.away.iAmBack, 'away.end', { project: project.id }) : null,
    ]),
  ])
}

/** Says that somebody is asked again. */
export function backCard({ project, wasAway }: Of<'back'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = wasAway ? w.away.welcomeBack : w.away.youAreNot
  return card(words, [
    title(words),
    body(wasAway ? w.away.fromNowOn : w.away.asAlways),
    ...buttons([
      execute(w.common.myItems, 'say', { project: project.id, text: 'mine' }),
      wasAway ? execute(w.away.myCard, 'week.show', { project: project.id }) : null,
    ]),
  ])
}
