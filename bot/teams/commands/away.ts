import type { Person } from '../../domain/person'
import { addDays, dateIn, dayOfWeek, plainDate, type PlainDate } from '../../domain/time'
import { peopleAt } from './clauses'
import { dateAtStart, looksLikeDate } from './dates'
import { folded, MARK_CLASS, withoutPoliteEnd, type Heard } from './hearing'
import { unclear } from './people'
import { command, type Understood } from './understood'

/** "I'm away", "out of office", "on holiday": how somebody says that they are not there. */
const OPENER =
  /^(?:(?:i am|i'm|im|i will be|i'll be|ill be|i shall be|i go|i'm going|set me|mark me|put me|set me as|mark me as)(?: to be)? )?(?:away|(?:holidays?|vacation)(?= )|out of (?:the |my )?office|ooo|on (?:annual |parental |sick )?(?:holidays?|vacation|leave|pto)|pto(?= )|not in(?= )|off(?: work)?|out|(?:ich bin |bin )?(?:abwesend|nicht da|weg|krank|im urlaub)|(?:ich habe )?urlaub(?= ))(?![\p{L}\p{N}'-])/u

/** German has the days in the middle: "ich bin bis Freitag im Urlaub". */
const FRAMED =
  /^(?:ich )?(?:bin|habe|werde|mache) (.{2,80}?) (?:im urlaub|urlaub|abwesend|weg|nicht da|krank|krankgeschrieben)(?: sein)?(?:[.!]*|[,.;:] ?(.{3,80}))$/iu

