import { dateIn } from '../domain/time'
import type { DeliveriesView, DeliveryLine, Fate, WeekDeliveries } from '../flows/deliveriesView'
import { execute } from './actions'
import { card, type Card } from './card'
import { momentWords, weekWords } from './dates'
import { lineName, notReachedHelp, unknownHelp } from './deliveryWords'
import type { Element } from './elements'
import { body, buttons, eyebrow, heading, row, section, small, title } from './parts'
import { showAll } from './recapCard'
import type { Reader } from './reader'
import { capital, counted, oneLine, plain } from './text'
import { calendarOf } from './words'

/** What became of everything that was sent, for the lead alone: what needs somebody first. */
export function deliveriesCard({ project, weeks }: DeliveriesView, reader: Reader): Card {
  const words = headline(weeks)
  const sections = weeks.map((week) => weekSection(week, reader))
  const lines = weeks.flatMap((week) => week.lines)
  const isOpen = (what: DeliveryLine['what']) =>
    lines.some((line) => line.what === what && line.fate.kind === 'notReached' && !isSettled(line))
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · only you see it`),
    title(words),
    ...(weeks.length === 0 ? [body('Nothing was sent this week or last.')] : []),
    ...sections,
    ...buttons([
      isOpen('ask') || isOpen('channelWeek') ? execute('Ask now', 'ask.now', { project: project.id }) : null,
      isOpen('copy') ? execute('Who gets the recap', 'audience.open', { project: project.id }) : null,
      execute('Look again', 'deliveries', { project: project.id }),
      showAll(sections),
    ]),
  ])
}

function headline(weeks: readonly WeekDeliveries[]): string {
  const lines = weeks.flatMap((week) => week.lines).filter((line) => !isSettled(line))
  const count = (kind: Fate['kind']) => lines.filter(({ fate }) => fate.kind === kind).length
  const parts = [
    count('notReached') > 0 && `${counted(count('notReached'), 'message')} did not arrive`,
    count('unknown') > 0 && `${counted(count('unknown'), 'message')} may or may not have arrived`,
    count('onItsWay') > 0 && `${counted(count('onItsWay'), 'message')} on the way`,
  ].filter((part) => part !== false)
  if (weeks.length === 0) return 'Nothing was sent'
  return parts.length === 0 ? 'Everything arrived' : capital(parts.join(', '))
}

/** Whoever has answered needs nobody's help, however their card fared. */
function isSettled(line: DeliveryLine): boolean {
  return line.what === 'ask' && line.answered
}

const ORDER: readonly Fate['kind'][] = ['notReached', 'unknown', 'onItsWay', 'reached']
/** Rows of trouble in a week, and rows of what arrived: shown, and folded away. */
const MOST_TROUBLES = 25
const SHOWN = 5
const MOST_FOLDED = 40

function weekSection({ week, lines }: WeekDeliveries, reader: Reader) {
  const isTrouble = (line: DeliveryLine) => line.fate.kind !== 'reached'
  const rank = (line: DeliveryLine) => ORDER.indexOf(line.fate.kind) + (isSettled(line) ? ORDER.length : 0)
  const troubles = lines.filter(isTrouble).toSorted((a, b) => rank(a) - rank(b))
  const arrived = lines.filter((line) => !isTrouble(line))
  const past = troubles.length - MOST_TROUBLES
  return section([
    heading(capital(weekWords(week))),
    ...troubles.slice(0, MOST_TROUBLES).map((line) => troubleRow(line, reader)),
    ...(past > 0 ? [small(`and ${past} more that have not arrived`, 'small')] : []),
    ...(arrived.length > 0 ? [small('Arrived', 'medium')] : []),
    ...folded(`more-${week}`, arrived, reader),
  ])
}

function folded(id: string, lines: readonly DeliveryLine[], reader: Reader): Element[] {
  const rows = (some: readonly DeliveryLine[]) => some.map((line) => arrivedRow(line, reader))
  if (lines.length <= SHOWN + 1) return rows(lines)
  const hidden = lines.slice(SHOWN, SHOWN + MOST_FOLDED)
  const past = lines.length - SHOWN - hidden.length
  return [
    ...rows(lines.slice(0, SHOWN)),
    { ...small(`and ${lines.length - SHOWN} more that arrived`, 'small'), id: `${id}-count` },
    {
      type: 'Container',
      id,
      isVisible: false,
      spacing: 'small',
      items: [...rows(hidden), ...(past > 0 ? [small(`and ${past} more that arrived`, 'small')] : [])],
    },
  ]
}

function troubleRow(line: DeliveryLine, reader: Reader): Element {
  const { fate } = line
  const settled = isSettled(line) ? ['Has answered all the same: nothing to do.'] : []
  switch (fate.kind) {
    case 'notReached': {
      const mentioned = fate.mentioned ? ['Asked in the week’s thread instead.'] : []
      const help = [...mentioned, ...(settled.length > 0 ? settled : [notReachedHelp(line, fate.why)])]
      return troubled(line, 'not reached', help, settled.length === 0)
    }
    case 'unknown':
      return troubled(
        line,
        'nobody knows',
        settled.length > 0 ? settled : [unknownHelp(line)],
        settled.length === 0,
      )
    case 'onItsWay':
      return troubled(line, 'on its way', ['Teams has not taken it yet. Look again in a minute.'], false)
    case 'reached':
      return arrivedRow(line, reader)
  }
}

function troubled(line: DeliveryLine, fact: string, help: readonly string[], alarming: boolean): Element {
  return row(lineName(line), { text: fact, alarming }, help, { separator: false })
}

/** What was seen to arrive, and when. */
function arrivedRow(line: DeliveryLine, reader: Reader): Element {
  const { fate } = line
  const at = fate.kind === 'reached' ? fate.at : reader.now
  const when = momentWords(at, reader.zone, calendarOf(dateIn(reader.now, reader.zone), reader))
  const meta = line.what === 'ask' && line.reminded ? ['Sent once more as a reminder.'] : []
  return row(lineName(line), { text: when }, meta, { separator: false })
}
