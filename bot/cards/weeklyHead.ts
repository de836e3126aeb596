import { epochMs } from '../domain/time'
import type { WeeklyView } from '../flows/outcome'
import { momentWords, weekWords } from './dates'
import type { Element } from './elements'
import { body, eyebrow, small, title } from './parts'
import type { Reader } from './reader'
import { counted, firstName, oneLine, plain } from './text'
import { calendarOf } from './words'

function answeredCount(view: WeeklyView): number {
  return view.rows.filter((one) => one.answer !== null).length
}

/** What a notification says of a weekly card. */
export function weeklySummary(view: WeeklyView): string {
  const project = oneLine(view.project.name, 80)
  const [answered, all] = [answeredCount(view), view.rows.length]
  if (all === 0) return `${project}: nothing is open for you this week`
  return answered === 0
    ? `${project}: how ${all === 1 ? 'is your item' : `are your ${all} items`}?`
    : `${project}: ${answered} of ${all} answered`
}

/** Which card it is, how far it is answered, and until when an answer counts. */
export function weeklyHead(view: WeeklyView, open: number, reader: Reader): Element[] {
  return [
    eyebrow(`${plain(view.project.name, 80)} · ${weekWords(view.week)}`),
    title(headline(view, open)),
    ...(isReminder(view)
      ? [body('A reminder, the only one this week. To get none, say: stop reminders')]
      : []),
    small(answeredCount(view) < view.rows.length ? deadline(view, reader) : sentLine(view, reader)),
  ]
}

function isReminder(view: WeeklyView): boolean {
  return view.ask.remindedAt !== null && answeredCount(view) < view.rows.length
}

/** Whether all of it was answered with "no change". */
export function isUnchanged(view: WeeklyView): boolean {
  return view.rows.length > 0 && view.rows.every((one) => one.answer?.says.kind === 'noChange')
}

function headline(view: WeeklyView, open: number): string {
  const [answered, all] = [answeredCount(view), view.rows.length]
  if (all === 0) return 'Nothing is open for you'
  if (answered === 0) return all === 1 ? 'How is your item?' : `How are your ${all} items?`
  if (answered < all) return `${answered} of ${all} answered`
  if (open > 0) return all === 1 ? 'Your answer' : `All ${all} answered`
  if (isUnchanged(view)) return `Noted: no change to ${counted(all, 'item')}`
  const name = plain(firstName(view.ask.person.name), 40)
  return `Thank you, ${name}. ${all === 1 ? 'Answered' : `All ${all} answered`}`
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
