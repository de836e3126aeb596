import type { ItemId } from '../domain/ids'
import { colourOf, type Rag, type RagVerdict } from '../domain/rag'
import type { Recap } from '../domain/recap'
import { awaySentences } from './awayWords'
import { raisedSentence } from './raisedWords'
import { sourceCountWords } from './sourceWords'
import { evidenceWords, ragMark, ragWord, severityMark, severityWord } from './words'
import { dateWords, shortDate, type Calendar } from './dates'
import type { Column, Container, Element } from './elements'
import { body, dotted, heading, LABEL_WIDTH, marked, row, section, small, type Fact } from './parts'
import { capital, difference, excerpt, oneLine, plain, unbroken } from './text'
import { wordsOf, type Words } from './words/wordsOf'

/*
 * The sections of a recap, in the order of the product. A section shows its first rows and folds the others away
 * under an id, for one button that opens every fold; rows past `most` are counted.
 */

/** How much of a recap a card can carry. */
export type RecapSize = {
  readonly calendar: Calendar
  /** Rows of a section, folded ones included. */
  readonly most: number
}

const SHOWN = 3

const WORST_FIRST: readonly Rag[] = ['red', 'amber', 'green']

/** Three numbers: the answer for who has five seconds. */
export function numbers(recap: Recap, { calendar }: RecapSize): Element {
  const w = wordsOf(calendar)
  const { goLive, issues, late } = recap
  const worst = late.reduce((days, one) => Math.max(days, one.days), 0)
  const columns: Column[] = [
    number(String(late.length), w.recap.lateItems(late.length, worst)),
    ...(goLive
      ? [number(shortDate(goLive.date, calendar), w.recap.goLive(w.states.drift(goLive.driftDays)))]
      : []),
    number(String(issues.open), dottedComma(w.recap.openIssues(issues.open), difference(issues.change))),
  ]
  return { type: 'ColumnSet', spacing: 'medium', columns }
}

function number(value: string, label: string): Column {
  return {
    type: 'Column',
    width: 'stretch',
    items: [{ type: 'TextBlock', text: value, size: 'large', weight: 'bolder', wrap: true }, small(label)],
  }
}

