import type { ChannelWeekView } from '../flows/outcome'
import { dateIn, epochMs } from '../domain/time'
import { execute } from './actions'
import { awaySentences } from './awayWords'
import { card, type Card } from './card'
import { momentWords, weekWords } from './dates'
import type { CardButton, Element } from './elements'
import { body, buttons, complaint, eyebrow, small, title } from './parts'
import type { Reader } from './reader'
import { counted, listed, oneLine, plain } from './text'
import { calendarOf } from './words'

/** More dots than this are counted by nobody. */
const MOST_DOTS = 15

/** The channel's card of a week, edited in place as answers come; it names people only where the project chose to. */
export function channelWeekCard(view: ChannelWeekView, reader: Reader): Card {
  const words = headline(view)
  return card(`${oneLine(view.project.name, 80)}, ${weekWords(view.week)}: ${words}`, [
    eyebrow(`${plain(view.project.name, 80)} · ${weekWords(view.week)}`),
    title(words),
    ...dots(view),
    ...(view.answered < view.asked ? [body(openWords(view))] : []),
    small(deadline(view, reader), 'none'),
    ...deliveries(view),
    ...absences(view, reader),
    ...weekButtons(view),
  ])
}

/** The answer to "ask now": who was asked, and what became of each message. */
export function askedCard(view: ChannelWeekView, again: boolean, reader: Reader): Card {
  const words = again
    ? `Week ${weekWords(view.week).slice(5)} was asked already`
    : `${counted(view.asked, 'person', 'people')} ${view.asked === 1 ? 'is' : 'are'} being asked`
  const more = again
    ? `${view.answered} of ${view.asked} have answered. Nobody is asked twice.`
    : 'Each gets one card with their own items, in their chat with me.'
  return card(`${oneLine(view.project.name, 80)}: ${words}`, [
    eyebrow(`${plain(view.project.name, 80)} · ${weekWords(view.week)}`),
    title(words),
    body(more),
    small(deadline(view, reader)),
    ...deliveries(view),
    ...absences(view, reader),
    ...weekButtons(view, execute('Who got it', 'deliveries', { project: view.project.id })),
  ])
}

function headline({ asked, answered, away }: ChannelWeekView): string {
  if (asked === 0) return away.length > 0 ? 'Everybody with open items is away' : 'Nobody has open items'
  if (answered === asked)
    return asked === 1 ? 'The one person asked has answered' : `All ${asked} have answered`
  return `${answered} of ${asked} ${answered === 1 ? 'has' : 'have'} answered`
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

function openWords({ people, asked, answered }: ChannelWeekView): string {
  const names = people.flatMap(({ person, answered: has }) =>
    person && !has ? [plain(person.name, 80)] : [],
  )
  const open = asked - answered
  return names.length > 0
    ? `Open: ${listed(names, 12)}`
    : `${counted(open, 'person', 'people')} ${open === 1 ? 'is' : 'are'} still to answer.`
}

function deadline(view: ChannelWeekView, reader: Reader): string {
  if (view.recapPosted) return 'The recap is posted. Answers now appear in the next one.'
  const today = dateIn(reader.now, view.project.zone)
  const until = momentWords(view.answerBy, view.project.zone, calendarOf(today, reader))
  return epochMs(reader.now) <= epochMs(view.answerBy)
    ? `Answers count until ${until}.`
    : `Asked for by ${until}. An answer still counts until the recap is posted.`
}

/** What did not arrive is said as it was. */
function deliveries({ unreached, unknown }: ChannelWeekView): Element[] {
  const asked = unreached.filter((one) => one.mentioned).map((one) => plain(one.person.name, 80))
  const lost = unreached.filter((one) => !one.mentioned).map((one) => plain(one.person.name, 80))
  return [
    ...(asked.length > 0
      ? [small(`${listed(asked)} could not be reached in chat: asked in this thread.`, 'small')]
      : []),
    ...(lost.length > 0 ? [complaint(`${listed(lost)} could not be reached: not asked.`)] : []),
    ...(unknown > 0 ? [small(`${counted(unknown, 'message')} may or may not have arrived.`, 'small')] : []),
  ]
}

/** Who is away is neither asked nor missing, and the channel hears what became of their items. */
function absences({ away, project }: ChannelWeekView, reader: Reader): Element[] {
  const calendar = calendarOf(dateIn(reader.now, project.zone), reader)
  return awaySentences(away, calendar).map((words) => small(words, 'small'))
}

function weekButtons({ project, week, asked, answered }: ChannelWeekView, more?: CardButton): Element[] {
  const answer = execute('Answer my items', 'week.show', { project: project.id, week })
  const status = execute('Status', 'status', { project: project.id })
  const last = more ?? null
  if (asked === 0) return buttons([status, last])
  return buttons(answered === asked ? [status, answer, last] : [answer, status, last])
}
