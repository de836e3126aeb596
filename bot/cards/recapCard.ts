import { colourOf, type Rag } from '../domain/rag'
import type { PostedRecap, Recap, RecapCopy } from '../domain/recap'
import type { ProjectHead } from '../flows/outcome'
import { dateIn, type Instant } from '../domain/time'
import { execute } from './actions'
import { bytesOf, card, MOST_BYTES, type Card } from './card'
import { correctedWords } from './correctionWords'
import { momentWords, weekSpan, weekWords } from './dates'
import type { CardButton, Element, Shade } from './elements'
import { body, buttons, eyebrow, openUrl, section, small, title } from './parts'
import type { Reader } from './reader'
import {
  answers,
  blocked,
  comments,
  done,
  foldsIn,
  issues,
  late,
  numbers,
  raised,
  slipped,
  sourceLine,
  verdictLines,
  workstreams,
  type RecapSize,
} from './recapParts'
import { listed, oneLine, plain } from './text'
import { calendarOf, ragMark, ragWord } from './words'

/** The weekly report as it is posted and kept: a frozen card, the same for everybody and in years. */
export function recapCard(recap: Recap, reader: Reader): Card {
  return fitting(recapSummary(recap), reader, recap, (elements) => [
    ...elements,
    ...buttons([showAll(elements)]),
  ])
}

/** The recap as it would be now, for who asked. */
export function statusCard(project: ProjectHead, recap: Recap, reader: Reader): Card {
  return fitting(`As it stands: ${recapSummary(recap)}`, reader, recap, (elements) => [
    small('As it stands now, for you only. Nothing is posted.'),
    ...elements,
    ...buttons([
      showAll(elements),
      execute('My items', 'say', { project: project.id, text: 'mine' }),
      openUrl('Open the tab', reader.links.tab(project.id, { page: 'issues' })),
    ]),
  ])
}

/** Says that the recap went out, or that it had before. */
export function recapPostedCard(
  project: ProjectHead,
  { recap, postedAt, postedBy, copies }: PostedRecap,
  again: boolean,
  reader: Reader,
): Card {
  const week = weekWords(recap.week)
  const calendar = calendarOf(dateIn(reader.now, project.zone), reader)
  const when = momentWords(postedAt, reader.zone, calendar)
  const by = postedBy ? `by ${plain(postedBy.name, 80)}` : 'by the clock'
  const words = again ? `The recap of ${week} was posted already` : `The recap of ${week} is on its way`
  const link = reader.links.tab(project.id, { page: 'recap', week: recap.week })
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${week}`),
    title(words),
    body(
      again
        ? `Posted ${by}, ${when}. It is posted once a week. Its words and colours can be corrected until the next one.`
        : 'It comes to the channel in a moment.',
    ),
    ...(copies.length === 0 || again ? [] : [small(`A copy goes to ${listed(copies.map(nameOfCopy))}.`)]),
    ...(link === null ? [] : [small('On the tab it can be downloaded, or copied as a mail.')]),
    ...buttons([
      openUrl('Open the recap', link),
      execute('Correct it', 'recap.correct', { project: project.id, week: recap.week }),
      execute('Who got it', 'deliveries', { project: project.id }),
    ]),
  ])
}

function nameOfCopy({ channel }: RecapCopy): string {
  return plain(channel.name, 80)
}

function recapSummary(recap: Recap): string {
  const colour = ragWord(colourOf(recap.overall))
  return `${oneLine(recap.project.name, 80)}, ${weekWords(recap.week)}. ${colour}: ${oneLine(recap.headline, 200)}`
}

/** Rows a section may have, tried in turn until the card is light enough to send; 0: no sections but the colours. */
const SIZES = [25, 12, 6, 4, 0]

/** A recap as large as a card can be, with what stands around it. */
export function fitting(
  summary: string,
  reader: Reader,
  recap: Recap,
  around: (elements: readonly Element[]) => readonly Element[],
): Card {
  const calendar = calendarOf(dateIn(recap.asOf, recap.zone), reader)
  const cards = SIZES.map(
    (most) => () => card(summary, around(recapElements(recap, reader, { calendar, most }))),
  )
  const fits = cards.find((make) => bytesOf(make()) < MOST_BYTES) ?? cards.at(-1)
  if (!fits) throw new Error('A recap has no size to be tried')
  return fits()
}

function recapElements(recap: Recap, reader: Reader, size: RecapSize): Element[] {
  const first = [band(recap, reader), numbers(recap, size), ...workstreams(recap)]
  if (size.most === 0)
    return [
      ...first,
      section([small('The other sections are too long for this card: they stand on the tab.')]),
    ]
  return [
    ...first,
    ...done(recap, size),
    ...slipped(recap, size),
    ...late(recap, size),
    ...blocked(recap, size),
    ...issues(recap, size),
    ...comments(recap, size),
    section([
      ...answers(recap, size),
      ...raised(recap),
      ...sourceLine(recap),
      small(lastLine(recap, reader)),
    ]),
  ]
}

const BAND: Readonly<Record<Rag, Shade>> = { red: 'attention', amber: 'warning', green: 'good' }

/** The colour and the headline, in a band of the colour. */
function band(recap: Recap, reader: Reader): Element {
  const colour = colourOf(recap.overall)
  const { name, customer } = recap.project
  const corrected = correctedWords(recap, reader.locale)
  const who = customer === '' ? name : `${name}, ${customer}`
  const was =
    recap.overallWas !== null && recap.overallWas !== colour
      ? [small(`Last week: ${ragWord(recap.overallWas)}`)]
      : []
  return {
    type: 'Container',
    style: BAND[colour],
    bleed: true,
    items: [
      eyebrow(`${plain(who, 160)} · ${weekWords(recap.week)}, ${weekSpan(recap.week, reader.locale)}`),
      title(`${ragMark(colour).sign} ${ragWord(colour)}: ${plain(recap.headline)}`),
      ...(recap.note === '' ? [] : [body(plain(recap.note, 1000))]),
      ...(corrected === null ? [] : [small(plain(corrected, 600))]),
      ...verdictLines(recap.overall),
      ...was,
    ],
  }
}

/** Whose words these are, and as of when. */
function lastLine(recap: Recap, reader: Reader): string {
  const calendar = calendarOf(dateIn(recap.asOf, recap.zone), reader)
  const whose = recap.editedBy
    ? `From ${plain(recap.editedBy.name, 80)}'s draft.`
    : 'Nobody edited this recap.'
  const moment = (at: Instant) => momentWords(at, recap.zone, { ...calendar, today: recap.from })
  const late = recap.dueAt === null ? '' : `Posted late: it was due ${moment(recap.dueAt)}. `
  return `${late}${whose} Records as of ${moment(recap.asOf)}.`
}

export function showAll(elements: readonly Element[]): CardButton | null {
  const targetElements = foldsIn(elements)
  return targetElements.length === 0
    ? null
    : { type: 'Action.ToggleVisibility', title: 'Show all', targetElements }
}