function dottedComma(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

export function workstreams(recap: Recap, w: Words): Element[] {
  if (recap.workstreams.length === 0) return []
  const sorted = recap.workstreams.toSorted(
    (a, b) => WORST_FIRST.indexOf(colourOf(a.verdict)) - WORST_FIRST.indexOf(colourOf(b.verdict)),
  )
  const rows = sorted.map((line): Element => {
    const colour = colourOf(line.verdict)
    const was = line.was !== null && line.was !== colour ? [small(w.recap.was(ragWord(line.was, w)))] : []
    return {
      type: 'ColumnSet',
      spacing: 'small',
      columns: [
        { type: 'Column', width: LABEL_WIDTH, items: [marked(ragMark(colour), ragWord(colour, w)), ...was] },
        {
          type: 'Column',
          width: 'stretch',
          items: [body(plain(line.name, 80), 'none'), ...verdictLines(line.verdict, w)],
        },
      ],
    }
  })
  return [section([heading(w.recap.workstreams), ...rows])]
}

/** The evidence; and where a person set another colour, what the rule says and why. */
export function verdictLines(verdict: RagVerdict, w: Words): Element[] {
  const evidence = evidenceWords(verdict.evidence, w)
  return [...(evidence === '' ? [] : [small(evidence)]), ...overrideLine(verdict, w)]
}

function overrideLine({ rule, override }: RagVerdict, w: Words): Element[] {
  if (!override || override.colour === rule) return []
  const why = override.why === null || override.why === '' ? '' : `: ${plain(override.why, 160)}`
  return [small(`${w.recap.setBy(ragWord(rule, w), plain(override.by.name, 80))}${why}`)]
}

export function done(recap: Recap, size: RecapSize, w: Words): Element[] {
  return folded(
    'done',
    w.recap.doneThisWeek,
    recap.done.length,
    size,
    recap.done,
    (line) => body(`${plain(line.title, 140)} (${unbroken(line.item)})`, 'none'),
    w,
  )
}

export function slipped(recap: Recap, size: RecapSize, w: Words): Element[] {
  return folded(
    'slipped',
    w.recap.slipped,
    recap.slipped.length,
    size,
    recap.slipped,
    (line) => {
      const from = dateWords(line.from, size.calendar)
      const why = line.why === '' ? '' : `: ${plain(line.why, 160)}`
      const fact: Fact = { text: w.recap.move(line.moves), alarming: line.moves >= 3 }
      return recapRow(line, fact, [`${from} → ${dateWords(line.to, size.calendar)}${why}`])
    },
    w,
  )
}

export function late(recap: Recap, size: RecapSize, w: Words): Element[] {
  return folded(
    'late',
    w.recap.late,
    recap.late.length,
    size,
    recap.late,
    (line) => {
      const meta = dotted(
        plain(line.owner.name, 80),
        w.recap.lateDue(dateWords(line.due, size.calendar)),
        w.recap.noNewDate,
      )
      return recapRow(line, { text: w.recap.days(line.days), alarming: true }, [meta])
    },
    w,
  )
}

/** What help is asked for, and of whom: a request, not blame. */
export function blocked(recap: Recap, size: RecapSize, w: Words): Element[] {
  return folded(
    'blocked',
    w.recap.blocked,
    recap.blocked.length,
    size,
    recap.blocked,
    (line) => {
      const needs = line.needs ? w.recap.needs(plain(line.needs.name, 80)) : ''
      const reason = needs === '' ? capital(plain(line.reason, 160)) : plain(line.reason, 160)
      const waiting = [
        line.waits && plain(line.waits.name, 80),
        line.unblocks && plain(line.unblocks, 80),
      ].filter((part): part is string => part !== null && part !== '')
      const waits = waiting.length === 0 ? '' : w.recap.wait(waiting)
      const fact: Fact = { text: w.recap.days(line.days), alarming: line.days > 5 }
      return recapRow(line, line.days > 0 ? fact : { text: w.dates.today }, [
        `${needs}${reason}.${waits}`.replace('..', '.'),
      ])
    },
    w,
  )
}

function recapRow(
  line: { readonly title: string; readonly item: ItemId },
  fact: Fact,
  meta: readonly string[],
): Container {
  return row(`${plain(line.title, 140)} (${unbroken(line.item)})`, fact, meta, { separator: false })
}

export function issues(recap: Recap, size: RecapSize, w: Words): Element[] {
  const { opened, closed, open, bySeverity, worst } = recap.issues
  if (opened + closed + open === 0) return []
  const rows = bySeverity.filter(({ severity, open }) => severity !== null || open > 0)
  const largest = Math.max(...rows.map((one) => one.open), 1)
  const scale = [1, 2, 5, 10, 50, 100].find((step) => largest / step <= MOST_SQUARES) ?? 1000
  const bars = rows.map(({ severity, open, change }, at): Element => ({
    type: 'ColumnSet',
    spacing: at === 0 ? 'small' : 'none',
    columns: [
      { type: 'Column', width: '110px', items: [body(severityWord(severity, w), 'none')] },
      { type: 'Column', width: '60px', items: [countAndChange(open, change)] },
      {
        type: 'Column',
        width: 'stretch',
        items: open === 0 ? [] : [bar(severityMark(severity).colour, open, scale)],
      },
    ],
  }))
  const note = scale > 1 ? [small(w.recap.square(scale), 'small')] : []
  const stoppers = worst
    .filter(({ severity }) => severity === 'showStopper')
    .slice(0, size.most)
    .map((one) => {
      const meta = one.owner ? w.recap.fixes(plain(one.owner.name, 80)) : w.recap.nobodyFixes
      return row(
        `${plain(one.title, 140)} (${unbroken(one.issue)})`,
        { text: w.recap.days(one.days), alarming: true },
        [meta],
        {
          separator: false,
        },
      )
    })
  return [
    section([
      headingWith(w.recap.issues, w.recap.issueCounts(opened, closed, open)),
      ...bars,
      ...note,
      ...stoppers,
    ]),
  ]
}

const MOST_SQUARES = 8

function countAndChange(open: number, change: number | null): Element {
  const by = difference(change)
  return {
    type: 'RichTextBlock',
    inlines: [
      { type: 'TextRun', text: String(open), weight: 'bolder' },
      ...(by === '' ? [] : [{ type: 'TextRun' as const, text: ` ${by}` }]),
    ],
  }
}

function bar(colour: 'attention' | 'warning' | 'good' | 'default', open: number, scale: number): Element {
  const text = '■'.repeat(Math.max(1, Math.round(open / scale)))
  return {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, color: colour, ...(colour === 'default' ? { isSubtle: true } : {}) }],
  }
}