const GLUE = /^[\s,;:.!]*/
const FROM = /^(?:from|starting(?: on| from)?|as of|since|between|beginning|ab|vom|von)\s+/
const UNTIL =
  /^(?:until|till?|'til|thru|through|to|up to|up until|bis(?: zum| zur)?|and|-)(?:\s*(?:and including|including))?\s*/
const ON = /^(?:on|for|during|this coming)\s+/
const LASTS =
  /^(?:for |für )?(?:the next |die nächsten )?(an?|one|two|three|four|five|six|seven|eight|nine|ten|eine?n?|zwei|drei|vier|\d{1,2}) (days?|weeks?|tage?n?|wochen?)(?![\p{L}\p{N}])/u
const WEEK =
  /^(?:all )?(?:of )?(?:die )?(?:ganze )?(this|next|the coming|the following|diese|nächste|kommende) (?:week|woche)(?![\p{L}\p{N}])/u
const SAME_MONTH = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s?(?:-|to|until|till|bis|and)\s?(?=\d)/
const DELEGATE =
  /^(?:(?:my )?(?:delegate|deputy|stand-in|stand in|backup|back-up|cover|replacement)(?: is)?|(?:please )?(?:ask|contact|turn to|talk to)|covered by|(?:meine )?(?:vertretung|vertreter(?:in)?)(?: ist| macht)?|(?:bitte )?fragt(?: bitte)?)(?:\s?[:=])?\s+(?=\S)/
const COVERS =
  /^@?\p{Lu}\S*(?: \p{Lu}\S*)? (?:covers|will cover|is covering|stands in|will stand in|fills in|takes over|vertritt|übernimmt)(?![\p{L}])/u
const NAME_MARK = new RegExp(`^(?:[${MARK_CLASS}]|@\\p{L})`, 'u')

type Found = {
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly delegate: Person | null
}

const NOTHING: Found = { from: null, until: null, delegate: null }
/** More parts than anybody says: first day, last day, who, and some words that mean nothing here. */
const MOST_PARTS = 12

/** Reads "away until 3 Dec @Megan" and its like; a sentence that names no day and nobody is none of these. */
export function away(text: string, heard: Heard): Understood | undefined {
  if (text.length > 300) return undefined
  const framed = FRAMED.exec(text.trim())
  if (framed) return new AwayReader(`${framed[1] ?? ''} ${framed[2] ?? ''}`, heard).read()
  const opener = OPENER.exec(folded(text.slice(0, 60)))?.[0]
  if (opener === undefined) return undefined
  return new AwayReader(withoutPoliteEnd(text.slice(opener.length)), heard).read()
}

/** Goes through what follows the opener, part by part; words that mean nothing here are passed over. */
class AwayReader {
  private found = NOTHING
  private at = 0
  /** Words that mean nothing here stand before the first part that does: then this is another sentence. */
  private startsOddly = false

  constructor(
    private readonly line: string,
    private readonly heard: Heard,
  ) {}

  read(): Understood | undefined {
    for (let part = 0; part < MOST_PARTS; part += 1) {
      this.skip(GLUE)
      if (this.at >= this.line.length) break
      const instead = this.person() ?? this.days()
      if (typeof instead === 'object') return instead
      if (instead === 'none' && !this.passOver()) break
    }
    const { from, until, delegate } = this.found
    const isNone = from === null && until === null && delegate === null
    if (isNone || this.startsOddly) return undefined
    return command({ do: 'away', from, until, delegate })
  }

  /** Somebody who is asked instead. */
  private person(): Understood | 'read' | undefined {
    const words = DELEGATE.exec(this.rest())?.[0] ?? ''
    const start = this.at + words.length
    const here = this.line.slice(start)
    if (words === '' && !NAME_MARK.test(here) && !COVERS.test(here)) return undefined
    const [named] = peopleAt(this.line, start, this.heard, 'named')
    if (!named) return undefined
    const isName = NAME_MARK.test(this.line.slice(start)) || /^\p{Lu}/u.test(this.line.slice(start))
    if (named.who.kind === 'none' && !isName) return undefined
    const question = unclear(named.who, this.heard)
    if (question) return question
    if (named.who.kind === 'one') this.found = { ...this.found, delegate: named.who.person }
    this.at = named.end
    return 'read'
  }

  private days(): Understood | 'read' | 'none' {
    const rest = this.rest()
    const until = UNTIL.exec(rest)?.[0]
    if (until !== undefined && (this.found.from !== null || !/^(?:and|-|to)/.test(until))) {
      return this.day(until.length, (date) => ({ until: date }), until.trim() !== 'and')
    }
    const from = FROM.exec(rest)?.[0]
    if (from !== undefined) {
      return (
        this.sameMonth(from.length) ?? this.day(from.length, (date) => ({ from: date, until: null }), true)
      )
    }
    const lasts = LASTS.exec(rest)
    if (lasts) return this.lasting(lasts)
    const on = ON.exec(rest)?.[0].length ?? 0
    return (
      this.week(on) ??
      this.sameMonth(on) ??
      this.day(on, (date) => ({ from: date, until: this.found.until ?? date }), false)
    )
  }

  /** A day after so many characters; `mustBe`: the words before it promised one. */
  private day(
    after: number,
    found: (date: PlainDate) => Partial<Found>,
    mustBe: boolean,
  ): Understood | 'read' | 'none' {
    const start = this.at + after
    const day = dateAtStart(this.line.slice(start), this.heard.ctx)
    if (day) {
      this.found = { ...this.found, ...found(this.notBefore(day.date, start, day.length)) }
      this.at = start + day.length
      return 'read'
    }
    const phrase = this.line.slice(start, start + 40).trim()
    if (phrase !== '' && (mustBe || looksLikeDate(phrase))) {
      return { kind: 'badDate', phrase, text: this.heard.said.text }
    }
    return 'none'
  }

  /** "from Monday to Friday", said on a Thursday: the Friday after that Monday. */
  private notBefore(date: PlainDate, start: number, length: number): PlainDate {
    const { from } = this.found
    const isInFigures = /\d/.test(this.line.slice(start, start + length))
    const nextWeeks = addDays(date, 7)
    return from !== null && date < from && from <= nextWeeks && !isInFigures ? nextWeeks : date
  }

  /** "for 2 weeks": so many days from the first one on, that one included. */
  private lasting([words, number = '', unit = '']: RegExpExecArray): 'read' {
    const count = NUMBERS[number] ?? Number(number)
    const from = this.found.from ?? this.today()
    const days = /^w/.test(unit) ? count * 7 : count
    this.found = { ...this.found, from, until: addDays(from, Math.max(1, days) - 1) }
    this.at += words.length
    return 'read'
  }

  /** "next week": Monday to Friday of it; what is left of this one. */
  private week(after: number): 'read' | undefined {
    const words = WEEK.exec(this.rest().slice(after))
    if (!words) return undefined
    const today = this.today()
    const monday = addDays(today, 1 - dayOfWeek(today))
    const isThis = words[1] === 'this' || words[1] === 'diese'
    const friday = addDays(monday, isThis ? 4 : 11)
    this.found = {
      ...this.found,
      from: isThis ? today : addDays(monday, 7),
      until: friday < today ? today : friday,
    }
    this.at += after + words[0].length
    return 'read'
  }

  /** "1-5 Dec": the first day has its month from the last one. */
  private sameMonth(after: number): 'read' | undefined {
    const words = SAME_MONTH.exec(this.rest().slice(after))
    if (!words) return undefined
    const start = this.at + after + words[0].length
    const until = dateAtStart(this.line.slice(start), this.heard.ctx)
    const day = Number(words[1])
    if (!until || day < 1 || day > Number(until.date.slice(8))) return undefined
    const from = plainDate(`${until.date.slice(0, 8)}${String(day).padStart(2, '0')}`)
    this.found = { ...this.found, from, until: until.date }
    this.at = start + until.length
    return 'read'
  }

  /** Over a word that means nothing here; false at the end of the line. */
  private passOver(): boolean {
    if (this.found === NOTHING) this.startsOddly = true
    const space = this.line.slice(this.at).search(/\s/)
    if (space < 0) return false
    this.at += space
    return true
  }

  private rest(): string {
    return folded(this.line.slice(this.at, this.at + 80))
  }

  private skip(words: RegExp): void {
    this.at += words.exec(this.rest())?.[0].length ?? 0
  }

  private today(): PlainDate {
    return dateIn(this.heard.ctx.now, this.heard.ctx.zone)
  }
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  eine: 1,
  einen: 1,
  ein: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  nine: 9,
  ten: 10,
}
