import type { ItemId } from '../domain/ids'
import { colourOf, type Rag, type RagVerdict } from '../domain/rag'
import type { Recap } from '../domain/recap'
import { awaySentences } from './awayWords'
import { raisedSentence } from './raisedWords'
import { driftWords, evidenceWords, ragMark, ragWord, severityMark, severityWord } from './words'
import { dateWords, shortDate, type Calendar } from './dates'
import type { Column, Container, Element } from './elements'
import { body, dotted, heading, LABEL_WIDTH, marked, row, section, small, type Fact } from './parts'
import { capital, counted, difference, excerpt, listed, oneLine, ordinal, plain, unbroken } from './text'

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
  const { goLive, issues, late } = recap
  const worst = late.reduce((days, one) => Math.max(days, one.days), 0)
  const columns: Column[] = [
    number(
      String(late.length),
      late.length === 0
        ? 'late items'
        : `${late.length === 1 ? 'late item' : 'late items'}, up to ${counted(worst, 'day')}`,
    ),
    ...(goLive ? [number(shortDate(goLive.date, calendar), `go-live, ${driftWords(goLive.driftDays)}`)] : []),
    number(
      String(issues.open),
      dottedComma(issues.open === 1 ? 'open issue' : 'open issues', difference(issues.change)),
    ),
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

export function workstreams(recap: Recap): Element[] {
  if (recap.workstreams.length === 0) return []
  const sorted = recap.workstreams.toSorted(
    (a, b) => WORST_FIRST.indexOf(colourOf(a.verdict)) - WORST_FIRST.indexOf(colourOf(b.verdict)),
  )
  const rows = sorted.map((line): Element => {
    const colour = colourOf(line.verdict)
    const was = line.was !== null && line.was !== colour ? [small(`was ${ragWord(line.was)}`)] : []
    return {
      type: 'ColumnSet',
      spacing: 'small',
      columns: [
        { type: 'Column', width: LABEL_WIDTH, items: [marked(ragMark(colour), ragWord(colour)), ...was] },
        {
          type: 'Column',
          width: 'stretch',
          items: [body(plain(line.name, 80), 'none'), ...verdictLines(line.verdict)],
        },
      ],
    }
  })
  return [section([heading('Workstreams'), ...rows])]
}

/** The evidence; and where a person set another colour, what the rule says and why. */
export function verdictLines(verdict: RagVerdict): Element[] {
  const evidence = evidenceWords(verdict.evidence)
  return [...(evidence === '' ? [] : [small(evidence)]), ...overrideLine(verdict)]
}

function overrideLine({ rule, override }: RagVerdict): Element[] {
  if (!override || override.colour === rule) return []
  const why = override.why === null || override.why === '' ? '' : `: ${plain(override.why, 160)}`
  return [small(`Rule says ${ragWord(rule)}. Set by ${plain(override.by.name, 80)}${why}`)]
}

export function done(recap: Recap, size: RecapSize): Element[] {
  return folded('done', 'Done this week', recap.done.length, size, recap.done, (line) =>
    body(`${plain(line.title, 140)} (${unbroken(line.item)})`, 'none'),
  )
}

export function slipped(recap: Recap, size: RecapSize): Element[] {
  return folded('slipped', 'Slipped', recap.slipped.length, size, recap.slipped, (line) => {
    const from = dateWords(line.from, size.calendar)
    const why = line.why === '' ? '' : `: ${plain(line.why, 160)}`
    const fact: Fact = { text: `${ordinal(line.moves)} move`, alarming: line.moves >= 3 }
    return recapRow(line, fact, [`${from} → ${dateWords(line.to, size.calendar)}${why}`])
  })
}

export function late(recap: Recap, size: RecapSize): Element[] {
  return folded('late', 'Late', recap.late.length, size, recap.late, (line) => {
    const meta = dotted(
      plain(line.owner.name, 80),
      `due ${dateWords(line.due, size.calendar)}`,
      'no new date',
    )
    return recapRow(line, { text: counted(line.days, 'day'), alarming: true }, [meta])
  })
}

/** What help is asked for, and of whom: a request, not blame. */
export function blocked(recap: Recap, size: RecapSize): Element[] {
  return folded('blocked', 'Blocked', recap.blocked.length, size, recap.blocked, (line) => {
    const needs = line.needs ? `Needs ${plain(line.needs.name, 80)}: ` : ''
    const reason = needs === '' ? capital(plain(line.reason, 160)) : plain(line.reason, 160)
    const waiting = [
      line.waits && plain(line.waits.name, 80),
      line.unblocks && plain(line.unblocks, 80),
    ].filter((part): part is string => part !== null && part !== '')
    const waits =
      waiting.length === 0 ? '' : ` ${capital(listed(waiting))} ${waiting.length === 1 ? 'waits' : 'wait'}.`
    const fact: Fact = { text: counted(line.days, 'day'), alarming: line.days > 5 }
    return recapRow(line, line.days > 0 ? fact : { text: 'today' }, [
      `${needs}${reason}.${waits}`.replace('..', '.'),
    ])
  })
}

function recapRow(
  line: { readonly title: string; readonly item: ItemId },
  fact: Fact,
  meta: readonly string[],
): Container {
  return row(`${plain(line.title, 140)} (${unbroken(line.item)})`, fact, meta, { separator: false })
}

export function issues(recap: Recap, size: RecapSize): Element[] {
  const { opened, closed, open, bySeverity, worst } = recap.issues
  if (opened + closed + open === 0) return []
  const rows = bySeverity.filter(({ severity, open }) => severity !== null || open > 0)
  const largest = Math.max(...rows.map((one) => one.open), 1)
  const scale = [1, 2, 5, 10, 50, 100].find((step) => largest / step <= MOST_SQUARES) ?? 1000
  const bars = rows.map(({ severity, open, change }, at): Element => ({
    type: 'ColumnSet',
    spacing: at === 0 ? 'small' : 'none',
    columns: [
      { type: 'Column', width: '110px', items: [body(severityWord(severity), 'none')] },
      { type: 'Column', width: '60px', items: [countAndChange(open, change)] },
      {
        type: 'Column',
        width: 'stretch',
        items: open === 0 ? [] : [bar(severityMark(severity).colour, open, scale)],
      },
    ],
  }))
  const note = scale > 1 ? [small(`One square stands for ${scale} issues.`, 'small')] : []
  const stoppers = worst
    .filter(({ severity }) => severity === 'showStopper')
    .slice(0, size.most)
    .map((one) => {
      const meta = one.owner ? `${plain(one.owner.name, 80)} fixes it` : 'Nobody fixes it yet'
      return row(
        `${plain(one.title, 140)} (${unbroken(one.issue)})`,
        { text: counted(one.days, 'day'), alarming: true },
        [meta],
        {
          separator: false,
        },
      )
    })
  return [
    section([
      headingWith('Issues', `${opened} new, ${closed} closed, ${open} open`),
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

export function comments(recap: Recap, size: RecapSize): Element[] {
  return folded(
    'comments',
    'In their words',
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
          small(dotted(plain(person.name, 80), cut && 'the rest stands on the tab')),
        ],
      }
    },
  )
}

/** What the lead was told of by itself since the last recap. */
export function raised({ raised: line }: Recap): Element[] {
  return line ? [body(raisedSentence(line, nameOf(line.with)), 'none')] : []
}

/** Who answered; names only where the project chose to name, and what did not arrive, or who was away, as it was. */
export function answers(recap: Recap, { calendar }: RecapSize): Element[] {
  if (!recap.answers) return [body('Nobody was asked this week.', 'none')]
  const { asked, answered, missing, unreached, away } = recap.answers
  const count =
    asked === 0
      ? away.length > 0
        ? 'Everybody with open items is away.'
        : 'Nobody had open items to be asked about.'
      : `${answered} of ${counted(asked, 'person', 'people')} answered`
  const names = missing && missing.length > 0 ? [small(`Not yet: ${listed(missing.map(nameOf), 12)}`)] : []
  const lost =
    unreached.length > 0
      ? [
          small(
            `Not reached in chat: ${listed(
              unreached.map(({ person }) => nameOf(person)),
              12,
            )}`,
          ),
        ]
      : []
  const elsewhere = awaySentences(away, calendar).map((words) => small(words))
  return [body(count, 'none'), ...names, ...lost, ...elsewhere]
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
      ...(counts > 0 ? [{ ...small(`and ${counts} more`), id: `${foldId(name)}-count` }] : []),
      ...(hidden.length > 0
        ? [
            {
              type: 'Container' as const,
              id: foldId(name),
              isVisible: false,
              spacing: 'small' as const,
              items: [
                ...hidden.map(render),
                ...(past > 0 ? [small(`and ${past} more, on the tab`, 'small')] : []),
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
