import { awaySentences } from '../cards/awayWords'
import { correctedWords } from '../cards/correctionWords'
import { dateWords, momentWords, shortDate, weekSpan, weekWords, type Calendar } from '../cards/dates'
import { raisedSentence } from '../cards/raisedWords'
import { sourceCountWords } from '../cards/sourceWords'
import { capital, counted, difference, listed, oneLine, ordinal } from '../cards/text'
import { wordsOf } from '../cards/words/wordsOf'
import { calendarOf, evidenceWords, ragWord, severityMark, severityWord } from '../cards/words'
import { colourOf, ragRank, type Rag, type RagVerdict } from '../domain/rag'
import type { Recap } from '../domain/recap'
import { dateIn } from '../domain/time'

/** A recap as a letter says it, in plain words, whatever it is written on: every text is as somebody wrote it. */
export type Letter = {
  readonly about: string
  readonly colour: Rag
  readonly headline: string
  readonly note: readonly string[]
  /** Why this colour, what it was, whether it was corrected. */
  readonly small: readonly string[]
  readonly numbers: readonly { readonly value: string; readonly label: string }[]
  readonly sections: readonly LetterSection[]
  readonly foot: readonly string[]
}

export type LetterSection = {
  readonly title: string
  readonly beside: string
  readonly rows: readonly LetterRow[]
}

/** `fact` stands at the right of `what`; `alarming` ones stand out. */
export type LetterRow = {
  readonly colour: Rag | null
  /** A sign before it, of an issue's severity. */
  readonly sign: string
  readonly what: string
  readonly fact: string
  readonly alarming: boolean
  readonly lines: readonly string[]
}

/** A mail is read by people of other places: in English dates, day before month. */
const LOCALE = 'en-GB'
/** A letter is read by many, and by nobody the bot knows: it is in English. */
export const WORDS = wordsOf({ locale: LOCALE })
/** A section lists so many; a longer one says how many more there are. */
const MOST_ROWS = 60

/** The recap as a letter, in the order of its card, with all that the card folds away. */
export function letterOf(recap: Recap): Letter {
  const calendar = calendarOf(dateIn(recap.asOf, recap.zone), { locale: LOCALE })
  const { name, customer } = recap.project
  const who = customer === '' ? name : `${name}, ${customer}`
  return {
    about: `${who} · ${weekWords(recap.week, WORDS)}, ${weekSpan(recap.week, LOCALE)}`,
    colour: colourOf(recap.overall),
    headline: recap.headline,
    note: recap.note.split('\n').filter((line) => line.trim() !== ''),
    small: smallLines(recap),
    numbers: numbersOf(recap, calendar),
    sections: [
      workstreams(recap),
      done(recap),
      slipped(recap, calendar),
      late(recap, calendar),
      blocked(recap),
      issues(recap),
      comments(recap),
    ].flatMap((section) => (section.rows.length > 0 ? [shortened(section)] : [])),
    foot: [...answers(recap, calendar), ...raised(recap), ...source(recap), lastLine(recap, calendar)],
  }
}

function row(what: string, over: Partial<LetterRow> = {}): LetterRow {
  return { colour: null, sign: '', what: oneLine(what, 400), fact: '', alarming: false, lines: [], ...over }
}

function shortened(section: LetterSection): LetterSection {
  const past = section.rows.length - MOST_ROWS
  if (past <= 0) return section
  return { ...section, rows: [...section.rows.slice(0, MOST_ROWS), row(`and ${past} more`)] }
}

function smallLines(recap: Recap): readonly string[] {
  const corrected = correctedWords(recap, LOCALE)
  const was = recap.overallWas
  return [
    ...(corrected === null ? [] : [corrected]),
    ...verdictLines(recap.overall),
    ...(was !== null && was !== colourOf(recap.overall) ? [`Last week: ${ragWord(was, WORDS)}`] : []),
  ]
}

function verdictLines({ rule, evidence, override }: RagVerdict): readonly string[] {
  const because = evidenceWords(evidence, WORDS)
  const why = override?.why ? `: ${override.why}` : ''
  return [
    ...(because === '' ? [] : [because]),
    ...(override && override.colour !== rule
      ? [`Rule says ${ragWord(rule, WORDS)}. Set by ${override.by.name}${why}`]
      : []),
  ]
}

function numbersOf({ goLive, issues: count, late: lines }: Recap, calendar: Calendar): Letter['numbers'] {
  const worst = lines.reduce((days, one) => Math.max(days, one.days), 0)
  const change = difference(count.change)
  return [
    {
      value: String(lines.length),
      label: `${lines.length === 1 ? 'late item' : 'late items'}${lines.length === 0 ? '' : `, up to ${counted(worst, 'day')}`}`,
    },
    ...(goLive
      ? [
          {
            value: shortDate(goLive.date, calendar),
            label: `go-live, ${WORDS.states.drift(goLive.driftDays)}`,
          },
        ]
      : []),
    {
      value: String(count.open),
      label: `${count.open === 1 ? 'open issue' : 'open issues'}${change === '' ? '' : `, ${change}`}`,
    },
  ]
}

