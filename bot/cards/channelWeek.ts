import type { ChannelWeekView } from '../flows/outcome'
import { dateIn, epochMs } from '../domain/time'
import { execute } from './actions'
import { awaySentences } from './awayWords'
import { card, type Card } from './card'
import { momentWords, weekWords } from './dates'
import type { CardButton, Element } from './elements'
import { body, buttons, complaint, eyebrow, small, title } from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** More dots than this are counted by nobody. */
const MOST_DOTS = 15

/** The channel's card of a week, edited in place as answers come; it names people only where the project chose to. */
export function channelWeekCard(view: ChannelWeekView, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = headline(view, w)
  return card(`${oneLine(view.project.name, 80)}, ${weekWords(view.week, w)}: ${words}`, [
    eyebrow(`${plain(view.project.name, 80)} · ${weekWords(view.week, w)}`),
    title(words),
    ...dots(view),
    ...(view.answered < view.asked ? [body(openWords(view, w))] : []),
    small(deadline(view, reader), 'none'),
    ...deliveries(view, w),
    ...absences(view, reader),
    ...weekButtons(view, w),
  ])
}

/** The answer to "ask now": who was asked, and what became of each message. */
export function askedCard(view: ChannelWeekView, again: boolean, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = again ? w.channel.askedAlready(weekWords(view.week, w)) : w.channel.beingAsked(view.asked)
  const more = again ? w.channel.haveAnswered(view.answered, view.asked) : w.channel.eachGets
  return card(`${oneLine(view.project.name, 80)}: ${words}`, [
    eyebrow(`${plain(view.project.name, 80)} · ${weekWords(view.week, w)}`),
    title(words),
    body(more),
    small(deadline(view, reader)),
    ...deliveries(view, w),
    ...absences(view, reader),
    ...weekButtons(view, w, execute(w.channel.whoGotIt, 'deliveries', { project: view.project.id })),
  ])
}

function headline({ asked, answered, away }: ChannelWeekView, w: Words): string {
  if (asked === 0) return away.length > 0 ? w.channel.everybodyAway : w.channel.nobodyHas
  if (answered === asked) return w.channel.allAnswered(asked)
  return w.channel.someAnswered(answered, asked)
}

function dots({ asked, answered }: ChannelWeekView): Element[] {
  if (asked === 0 || asked > MOST_DOTS) return []
  const text = '●'.repeat(answered) + '○'.repeat(asked - answered)
  return [
    {
      type: 'RichTextBlock',
      spacing: 'medium',
      inlines: [{ type: 'TextRun', text, color: 'accent', size: 'extraLarge' }],
    },
  ]
}

function openWords({ people, asked, answered }: ChannelWeekView, w: Words): string {
  const names = people.flatMap(({ person, answered: has }) =>
    person && !has ? [plain(person.name, 80)] : [],
  )
  const open = asked - answered
  return names.length > 0 ? w.channel.open(names) : w.channel.stillToAnswer(open)
}

function deadline(view: ChannelWeekView, reader: Reader): string {
  const w = wordsOf(reader)
  if (view.recapPosted) return w.channel.isPosted
  const today = dateIn(reader.now, view.project.zone)
  const until = momentWords(view.answerBy, view.project.zone, calendarOf(today, reader))
  return epochMs(reader.now) <= epochMs(view.answerBy)
    ? w.channel.countUntil(until)
    : w.channel.askedForBy(until)
}

/** What did not arrive is said as it was. */
function deliveries({ unreached, unknown }: ChannelWeekView, w: Words): Element[] {
  const asked = unreached.filter((one) => one.mentioned).map((one) => plain(one.person.name, 80))
  const lost = unreached.filter((one) => !one.mentioned).map((one) => plain(one.person.name, 80))
  return [
    ...(asked.length > 0 ? [small(w.channel.inThread(asked), 'small')] : []),
    ...(lost.length > 0 ? [complaint(w.channel.notReached(lost))] : []),
    ...(unknown > 0 ? [small(w.channel.mayHave(unknown), 'small')] : []),
  ]
}

/** Who is away is neither asked nor missing, and the channel hears what became of their items. */
function absences({ away, project }: ChannelWeekView, reader: Reader): Element[] {
  const calendar = calendarOf(dateIn(reader.now, project.zone), reader)
  return awaySentences(away, calendar).map((words) => small(words, 'small'))
}

function weekButtons(
  { project, week, asked, answered }: ChannelWeekView,
  w: Words,
  more?: CardButton,
): Element[] {
  const answer = execute(w.channel.answerMine, 'week.show', { project: project.id, week })
  const status = execute(w.common.status, 'status', { project: project.id })
  const last = more ?? null
  if (asked === 0) return buttons([status, last])
  return buttons(answered === asked ? [status, answer, last] : [answer, status, last])
}
