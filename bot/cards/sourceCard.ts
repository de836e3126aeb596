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
import { alarmWords, ownerWords, PART_WORDS } from './sourceWords'
import { counted, oneLine, plain } from './text'
import { calendarOf, driftWords, ragMark, ragWord } from './words'

/** How this project runs, to who asked: where everything is, how far it may be trusted, and the week's rhythm. */
export function sourceCard(view: SourceView, reader: Reader): Card {
  return page(view, reader, [
    section([
      heading('The week'),
      ...weekLines(view.project).map((line) => small(line)),
      small(`Times are those of ${plain(view.project.zone)}.`),
    ]),
  ])
}

/** The same as the channel's card, which is edited in place whenever something on it changes. */
export function anchorCard(view: SourceView, reader: Reader): Card {
  const calendar = calendarOf(view.today, reader)
  const when = momentWords(reader.now, view.project.zone, calendar)
  return page(view, reader, [section([small(`As of ${when}. This card follows every change.`)])])
}

/** Entries that a card may show, tried in turn until it is light enough to send. */
const SIZES = [60, 30, 15]

function page(view: SourceView, reader: Reader, foot: readonly Element[]): Card {
  const { project, count } = view
  const summary = `${oneLine(project.name, 80)}: how this project runs, ${count.verified} of ${counted(count.written, 'page')} verified`
  const cards = SIZES.map(
    (most) => () =>
      card(summary, [
        eyebrow(dotted(plain(project.customer, 80), plain(project.name, 80))),
        title('How this project runs'),
        ...phase(view),
        numbers(view, reader),
        ...parts(view, most, reader),
        ...foot,
        ...buttons([
          openUrl('Open all', reader.links.tab(project.id, { page: 'source' })),
          execute('Verify mine', 'source.show', { project: project.id, mine: true }),
          execute('Add', 'source.form', { project: project.id }),
        ]),
      ]),
  )
  const fits = cards.find((make) => bytesOf(make()) < MOST_BYTES) ?? cards.at(-1)
  if (!fits) throw new Error('A page has no size to be tried')
  return fits()
}

/** Where the project is on its way, and whom to ask. */
function phase({ project, today }: SourceView): Element[] {
  const ask = `Ask ${plain(project.lead.name, 80)}, who leads it`
  if (!project.goLive) return [small(ask)]
  const days = daysBetween(today, dueOn(project.goLive))
  const where =
    days > 0
      ? `${counted(days, 'day')} to go-live`
      : days === 0
        ? 'Go-live is today'
        : `Live for ${counted(-days, 'day')}`
  return [small(dotted(where, ask))]
}

function numbers({ project, colour, count, lines }: SourceView, reader: Reader): Element {
  const { goLive } = project
  const mark = ragMark(colour.rag)
  return {
    type: 'ColumnSet',
    spacing: 'medium',
    columns: [
      goLive
        ? number(shortDate(dueOn(goLive), reader), `go-live, ${driftWords(driftDays(goLive))}`)
        : number('No date', 'for go-live yet'),
      number(
        `${mark.sign} ${ragWord(colour.rag)}`,
        colour.week === null ? 'as it stands' : weekWords(colour.week),
      ),
      count.written === 0
        ? number(`0 of ${lines.length}`, 'pages written')
        : number(`${count.verified} of ${count.written}`, 'pages verified'),
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
  const shown = view.lines.slice(0, most)
  const hidden = view.lines.length - shown.length
  return [
    ...PARTS.flatMap((part) => {
      const lines = shown.filter(({ entry }) => partOf(entry.kind) === part)
      return lines.length === 0
        ? []
        : [section([heading(PART_WORDS[part]), ...lines.map((line) => entryRow(line, view, reader))])]
    }),
    ...(hidden > 0 ? [small(`and ${hidden} more, on the tab. Or ask: where is …`, 'medium')] : []),
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
  const { entry, freshness } = line
  const alarm = alarmWords(freshness, calendarOf(today, reader))
  const isEmpty = freshness.kind === 'empty'
  const name = plain(entry.title)
  const what: TextBlock =
    entry.content.kind === 'link'
      ? { type: 'TextBlock', text: linkTo(name, entry.content.url), wrap: true }
      : { type: 'TextBlock', text: name, wrap: true, ...(isEmpty ? { isSubtle: true } : { color: 'accent' }) }
  const right: TextBlock | null = isEmpty
    ? { ...RIGHT, text: 'Not written yet', isSubtle: true }
    : alarm && { ...RIGHT, text: alarm.text, weight: 'bolder', ...(alarm.loud ? { color: 'attention' } : {}) }
  const base = { project: project.id, id: entry.id, ...(aside ? { aside } : {}) }
  const tap =
    entry.content.kind === 'link'
      ? {}
      : {
          selectAction: isEmpty
            ? execute(`Write ${oneLine(entry.title, 60)}`, 'source.form', base)
            : execute(`Open ${oneLine(entry.title, 60)}`, 'entry.show', base),
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
  const words =
    lines.length === 0 ? 'Nothing waits for your word' : `Still true? ${counted(lines.length, 'page')}`
  const today = { project, today: dateIn(reader.now, project.zone) }
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    ...(lines.length === 0 ? [body('Every page that you answer for was checked in time.')] : []),
    ...lines.slice(0, MOST_TO_VERIFY).map((line) =>
      section([
        entryRow(line, today, reader),
        ...buttons(
          [
            execute('Still true', 'entry.verify', {
              project: project.id,
              id: line.entry.id,
              seen: line.entry.version,
            }),
            execute('Changed', 'source.form', { project: project.id, id: line.entry.id }),
          ],
          'small',
        ),
      ]),
    ),
    ...(lines.length > MOST_TO_VERIFY
      ? [small(`and ${lines.length - MOST_TO_VERIFY} more after these`, 'medium')]
      : []),
    ...buttons([execute('All pages', 'source.show', { project: project.id })]),
  ])
}

/** The channel's card of how the project runs is on its way, or stands there already. */
export function anchorPostedCard({ project, again }: Extract<SourceOutcome, { kind: 'anchorPosted' }>): Card {
  const words = again ? 'It stands in the channel already' : 'It is on its way to the channel'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(
      again
        ? 'I bring it up to date. It follows every change by itself.'
        : 'Posted once, it follows every change by itself.',
    ),
    ...buttons([execute('Show it here', 'source.show', { project: project.id })]),
  ])
}
