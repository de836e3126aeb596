import { dateIn } from '../domain/time'
import { weekIn } from '../domain/week'
import type { DeliveriesView, DeliveryLine, Fate, WeekDeliveries } from '../flows/deliveriesView'
import { execute } from './actions'
import { card, type Card } from './card'
import { momentWords, weekWords } from './dates'
import { lineName, notReachedHelp, unknownHelp } from './deliveryWords'
import type { Element } from './elements'
import { body, buttons, eyebrow, heading, row, section, small, title } from './parts'
import { showAll } from './recapCard'
import type { Reader } from './reader'
import { capital, oneLine, plain } from './text'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** What became of everything that was sent, for the lead alone: what needs somebody first. */
export function deliveriesCard({ project, weeks }: DeliveriesView, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = headline(weeks, w)
  const sections = weeks.map((week) => weekSection(week, reader))
  const lines = weeks.flatMap((week) => week.lines)
  const isOpen = (what: DeliveryLine['what']) =>
    lines.some((line) => line.what === what && line.fate.kind === 'notReached' && !isSettled(line))
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(w.deliveries.onlyYou(plain(project.name, 80))),
    title(words),
    ...(weeks.length === 0
      ? [body(w.deliveries.nothingLately)]
      : silent(
          weeks.find(({ week }) => week === weekIn(reader.now, reader.zone)),
          w,
        )),
    ...sections,
    ...buttons([
      isOpen('ask') || isOpen('channelWeek')
        ? execute(w.deliveries.askNow, 'ask.now', { project: project.id })
        : null,
      isOpen('copy') ? execute(w.deliveries.whoGetsRecap, 'audience.open', { project: project.id }) : null,
      execute(w.deliveries.lookAgain, 'deliveries', { project: project.id }),
      showAll(sections, w),
    ]),
  ])
}

function headline(weeks: readonly WeekDeliveries[], w: Words): string {
  const lines = weeks.flatMap((week) => week.lines).filter((line) => !isSettled(line))
  const count = (kind: Fate['kind']) => lines.filter(({ fate }) => fate.kind === kind).length
  const parts = [
    count('notReached') > 0 && w.deliveries.notArrived(count('notReached')),
    count('unknown') > 0 && w.deliveries.mayHave(count('unknown')),
    count('onItsWay') > 0 && w.deliveries.onTheWay(count('onItsWay')),
  ].filter((part) => part !== false)
  if (weeks.length === 0) return w.deliveries.nothingSent
  return parts.length === 0 ? w.deliveries.everythingArrived : capital(parts.join(', '))
}

/** Whose answer is still to come in the running week, and that nobody has to chase them until the recap is out. */
function silent(running: WeekDeliveries | undefined, w: Words): Element[] {
  const lines = running?.lines ?? []
  const asks = lines.filter((line) => line.what === 'ask')
  const names = asks.filter(({ answered }) => !answered).map(({ person }) => plain(person.name, 80))
  if (asks.length === 0) return [body(w.deliveries.nobodyAsked)]
  if (names.length === 0) return [body(w.deliveries.allAnswered)]
  const isOver = lines.some(({ what }) => what === 'recap')
  return [body(w.deliveries.noAnswerYet(names)), ...(isOver ? [] : [small(w.deliveries.remindedAlone)])]
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
  const w = wordsOf(reader)
  const isTrouble = (line: DeliveryLine) => line.fate.kind !== 'reached'
  const rank = (line: DeliveryLine) => ORDER.indexOf(line.fate.kind) + (isSettled(line) ? ORDER.length : 0)
  const troubles = lines.filter(isTrouble).toSorted((a, b) => rank(a) - rank(b))
  const arrived = lines.filter((line) => !isTrouble(line))
  const past = troubles.length - MOST_TROUBLES
  return section([
    heading(capital(weekWords(week, w))),
    ...troubles.slice(0, MOST_TROUBLES).map((line) => troubleRow(line, reader)),
    ...(past > 0 ? [small(w.deliveries.moreNotArrived(past), 'small')] : []),
    ...(arrived.length > 0 ? [small(w.deliveries.arrived, 'medium')] : []),
    ...folded(`more-${week}`, arrived, reader),
  ])
}

function folded(id: string, lines: readonly DeliveryLine[], reader: Reader): Element[] {
  const w = wordsOf(reader)
  const rows = (some: readonly DeliveryLine[]) => some.map((line) => arrivedRow(line, reader))
  if (lines.length <= SHOWN + 1) return rows(lines)
  const hidden = lines.slice(SHOWN, SHOWN + MOST_FOLDED)
  const past = lines.length - SHOWN - hidden.length
  return [
    ...rows(lines.slice(0, SHOWN)),
    { ...small(w.deliveries.moreArrived(lines.length - SHOWN), 'small'), id: `${id}-count` },
    {
      type: 'Container',
      id,
      isVisible: false,
      spacing: 'small',
      items: [...rows(hidden), ...(past > 0 ? [small(w.deliveries.moreArrived(past), 'small')] : [])],
    },
  ]
}

function troubleRow(line: DeliveryLine, reader: Reader): Element {
  const w = wordsOf(reader)
  const { fate } = line
  const settled = isSettled(line) ? [w.deliveries.answeredAnyway] : []
  switch (fate.kind) {
    case 'notReached': {
      const mentioned = fate.mentioned ? [w.deliveries.askedInThread] : []
      const help = [...mentioned, ...(settled.length > 0 ? settled : [notReachedHelp(line, fate.why, w)])]
      return troubled(line, w.deliveries.notReached, help, settled.length === 0, w)
    }
    case 'unknown':
      return troubled(
        line,
        w.deliveries.nobodyKnows,
        settled.length > 0 ? settled : [unknownHelp(line, w)],
        settled.length === 0,
        w,
      )
    case 'onItsWay':
      return troubled(line, w.deliveries.onItsWay, [w.deliveries.notTakenYet], false, w)
    case 'reached':
      return arrivedRow(line, reader)
  }
}

function troubled(
  line: DeliveryLine,
  fact: string,
  help: readonly string[],
  alarming: boolean,
  w: Words,
): Element {
  return row(lineName(line, w), { text: fact, alarming }, help, { separator: false })
}

/** What was seen to arrive, and when. */
function arrivedRow(line: DeliveryLine, reader: Reader): Element {
  const w = wordsOf(reader)
  const { fate } = line
  const at = fate.kind === 'reached' ? fate.at : reader.now
  const when = momentWords(at, reader.zone, calendarOf(dateIn(reader.now, reader.zone), reader))
  const meta = line.what === 'ask' && line.reminded ? [w.deliveries.sentOnceMore] : []
  return row(lineName(line, w), { text: when }, meta, { separator: false })
}