export function comments(recap: Recap, size: RecapSize, w: Words): Element[] {
  return folded(
    'comments',
    w.recap.inTheirWords,
    recap.comments.length,
    size,
    recap.comments,
    ({ person, text }) => {
      const { lines, cut } = excerpt(text, 300, 3)
      return {
        type: 'Container',
        spacing: 'small',
        items: [
          ...lines.map((line) => body(plain(line), 'none')),
          small(dotted(plain(person.name, 80), cut && w.recap.restOnTab)),
        ],
      }
    },
    w,
  )
}

/** What the lead was told of by itself since the last recap. */
export function raised({ raised: line }: Recap, w: Words): Element[] {
  return line ? [body(raisedSentence(line, nameOf(line.with), w), 'none')] : []
}

/** Who answered; names only where the project chose to name, and what did not arrive, or who was away, as it was. */
export function answers(recap: Recap, { calendar }: RecapSize): Element[] {
  const w = wordsOf(calendar)
  if (!recap.answers) return [body(w.recap.nobodyAsked, 'none')]
  const { asked, answered, missing, unreached, away } = recap.answers
  const count =
    asked === 0
      ? away.length > 0
        ? w.recap.everybodyAway
        : w.recap.nothingToAsk
      : w.recap.answeredOf(answered, asked)
  const names = missing && missing.length > 0 ? [small(w.recap.notYet(missing.map(nameOf)))] : []
  const lost =
    unreached.length > 0 ? [small(w.recap.notReached(unreached.map(({ person }) => nameOf(person))))] : []
  const elsewhere = awaySentences(away, calendar).map((words) => small(words))
  return [body(count, 'none'), ...names, ...lost, ...elsewhere]
}

export function sourceLine({ source }: Recap, w: Words): Element[] {
  const words = sourceCountWords(source, w)
  return words === null ? [] : [small(words)]
}

function nameOf({ name }: { readonly name: string }): string {
  return plain(name, 80)
}

/** A heading with its count beside it, subtle. */
function headingWith(text: string, beside: string): Element {
  return {
    type: 'RichTextBlock',
    inlines: [
      { type: 'TextRun', text, weight: 'bolder' },
      { type: 'TextRun', text: `\u00A0 ${oneLine(beside)}`, isSubtle: true },
    ],
  }
}

/** The id of what a section folds away. */
function foldId(name: string): string {
  return `more-${name}`
}

function folded<T>(
  name: string,
  text: string,
  count: number,
  { most }: RecapSize,
  lines: readonly T[],
  render: (line: T) => Element,
  w: Words,
): Element[] {
  if (count === 0) return []
  // A fold that hides a single line costs more than it saves.
  const shown = lines.length <= SHOWN + 1 ? lines.length : SHOWN
  const hidden = lines.slice(shown, most)
  const past = lines.length - shown - hidden.length
  const counts = lines.length - shown
  return [
    section([
      headingWith(text, String(count)),
      ...lines.slice(0, shown).map((line, at) => ({ ...render(line), ...(at === 0 ? FIRST : {}) })),
      ...(counts > 0 ? [{ ...small(w.recap.andMore(counts)), id: `${foldId(name)}-count` }] : []),
      ...(hidden.length > 0
        ? [
            {
              type: 'Container' as const,
              id: foldId(name),
              isVisible: false,
              spacing: 'small' as const,
              items: [
                ...hidden.map(render),
                ...(past > 0 ? [small(w.recap.andMoreOnTab(past), 'small')] : []),
              ],
            },
          ]
        : []),
    ]),
  ]
}

const FIRST = { spacing: 'small' } as const

/** Ids of all that is folded away in these elements, for the button that opens every fold. */
export function foldsIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type !== 'Container') return []
    const own = element.id?.startsWith('more-') ? [element.id, `${element.id}-count`] : []
    return [...own, ...foldsIn(element.items)]
  })
}
