import { driftDays, dueOn } from '../domain/dueDate'
import { partOf, type SourcePart } from '../domain/sourceKinds'
import { dateIn, daysBetween } from '../domain/time'
import type { EntryLine, SourceOutcome, SourceView } from '../flows/sourceOutcome'
import { execute } from './actions'
import { bytesOf, card, MOST_BYTES, type Card } from './card'
import { momentWords, shortDate, weekWords } from './dates'
import type { Column, Container, Element, TextBlock } from './elements'
import { linkTo } from './markdown'
import { body, buttons, dotted, eyebrow, heading, openUrl, section, small, title } from './parts'
import { weekLines } from './projectCards'
import type { Reader } from './reader'
import { alarmWords, ownerWords } from './sourceWords'
import { oneLine, plain } from './text'
import { calendarOf, ragMark, ragWord } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** How this project runs, to who asked: where everything is, how far it may be trusted, and the week's rhythm. */
export function sourceCard(view: SourceView, reader: Reader): Card {
  const w = wordsOf(reader)
  return page(view, reader, [
    section([
      heading(w.source.theWeek),
      ...weekLines(view.project, w).map((line) => small(line)),
      small(w.source.timesOf(plain(view.project.zone))),
    ]),
  ])
}

/** The same as the channel's card, which is edited in place whenever something on it changes. */
export function anchorCard(view: SourceView, reader: Reader): Card {
  const w = wordsOf(reader)
  const calendar = calendarOf(view.today, reader)
  const when = momentWords(reader.now, view.project.zone, calendar)
  return page(view, reader, [section([small(w.source.asOf(when))])])
}

/** Entries that a card may show, tried in turn until it is light enough to send. */
const SIZES = [60, 30, 15]

function page(view: SourceView, reader: Reader, foot: readonly Element[]): Card {
  const w = wordsOf(reader)
  const { project, count } = view
  const summary = w.source.runsSummary(oneLine(project.name, 80), count.verified, count.written)
  const cards = SIZES.map(
    (most) => () =>
      card(summary, [
        eyebrow(dotted(plain(project.customer, 80), plain(project.name, 80))),
        title(w.source.howItRuns),
        ...phase(view, w),
        numbers(view, reader),
        ...parts(view, most, reader),
        ...foot,
        ...buttons([
          openUrl(w.source.openAll, reader.links.tab(project.id, { page: 'source' })),
          execute(w.source.verifyMine, 'source.show', { project: project.id, mine: true }),
          execute(w.source.add, 'source.form', { project: project.id }),
        ]),
      ]),
  )
  const fits = cards.find((make) => bytesOf(make()) < MOST_BYTES) ?? cards.at(-1)
  if (!fits) throw new Error('A page has no size to be tried')
  return fits()
}

/** Where the project is on its way, and whom to ask. */
function phase({ project, today }: SourceView, w: Words): Element[] {
  const ask = w.source.askLead(plain(project.lead.name, 80))
  if (!project.goLive) return [small(ask)]
  const days = daysBetween(today, dueOn(project.goLive))
  return [small(dotted(w.source.toGoLive(days), ask))]
}

function numbers({ project, colour, count, lines }: SourceView, reader: Reader): Element {
  const w = wordsOf(reader)
  const { goLive } = project
  const mark = ragMark(colour.rag)
  return {
    type: 'ColumnSet',
    spacing: 'medium',
    columns: [
      goLive
        ? number(shortDate(dueOn(goLive), reader), w.source.goLive(w.states.drift(driftDays(goLive))))
        : number(w.source.noDate, w.source.forGoLive),
      number(
        `${mark.sign} ${ragWord(colour.rag, w)}`,
        colour.week === null ? w.source.asItStands : weekWords(colour.week, w),
      ),
      count.written === 0
        ? number(w.source.zeroOf(lines.length), w.source.pagesWritten)
        : number(w.source.verifiedOf(count.verified, count.written), w.source.pagesVerified),
    ],
  }
}

function number(value: string, label: string): Column {
  return {
    type: 'Column',
    width: 'stretch',
    items: [{ type: 'TextBlock', text: value, size: 'large', weight: 'bolder', wrap: true }, small(label)],
  }
}

const PARTS: readonly SourcePart[] = ['planAndScope', 'workingTogether', 'testAndCutover', 'other']

