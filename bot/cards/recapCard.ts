import { headlineIn } from '../domain/headline'
import { colourOf, type Rag } from '../domain/rag'
import type { PostedRecap, Recap, RecapCopy } from '../domain/recap'
import type { Outcome } from '../flows/outcome'
import type { ProjectHead } from '../flows/projectHead'
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
import { oneLine, plain } from './text'
import { calendarOf, ragMark, ragWord } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** The weekly report as it is posted and kept: a frozen card, the same for everybody and in years. */
export function recapCard(recap: Recap, reader: Reader): Card {
  const w = wordsOf(reader)
  return fitting(recapSummary(recap, w), reader, recap, (elements) => [
    ...elements,
    ...buttons([showAll(elements, w)]),
  ])
}

/** The recap as it would be now, for who asked. */
export function statusCard(project: ProjectHead, recap: Recap, reader: Reader): Card {
  const w = wordsOf(reader)
  return fitting(w.recap.asItStands(recapSummary(recap, w)), reader, recap, (elements) => [
    small(w.recap.forYouOnly),
    ...elements,
    ...buttons([
      showAll(elements, w),
      execute(w.common.myItems, 'say', { project: project.id, text: 'mine' }),
      openUrl(w.common.openTab, reader.links.tab(project.id, { page: 'issues' })),
    ]),
  ])
}

/** A posted recap with its corrections, for who asked. */
export function pastRecapCard(
  { project, posted: { recap, postedAt, postedBy } }: Extract<Outcome, { kind: 'pastRecap' }>,
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const calendar = calendarOf(dateIn(reader.now, project.zone), reader)
  const by = w.recap.by(postedBy && plain(postedBy.name, 80))
  return fitting(recapSummary(recap, w), reader, recap, (elements) => [
    small(w.recap.postedThen(by, momentWords(postedAt, reader.zone, calendar))),
    ...elements,
    ...buttons([
      showAll(elements, w),
      execute(w.recap.asItIsNow, 'say', { project: project.id, text: 'status' }),
      openUrl(w.recap.openRecap, reader.links.tab(project.id, { page: 'recap', week: recap.week })),
    ]),
  ])
}

/** There is no such recap: where the project stands now can be seen all the same. */
export function noPastRecapCard(
  { project, week }: Extract<Outcome, { kind: 'noPastRecap' }>,
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const words = week === null ? w.recap.noRecapYet : w.recap.noRecapOf(week)
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    ...buttons([
      execute(w.recap.asItIsNow, 'say', { project: project.id, text: 'status' }),
      openUrl(w.common.openTab, reader.links.tab(project.id, { page: 'recaps' })),
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
  const w = wordsOf(reader)
  const week = weekWords(recap.week, w)
  const calendar = calendarOf(dateIn(reader.now, project.zone), reader)
  const when = momentWords(postedAt, reader.zone, calendar)
  const by = w.recap.by(postedBy && plain(postedBy.name, 80))
  const words = again ? w.recap.postedAlready(week) : w.recap.onItsWay(week)
  const link = reader.links.tab(project.id, { page: 'recap', week: recap.week })
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${week}`),
    title(words),
    body(again ? w.recap.postedOnce(by, when) : w.recap.comesSoon),
    ...(copies.length === 0 || again ? [] : [small(w.recap.copyGoes(copies.map(nameOfCopy)))]),
    ...(link === null ? [] : [small(w.recap.onTabMail)]),
    ...buttons([
      openUrl(w.recap.openRecap, link),
      execute(w.recap.correctIt, 'recap.correct', { project: project.id, week: recap.week }),
      execute(w.recap.whoGotIt, 'deliveries', { project: project.id }),
    ]),
  ])
}

function nameOfCopy({ channel }: RecapCopy): string {
  return plain(channel.name, 80)
}

function recapSummary(recap: Recap, w: Words): string {
  const colour = ragWord(colourOf(recap.overall), w)
  return `${oneLine(recap.project.name, 80)}, ${weekWords(recap.week, w)}. ${colour}: ${oneLine(headlineIn(recap, w.language), 200)}`
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
  const w = wordsOf(reader)
  const first = [band(recap, reader), numbers(recap, size), ...workstreams(recap, w)]
  if (size.most === 0) return [...first, section([small(w.recap.othersOnTab)])]
  return [
    ...first,
    ...done(recap, size, w),
    ...slipped(recap, size, w),
    ...late(recap, size, w),
    ...blocked(recap, size, w),
    ...issues(recap, size, w),
    ...comments(recap, size, w),
    section([
      ...answers(recap, size),
      ...raised(recap, w),
      ...sourceLine(recap, w),
      small(lastLine(recap, reader)),
    ]),
  ]
}

const BAND: Readonly<Record<Rag, Shade>> = { red: 'attention', amber: 'warning', green: 'good' }

/** The colour and the headline, in a band of the colour. */
function band(recap: Recap, reader: Reader): Element {
  const w = wordsOf(reader)
  const colour = colourOf(recap.overall)
  const { name, customer } = recap.project
  const corrected = correctedWords(recap, reader.locale)
  const who = customer === '' ? name : `${name}, ${customer}`
  const was =
    recap.overallWas !== null && recap.overallWas !== colour
      ? [small(w.recap.lastWeek(ragWord(recap.overallWas, w)))]
      : []
  return {
    type: 'Container',
    style: BAND[colour],
    bleed: true,
    items: [
      eyebrow(`${plain(who, 160)} · ${weekWords(recap.week, w)}, ${weekSpan(recap.week, reader.locale)}`),
      title(`${ragMark(colour).sign} ${ragWord(colour, w)}: ${plain(headlineIn(recap, w.language))}`),
      ...(recap.note === '' ? [] : [body(plain(recap.note, 1000))]),
      ...(corrected === null ? [] : [small(plain(corrected, 600))]),
      ...verdictLines(recap.overall, w),
      ...was,
    ],
  }
}

/** Whose words these are, and as of when. */
function lastLine(recap: Recap, reader: Reader): string {
  const w = wordsOf(reader)
  const calendar = calendarOf(dateIn(recap.asOf, recap.zone), reader)
  const whose = recap.editedBy ? w.recap.fromDraft(plain(recap.editedBy.name, 80)) : w.recap.nobodyEdited
  const moment = (at: Instant) => momentWords(at, recap.zone, { ...calendar, today: recap.from })
  const late = recap.dueAt === null ? '' : w.recap.postedLate(moment(recap.dueAt))
  return `${late}${whose} ${w.recap.recordsAsOf(moment(recap.asOf))}`
}

export function showAll(elements: readonly Element[], w: Words): CardButton | null {
  const targetElements = foldsIn(elements)
  return targetElements.length === 0
    ? null
    : { type: 'Action.ToggleVisibility', title: w.recap.showAll, targetElements }
}