function workstreams(recap: Recap): LetterSection {
  const rows = recap.workstreams
    .toSorted((a, b) => ragRank(colourOf(a.verdict)) - ragRank(colourOf(b.verdict)))
    .map(({ name, verdict, was }) => {
      const colour = colourOf(verdict)
      const before = was !== null && was !== colour ? [`was ${ragWord(was, WORDS)}`] : []
      return row(name, { colour, lines: [...before, ...verdictLines(verdict)] })
    })
  return { title: 'Workstreams', beside: '', rows }
}

function done(recap: Recap): LetterSection {
  const rows = recap.done.map(({ title, item }) => row(`${title} (${item})`))
  return { title: 'Done this week', beside: String(rows.length), rows }
}

function slipped(recap: Recap, calendar: Calendar): LetterSection {
  const rows = recap.slipped.map(({ title, item, from, to, why, moves }) =>
    row(`${title} (${item})`, {
      fact: `${ordinal(moves)} move`,
      alarming: moves >= 3,
      lines: [`${dateWords(from, calendar)} → ${dateWords(to, calendar)}${why === '' ? '' : `: ${why}`}`],
    }),
  )
  return { title: 'Slipped', beside: String(rows.length), rows }
}

function late(recap: Recap, calendar: Calendar): LetterSection {
  const rows = recap.late.map(({ title, item, owner, due, days }) =>
    row(`${title} (${item})`, {
      fact: counted(days, 'day'),
      alarming: true,
      lines: [`${owner.name} · due ${dateWords(due, calendar)} · no new date`],
    }),
  )
  return { title: 'Late', beside: String(rows.length), rows }
}

/** What help is asked for, and of whom: a request, not blame. */
function blocked(recap: Recap): LetterSection {
  const rows = recap.blocked.map(({ title, item, reason, needs, waits, unblocks, days }) => {
    const waiting = [waits?.name, unblocks].filter((part): part is string => !!part)
    const says = needs ? `Needs ${needs.name}: ${reason}` : capital(reason)
    const behind =
      waiting.length === 0 ? '' : ` ${capital(listed(waiting))} ${waiting.length === 1 ? 'waits' : 'wait'}.`
    return row(`${title} (${item})`, {
      fact: days > 0 ? counted(days, 'day') : 'today',
      alarming: days > 5,
      lines: [`${says}.${behind}`.replace('..', '.')],
    })
  })
  return { title: 'Blocked', beside: String(rows.length), rows }
}

function issues({ issues: { opened, closed, open, bySeverity, worst } }: Recap): LetterSection {
  const counts = bySeverity
    .filter(({ severity, open: count }) => severity !== null || count > 0)
    .map(({ severity, open: count, change }) =>
      row(severityWord(severity, WORDS), {
        sign: severityMark(severity).sign,
        fact: `${count} open${difference(change) === '' ? '' : `, ${difference(change)}`}`,
      }),
    )
  const stoppers = worst
    .filter(({ severity }) => severity === 'showStopper')
    .map(({ title, issue, owner, days }) =>
      row(`${title} (${issue})`, {
        fact: counted(days, 'day'),
        alarming: true,
        lines: [owner ? `${owner.name} fixes it` : 'Nobody fixes it yet'],
      }),
    )
  const rows = opened + closed + open === 0 ? [] : [...counts, ...stoppers]
  return { title: 'Issues', beside: `${opened} new, ${closed} closed, ${open} open`, rows }
}

function comments(recap: Recap): LetterSection {
  const rows = recap.comments.map(({ person, text }) => row(text, { lines: [person.name] }))
  return { title: 'In their words', beside: String(rows.length), rows }
}

/** Who answered: a count, and names only where the project chose to name. A mail leaves the team. */
function answers({ answers: count }: Recap, calendar: Calendar): readonly string[] {
  if (!count) return ['Nobody was asked this week.']
  const { asked, answered, missing, unreached } = count
  const away = awaySentences(count.away, calendar, (name) => oneLine(name, 80))
  const said =
    asked === 0
      ? away.length > 0
        ? 'Everybody with open items is away.'
        : 'Nobody had open items to be asked about.'
      : `${answered} of ${counted(asked, 'person', 'people')} answered`
  if (missing === null) {
    return [
      said,
      ...(unreached.length > 0 ? [`${unreached.length} could not be reached in chat`] : []),
      ...away,
    ]
  }
  return [
    said,
    ...(missing.length > 0
      ? [
          `Not yet: ${listed(
            missing.map(({ name }) => name),
            12,
          )}`,
        ]
      : []),
    ...(unreached.length > 0
      ? [
          `Not reached in chat: ${listed(
            unreached.map(({ person }) => person.name),
            12,
          )}`,
        ]
      : []),
    ...away,
  ]
}

function raised({ raised: line }: Recap): readonly string[] {
  return line ? [raisedSentence(line, oneLine(line.with.name, 80), WORDS)] : []
}

function source({ source: count }: Recap): readonly string[] {
  const words = sourceCountWords(count, WORDS)
  return words === null ? [] : [words]
}

function lastLine(recap: Recap, calendar: Calendar): string {
  const whose = recap.editedBy ? `From ${recap.editedBy.name}’s draft.` : 'Nobody edited this recap.'
  const moment = (at: Recap['asOf']) => momentWords(at, recap.zone, { ...calendar, today: recap.from })
  const late = recap.dueAt === null ? '' : `Posted late: it was due ${moment(recap.dueAt)}. `
  return `${late}${whose} Records as of ${moment(recap.asOf)}.`
}
