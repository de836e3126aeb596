import type { Ask } from '../domain/cycle'
import { isSamePerson } from '../domain/person'
import { epochMs } from '../domain/time'
import type { WeeklyView } from '../flows/outcome'
import { dateWords, momentWords, weekWords, type Calendar } from './dates'
import type { Element } from './elements'
import { body, eyebrow, small, title } from './parts'
import type { Reader } from './reader'
import { counted, firstName, listed, oneLine, plain } from './text'
import { calendarOf } from './words'

function answeredCount(view: WeeklyView): number {
  return view.rows.filter((one) => one.answer !== null).length
}

/** What a notification says of a weekly card. */
export function weeklySummary(view: WeeklyView): string {
  const project = oneLine(view.project.name, 80)
  const [answered, all] = [answeredCount(view), view.rows.length]
  if (all === 0) return `${project}: nothing is open for you this week`
  const asked = view.reminder === 'askedFor' && view.snooze === null && answered < all ? `${ASKED_FOR} ` : ''
  const covers = coversOf(view).map(({ owner }) => oneLine(owner.name, 80))
  const also = covers.length > 0 ? ` You also answer for ${listed(covers, 2)}` : ''
  return answered === 0
    ? `${asked}${project}: ${uncapital(questionOf(view))}${also}`
    : `${asked}${project}: ${answered} of ${all} answered${also === '' ? '' : `.${also}`}`
}

/** Which card it is, how far it is answered, and until when an answer counts. */
export function weeklyHead(view: WeeklyView, open: number, reader: Reader): Element[] {
  return [
    eyebrow(`${plain(view.project.name, 80)} · ${weekWords(view.week)}`),
    title(headline(view, open)),
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
  if (!ask.away) return []
  const { until, inPlace } = ask.away
  const who = inPlace ? `${plain(inPlace.name, 80)} is asked in your place` : 'nobody is asked in your place'
  return [`You are away until ${dateWords(until, calendar)}; ${who}.`]
}

function snoozeOrReminder(view: WeeklyView, calendar: Calendar, reader: Reader): readonly string[] {
  const { snooze, reminder } = view
  if (snooze) {
    const until = momentWords(snooze.until, reader.zone, calendar)
    return snooze.choice === 'nextWeek'
      ? [`No more reminders this week. I ask again ${until}.`]
      : [`I remind you ${until}.`]
  }
  switch (reminder) {
    case 'askedFor':
      return [ASKED_FOR]
    case 'usual':
      return ['A reminder. To get none, say: stop reminders']
    case null:
      return []
  }
}

const ASKED_FOR = 'You asked me to remind you.'

function coverWords(view: WeeklyView, calendar: Calendar): readonly string[] {
  return coversOf(view).map(
    ({ owner, until }) =>
      `You also answer for ${plain(owner.name, 80)}, away until ${dateWords(until, calendar)}.`,
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

function headline(view: WeeklyView, open: number): string {
  const [answered, all] = [answeredCount(view), view.rows.length]
  if (all === 0) return 'Nothing is open for you'
  if (answered === 0) return questionOf(view)
  if (answered < all) return `${answered} of ${all} answered`
  if (open > 0) return all === 1 ? 'Your answer' : `All ${all} answered`
  if (isUnchanged(view)) return `Noted: no change to ${counted(all, 'item')}`
  const name = plain(firstName(view.ask.person.name), 40)
  return `Thank you, ${name}. ${all === 1 ? 'Answered' : `All ${all} answered`}`
}

/** "These" items, where some of them are somebody else's. */
function questionOf({ rows }: WeeklyView): string {
  const whose = rows.some(({ inPlaceOf }) => inPlaceOf) ? ['this', 'these'] : ['your', 'your']
  return rows.length === 1 ? `How is ${whose[0]} item?` : `How are ${whose[1]} ${rows.length} items?`
}

function uncapital(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

function deadline(view: WeeklyView, reader: Reader): string {
  if (view.recapPosted) return 'This week’s recap is posted. An answer now appears in the next one.'
  const until = momentWords(view.answerBy, reader.zone, calendarOf(view.today, reader))
  const late = view.rows.filter((one) => one.answer === null && one.daysLate > 0).length
  const lateWords = late === 0 || answeredCount(view) > 0 ? '' : `${late} ${late === 1 ? 'is' : 'are'} late. `
  return epochMs(reader.now) <= epochMs(view.answerBy)
    ? `${lateWords}Answer by ${until}.`
    : `${lateWords}Asked for by ${until}: an answer still counts.`
}

function sentLine(view: WeeklyView, reader: Reader): string {
  if (view.rows.length === 0) return 'I ask again when something is.'
  const calendar = calendarOf(view.today, reader)
  const at = view.rows.reduce(
    (latest, { answer }) => (answer && answer.at > latest ? answer.at : latest),
    view.ask.askedAt,
  )
  const sent = `Sent ${momentWords(at, reader.zone, calendar)}.`
  if (view.recapPosted) return `${sent} The recap is posted: a change now appears in the next one.`
  if (epochMs(reader.now) > epochMs(view.answerBy))
    return `${sent} You can change it until the recap is posted.`
  return `${sent} You can change it until ${momentWords(view.answerBy, reader.zone, calendar)}.`
}
