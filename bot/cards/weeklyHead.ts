import type { Ask } from '../domain/cycle'
import { isSamePerson } from '../domain/person'
import { epochMs } from '../domain/time'
import type { WeeklyView } from '../flows/outcome'
import { dateWords, momentWords, weekWords, type Calendar } from './dates'
import type { Element } from './elements'
import { body, eyebrow, small, title } from './parts'
import type { Reader } from './reader'
import { firstName, oneLine, plain } from './text'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

function answeredCount(view: WeeklyView): number {
  return view.rows.filter((one) => one.answer !== null).length
}

/** What a notification says of a weekly card. */
export function weeklySummary(view: WeeklyView, w: Words): string {
  const project = oneLine(view.project.name, 80)
  const [answered, all] = [answeredCount(view), view.rows.length]
  if (all === 0) return w.weekly.nothingSummary(project)
  const asked =
    view.reminder === 'askedFor' && view.snooze === null && answered < all ? `${w.weekly.askedFor} ` : ''
  const covers = coversOf(view).map(({ owner }) => oneLine(owner.name, 80))
  const also = covers.length > 0 ? w.weekly.also(covers) : ''
  return answered === 0
    ? `${asked}${project}: ${w.weekly.questionInline(view.rows.length, hasOthers(view))}${also}`
    : `${asked}${project}: ${w.weekly.answeredOf(answered, all)}${also === '' ? '' : `.${also}`}`
}

/** Which card it is, how far it is answered, and until when an answer counts. */
export function weeklyHead(view: WeeklyView, open: number, reader: Reader): Element[] {
  const w = wordsOf(reader)
  return [
    eyebrow(`${plain(view.project.name, 80)} · ${weekWords(view.week, w)}`),
    title(headline(view, open, w)),
    ...whyItComes(view, reader).map((words) => body(words)),
    small(answeredCount(view) < view.rows.length ? deadline(view, reader) : sentLine(view, reader)),
  ]
}

/** Why the card comes or rests: for whom one answers, what one asked for, and that one is away. */
function whyItComes(view: WeeklyView, reader: Reader): readonly string[] {
  const isDone = answeredCount(view) === view.rows.length
  const calendar = calendarOf(view.today, reader)
  return [
    ...awayWords(view, calendar),
    ...(isDone ? [] : [...snoozeOrReminder(view, calendar, reader), ...coverWords(view, calendar)]),
  ]
}

function awayWords({ ask }: WeeklyView, calendar: Calendar): readonly string[] {
  const w = wordsOf(calendar)
  if (!ask.away) return []
  const { until, inPlace } = ask.away
  return [w.weekly.awayUntil(dateWords(until, calendar), inPlace && plain(inPlace.name, 80))]
}

function snoozeOrReminder(view: WeeklyView, calendar: Calendar, reader: Reader): readonly string[] {
  const w = wordsOf(reader)
  const { snooze, reminder } = view
  if (snooze) {
    const until = momentWords(snooze.until, reader.zone, calendar)
    return snooze.choice === 'nextWeek' ? [w.weekly.againNextWeek(until)] : [w.weekly.remindAt(until)]
  }
  switch (reminder) {
    case 'askedFor':
      return [w.weekly.askedFor]
    case 'usual':
      return [w.weekly.usualReminder]
    case null:
      return []
  }
}

function coverWords(view: WeeklyView, calendar: Calendar): readonly string[] {
  const w = wordsOf(calendar)
  return coversOf(view).map(({ owner, until }) =>
    w.weekly.cover(plain(owner.name, 80), dateWords(until, calendar)),
  )
}

/** Those in whose place something is still to be answered. */
function coversOf({ ask, rows }: WeeklyView): Ask['covers'] {
  return ask.covers.filter(({ owner }) =>
    rows.some(({ inPlaceOf, answer }) => answer === null && isSamePerson(inPlaceOf?.owner ?? null, owner)),
  )
}

/** Whether all of it was answered with "no change". */
export function isUnchanged(view: WeeklyView): boolean {
  return view.rows.length > 0 && view.rows.every((one) => one.answer?.says.kind === 'noChange')
}

function headline(view: WeeklyView, open: number, w: Words): string {
  const [answered, all] = [answeredCount(view), view.rows.length]
  if (all === 0) return w.weekly.nothingOpen
  if (answered === 0) return w.weekly.question(all, hasOthers(view))
  if (answered < all) return w.weekly.answeredOf(answered, all)
  if (open > 0) return all === 1 ? w.weekly.yourAnswer : w.weekly.allAnswered(all)
  if (isUnchanged(view)) return w.weekly.notedNoChange(all)
  const name = plain(firstName(view.ask.person.name), 40)
  return w.weekly.thanks(name, all)
}

/** Some of the items are somebody else's. */
function hasOthers({ rows }: WeeklyView): boolean {
  return rows.some(({ inPlaceOf }) => inPlaceOf !== null)
}

function deadline(view: WeeklyView, reader: Reader): string {
  const w = wordsOf(reader)
  if (view.recapPosted) return w.weekly.postedLate
  const until = momentWords(view.answerBy, reader.zone, calendarOf(view.today, reader))
  const late = view.rows.filter((one) => one.answer === null && one.daysLate > 0).length
  const lateWords = late === 0 || answeredCount(view) > 0 ? '' : w.weekly.someLate(late)
  return epochMs(reader.now) <= epochMs(view.answerBy)
    ? `${lateWords}${w.weekly.answerBy(until)}`
    : `${lateWords}${w.weekly.stillCounts(until)}`
}

function sentLine(view: WeeklyView, reader: Reader): string {
  const w = wordsOf(reader)
  if (view.rows.length === 0) return w.weekly.askAgain
  const calendar = calendarOf(view.today, reader)
  const at = view.rows.reduce(
    (latest, { answer }) => (answer && answer.at > latest ? answer.at : latest),
    view.ask.askedAt,
  )
  const sent = momentWords(at, reader.zone, calendar)
  if (view.recapPosted) return w.weekly.sentPosted(sent)
  if (epochMs(reader.now) > epochMs(view.answerBy)) return w.weekly.sentUntilPosted(sent)
  return w.weekly.sentUntil(sent, momentWords(view.answerBy, reader.zone, calendar))
}