function parts(view: SourceView, most: number, reader: Reader): Element[] {
  const w = wordsOf(reader)
  const shown = view.lines.slice(0, most)
  const hidden = view.lines.length - shown.length
  return [
    ...PARTS.flatMap((part) => {
      const lines = shown.filter(({ entry }) => partOf(entry.kind) === part)
      return lines.length === 0
        ? []
        : [section([heading(w.source.part[part]), ...lines.map((line) => entryRow(line, view, reader))])]
    }),
    ...(hidden > 0 ? [small(w.source.moreOrAsk(hidden), 'medium')] : []),
  ]
}

/**
 * One entry: its title opens it, what is wrong stands right, who answers for it below. An empty place opens its form.
 * `aside`: what it opens leaves the card alone.
 */
export function entryRow(
  line: EntryLine,
  {
    project,
    today,
  }: Pick<SourceView, 'today'> & { readonly project: Pick<SourceView['project'], 'id' | 'lead'> },
  reader: Reader,
  aside = false,
): Container {
  const w = wordsOf(reader)
  const { entry, freshness } = line
  const alarm = alarmWords(freshness, calendarOf(today, reader))
  const isEmpty = freshness.kind === 'empty'
  const name = plain(entry.title)
  const what: TextBlock =
    entry.content.kind === 'link'
      ? { type: 'TextBlock', text: linkTo(name, entry.content.url), wrap: true }
      : { type: 'TextBlock', text: name, wrap: true, ...(isEmpty ? { isSubtle: true } : { color: 'accent' }) }
  const right: TextBlock | null = isEmpty
    ? { ...RIGHT, text: w.source.notWrittenYet, isSubtle: true }
    : alarm && { ...RIGHT, text: alarm.text, weight: 'bolder', ...(alarm.loud ? { color: 'attention' } : {}) }
  const base = { project: project.id, id: entry.id, ...(aside ? { aside } : {}) }
  const tap =
    entry.content.kind === 'link'
      ? {}
      : {
          selectAction: isEmpty
            ? execute(w.source.write(oneLine(entry.title, 60)), 'source.form', base)
            : execute(w.source.open(oneLine(entry.title, 60)), 'entry.show', base),
        }
  return {
    type: 'Container',
    spacing: 'small',
    ...tap,
    items: [
      right
        ? {
            type: 'ColumnSet',
            columns: [
              { type: 'Column', width: 'stretch', items: [what] },
              { type: 'Column', width: 'auto', items: [right] },
            ],
          }
        : what,
      small(ownerWords(line, reader, project.lead.name)),
    ],
  }
}

const RIGHT = { type: 'TextBlock', size: 'small', horizontalAlignment: 'right' } as const

/** As many as one looks through in one sitting. */
const MOST_TO_VERIFY = 8

/** What waits for the asker's word that it is still true. */
export function toVerifyCard(
  { project, lines }: Extract<SourceOutcome, { kind: 'toVerify' }>,
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const words = lines.length === 0 ? w.source.nothingWaits : w.source.stillTruePages(lines.length)
  const today = { project, today: dateIn(reader.now, project.zone) }
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    ...(lines.length === 0 ? [body(w.source.allChecked)] : []),
    ...lines.slice(0, MOST_TO_VERIFY).map((line) =>
      section([
        entryRow(line, today, reader),
        ...buttons(
          [
            execute(w.source.stillTrue, 'entry.verify', {
              project: project.id,
              id: line.entry.id,
              seen: line.entry.version,
            }),
            execute(w.source.changed, 'source.form', { project: project.id, id: line.entry.id }),
          ],
          'small',
        ),
      ]),
    ),
    ...(lines.length > MOST_TO_VERIFY
      ? [small(w.source.moreAfter(lines.length - MOST_TO_VERIFY), 'medium')]
      : []),
    ...buttons([execute(w.common.allPages, 'source.show', { project: project.id })]),
  ])
}

/** The channel's card of how the project runs is on its way, or stands there already. */
export function anchorPostedCard(
  { project, again }: Extract<SourceOutcome, { kind: 'anchorPosted' }>,
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const words = again ? w.source.standsAlready : w.source.onItsWay
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(again ? w.source.bringUpToDate : w.source.followsByItself),
    ...buttons([execute(w.source.showHere, 'source.show', { project: project.id })]),
  ])
}
