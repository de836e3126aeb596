import { awaySentences } from '../cards/awayWords'
import { correctedWords } from '../cards/correctionWords'
import { dotted } from '../cards/parts'
import { dateWords, momentWords, shortDate, weekSpan, weekWords, type Calendar } from '../cards/dates'
import { raisedSentence } from '../cards/raisedWords'
import { sourceCountWords } from '../cards/sourceWords'
import { capital, difference, oneLine } from '../cards/text'
import { wordsOf, type Words } from '../cards/words/wordsOf'
import { calendarOf, evidenceWords, ragWord, severityMark, severityWord } from '../cards/words'
import { localeIn, type Language } from '../domain/language'
import { colourOf, ragRank, type Rag, type RagVerdict } from '../domain/rag'
import type { Recap } from '../domain/recap'
import { dateIn } from '../domain/time'

/** A recap as a letter says it, in plain words, whatever it is written on: every text is as somebody wrote it. */
export type Letter = {
  readonly language: Language
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

/** A section lists so many; a longer one says how many more there are. */
const MOST_ROWS = 60

/** How a letter says things: its language, and what its dates are written for. */
type Speech = { readonly w: Words; readonly calendar: Calendar }

/** The recap as a letter in its own language, in the order of its card, with all that the card folds away. */
export function letterOf(recap: Recap): Letter {
  const { language } = recap
  const calendar = calendarOf(dateIn(recap.asOf, recap.zone), { locale: localeIn(language) })
  const w = wordsOf(calendar)
  const speech = { w, calendar }
  const { name, customer } = recap.project
  const who = customer === '' ? name : `${name}, ${customer}`
  return {
    language,
    about: `${who} · ${weekWords(recap.week, w)}, ${weekSpan(recap.week, calendar.locale)}`,
    colour: colourOf(recap.overall),
    headline: recap.headline,
    note: recap.note.split('\n').filter((line) => line.trim() !== ''),
    small: smallLines(recap, speech),
    numbers: numbersOf(recap, speech),
    sections: [
      workstreams(recap, speech),
      done(recap, speech),
      slipped(recap, speech),
      late(recap, speech),
      blocked(recap, speech),
      issues(recap, speech),
      comments(recap, speech),
    ].flatMap((section) => (section.rows.length > 0 ? [shortened(section, w)] : [])),
    foot: [
      ...answers(recap, speech),
      ...raised(recap, speech),
      ...source(recap, speech),
      lastLine(recap, speech),
    ],
  }
}

function row(what: string, over: Partial<LetterRow> = {}): LetterRow {
  return { colour: null, sign: '', what: oneLine(what, 400), fact: '', alarming: false, lines: [], ...over }
}

function shortened(section: LetterSection, w: Words): LetterSection {
  const past = section.rows.length - MOST_ROWS
  if (past <= 0) return section
  return { ...section, rows: [...section.rows.slice(0, MOST_ROWS), row(w.recap.andMore(past))] }
}

function smallLines(recap: Recap, { w, calendar }: Speech): readonly string[] {
  const corrected = correctedWords(recap, calendar.locale)
  const was = recap.overallWas
  return [
    ...(corrected === null ? [] : [corrected]),
    ...verdictLines(recap.overall, w),
    ...(was !== null && was !== colourOf(recap.overall) ? [w.recap.lastWeek(ragWord(was, w))] : []),
  ]
}

function verdictLines({ rule, evidence, override }: RagVerdict, w: Words): readonly string[] {
  const because = evidenceWords(evidence, w)
  const why = override?.why ? `: ${override.why}` : ''
  return [
    ...(because === '' ? [] : [because]),
    ...(override && override.colour !== rule
      ? [`${w.recap.setBy(ragWord(rule, w), override.by.name)}${why}`]
      : []),
  ]
}

function numbersOf(
  { goLive, issues: count, late: lines }: Recap,
  { w, calendar }: Speech,
): Letter['numbers'] {
  const worst = lines.reduce((days, one) => Math.max(days, one.days), 0)
  return [
    { value: String(lines.length), label: w.recap.lateItems(lines.length, worst) },
    ...(goLive
      ? [
          {
            value: shortDate(goLive.date, calendar),
            label: w.recap.goLive(w.states.drift(goLive.driftDays)),
          },
        ]
      : []),
    { value: String(count.open), label: withChange(w.recap.openIssues(count.open), count.change) },
  ]
}

function withChange(words: string, change: number | null): string {
  const by = difference(change)
  return by === '' ? words : `${words}, ${by}`
}

function workstreams(recap: Recap, { w }: Speech): LetterSection {
  const rows = recap.workstreams
    .toSorted((a, b) => ragRank(colourOf(a.verdict)) - ragRank(colourOf(b.verdict)))
    .map(({ name, verdict, was }) => {
      const colour = colourOf(verdict)
      const before = was !== null && was !== colour ? [w.recap.was(ragWord(was, w))] : []
      return row(name, { colour, lines: [...before, ...verdictLines(verdict, w)] })
    })
  return { title: w.recap.workstreams, beside: '', rows }
}

function done(recap: Recap, { w }: Speech): LetterSection {
  const rows = recap.done.map(({ title, item }) => row(`${title} (${item})`))
  return { title: w.recap.doneThisWeek, beside: String(rows.length), rows }
}

function slipped(recap: Recap, { w, calendar }: Speech): LetterSection {
  const rows = recap.slipped.map(({ title, item, from, to, why, moves }) =>
    row(`${title} (${item})`, {
      fact: w.recap.move(moves),
      alarming: moves >= 3,
      lines: [`${dateWords(from, calendar)} → ${dateWords(to, calendar)}${why === '' ? '' : `: ${why}`}`],
    }),
  )
  return { title: w.recap.slipped, beside: String(rows.length), rows }
}

function late(recap: Recap, { w, calendar }: Speech): LetterSection {
  const rows = recap.late.map(({ title, item, owner, due, days }) =>
    row(`${title} (${item})`, {
      fact: w.recap.days(days),
      alarming: true,
      lines: [dotted(owner.name, w.recap.lateDue(dateWords(due, calendar)), w.recap.noNewDate)],
    }),
  )
  return { title: w.recap.late, beside: String(rows.length), rows }
}

/** What help is asked for, and of whom: a request, not blame. */
function blocked(recap: Recap, { w }: Speech): LetterSection {
  const rows = recap.blocked.map(({ title, item, reason, needs, waits, unblocks, days }) => {
    const waiting = [waits?.name, unblocks].filter((part): part is string => !!part)
    const says = needs ? `${w.recap.needs(needs.name)}${reason}` : capital(reason)
    const behind = waiting.length === 0 ? '' : w.recap.wait(waiting)
    return row(`${title} (${item})`, {
      fact: days > 0 ? w.recap.days(days) : w.dates.today,
      alarming: days > 5,
      lines: [`${says}.${behind}`.replace('..', '.')],
    })
  })
  return { title: w.recap.blocked, beside: String(rows.length), rows }
}

function issues(
  { issues: { opened, closed, open, bySeverity, worst } }: Recap,
  { w }: Speech,
): LetterSection {
  const counts = bySeverity
    .filter(({ severity, open: count }) => severity !== null || count > 0)
    .map(({ severity, open: count, change }) =>
      row(severityWord(severity, w), {
        sign: severityMark(severity).sign,
        fact: withChange(w.mail.open(count), change),
      }),
    )
  const stoppers = worst
    .filter(({ severity }) => severity === 'showStopper')
    .map(({ title, issue, owner, days }) =>
      row(`${title} (${issue})`, {
        fact: w.recap.days(days),
        alarming: true,
        lines: [owner ? w.recap.fixes(owner.name) : w.recap.nobodyFixes],
      }),
    )
  const rows = opened + closed + open === 0 ? [] : [...counts, ...stoppers]
  return { title: w.recap.issues, beside: w.recap.issueCounts(opened, closed, open), rows }
}

function comments(recap: Recap, { w }: Speech): LetterSection {
  const rows = recap.comments.map(({ person, text }) => row(text, { lines: [person.name] }))
  return { title: w.recap.inTheirWords, beside: String(rows.length), rows }
}

/** Who answered: a count, and names only where the project chose to name. A mail leaves the team. */
function answers({ answers: count }: Recap, { w, calendar }: Speech): readonly string[] {
  if (!count) return [w.recap.nobodyAsked]
  const { asked, answered, missing, unreached } = count
  const away = awaySentences(count.away, calendar, (name) => oneLine(name, 80))
  const said =
    asked === 0
      ? away.length > 0
        ? w.recap.everybodyAway
        : w.recap.nothingToAsk
      : w.recap.answeredOf(answered, asked)
  const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name)
  const lost =
    unreached.length === 0
      ? []
      : missing === null
        ? [w.mail.countNotReached(unreached.length)]
        : [w.recap.notReached(names(unreached.map(({ person }) => person)))]
  const silent = missing && missing.length > 0 ? [w.recap.notYet(names(missing))] : []
  return [said, ...silent, ...lost, ...away]
}

function raised({ raised: line }: Recap, { w }: Speech): readonly string[] {
  return line ? [raisedSentence(line, oneLine(line.with.name, 80), w)] : []
}

function source({ source: count }: Recap, { w }: Speech): readonly string[] {
  const words = sourceCountWords(count, w)
  return words === null ? [] : [words]
}

function lastLine(recap: Recap, { w, calendar }: Speech): string {
  const whose = recap.editedBy ? w.recap.fromDraft(recap.editedBy.name) : w.recap.nobodyEdited
  const moment = (at: Recap['asOf']) => momentWords(at, recap.zone, { ...calendar, today: recap.from })
  const late = recap.dueAt === null ? '' : w.recap.postedLate(moment(recap.dueAt))
  return `${late}${whose} ${w.recap.recordsAsOf(moment(recap.asOf))}`
}
