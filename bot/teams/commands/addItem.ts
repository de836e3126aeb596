import {
  dayClausesAt,
  DAY_WORDS,
  DUE_WORDS,
  fits,
  has,
  isHeld,
  peopleAt,
  peopleClausesAt,
  pick,
  workstreamAt,
  type Clause,
  type Clauses,
  type Found,
} from './clauses'
import { dateAtStart } from './dates'
import { folded, MARK_CLASS, spoken, withoutPoliteEnd, type Heard } from './hearing'
import { unclear, whoIs } from './people'
import { command, type Understood } from './understood'
import { exampleOf } from './verbs'

/** Reads what follows the word `action`. The parts may come in any order, after the title or before it. */
export function addItem(body: string, heard: Heard): Understood {
  const lines = withoutPoliteEnd(body.replace(/^[\s:,;.-]+/, ''))
  const joined = lines.replace(/\s*\n\s*/g, ' ')
  const firstEnd = lines.indexOf('\n')
  const whole = splitOff(joined, heard)
  if (whole.endsInClauses || firstEnd < 0) return told(whole, heard)
  const first = splitOff(lines.slice(0, firstEnd).trimEnd(), heard)
  return told(
    {
      ...first,
      title: `${first.title.trimEnd()} ${lines
        .slice(firstEnd)
        .replace(/\s*\n\s*/g, ' ')
        .trim()}`,
    },
    heard,
  )
}

type Parts = { readonly title: string; readonly clauses: Clauses; readonly endsInClauses: boolean }

/** Takes the clauses off the end of a line, then off its start; what the title keeps may still name an owner or a day. */
function splitOff(line: string, heard: Heard): Parts {
  const reader = new ClauseReader(line, heard)
  const tail = reader.tail()
  const front = line.slice(0, tail.start)
  const lead = leadingClauses(front, heard, tail.clauses)
  const title = front.slice(lead.end)
  const clauses = [...lead.clauses, ...tail.clauses]
  const inside = insideClauses(title, heard, clauses)
  return { title, clauses: [...clauses, ...inside], endsInClauses: tail.clauses.length > 0 }
}

function told({ title: rawTitle, clauses }: Parts, heard: Heard): Understood {
  const text = heard.said.text
  const title = spoken(heard, rawTitle)
    .replace(/^to (?=\p{L})/iu, '')
    .replace(/[\s,;:-]{1,20}$/, '')
  if (title === '')
    return { kind: 'incomplete', verb: 'action', needs: 'title', example: exampleOf('action'), text }
  const badDate = pick(clauses, 'badDate')
  if (badDate) return { kind: 'badDate', phrase: badDate.phrase, text }
  const owner = pick(clauses, 'owner')?.who ?? null
  const forWhom = pick(clauses, 'for')?.who ?? null
  const question = unclear(owner, heard) ?? unclear(forWhom, heard)
  if (question) return question
  return command({
    do: 'addItem',
    title,
    owner: owner?.kind === 'one' ? owner.person : null,
    for: forWhom?.kind === 'one' ? forWhom.person : null,
    due: pick(clauses, 'due')?.date ?? null,
    unblocks: pick(clauses, 'unblocks')?.text ?? null,
    workstream: pick(clauses, 'workstream')?.id ?? null,
    conversation: heard.said.conversation,
  })
}

/** Starts that are worth a closer look; far more than anybody writes, few enough to stay quick on anything. */
const MOST_STARTS = 40

const UNBLOCKS_WORDS =
  /^(?:(?:(?:which |that |this |it )?unblocks|unblocking|to unblock|unblock)\s?:?|so(?: that)? (?:\S{1,30} ){1,3}?can (?:start|begin|continue|go on)(?: with)?)\s+/

const STARTS = new RegExp(
  `(?:^|[\\s,;(])(?=[${MARK_CLASS}@#\\d]|(?:owner|owned|assigned|assign|assignee|responsible|for|für|by|due|deadline|before|until|till|til|on|not|no|at|bis|am|avant|pour|d'ici|para|antes|entro|voor|innan|senast|unblocks|unblocking|to unblock|unblock|so|which|that|this|it|in|next|may|end|the|${DAY_WORDS}))`,
  'gu',
)

/** Finds clauses in one line; remembers what it found at each place, so that no place is read twice. */
class ClauseReader {
  private readonly small: string
  private readonly starts: readonly number[]
  private readonly known = new Map<number, Clauses | null>()

  constructor(
    private readonly line: string,
    private readonly heard: Heard,
  ) {
    this.small = folded(line)
    const all = [...this.small.matchAll(STARTS)].map((match) => match.index + match[0].length)
    this.starts = all.slice(-MOST_STARTS)
  }

  /** The longest end of the line that is clauses and nothing else. */
  tail(): { readonly start: number; readonly clauses: Clauses } {
    for (const start of this.starts) {
      const clauses = this.clausesToEnd(start)
      if (clauses && clauses.length > 0) return { start, clauses }
    }
    return { start: this.line.length, clauses: [] }
  }

  /** The clauses from here to the end, or null when something else stands there. */
  private clausesToEnd(from: number): Clauses | null {
    const at = this.skip(from)
    if (at >= this.line.length) return []
    const known = this.known.get(at)
    if (known !== undefined) return known
    this.known.set(at, null)
    for (const { clause, end } of this.clausesAt(at)) {
      const rest = this.clausesToEnd(end)
      if (rest && fits(clause, rest)) {
        const found = [clause, ...rest]
        this.known.set(at, found)
        return found
      }
    }
    return null
  }

  private skip(from: number): number {
    const gap = /^(?:[\s,;.!)]|and (?=due|by|unblocks|for|owner))*/.exec(this.small.slice(from, from + 60))
    return from + (gap?.[0].length ?? 0)
  }

  private *clausesAt(at: number): Generator<Found> {
    yield* peopleClausesAt(this.line, at, this.heard)
    yield* dayClausesAt(this.line, at, this.heard)
    yield* workstreamAt(this.line, at, this.heard)
    const words = UNBLOCKS_WORDS.exec(this.small.slice(at, at + 60))
    if (words) yield* this.unblocksAt(at + words[0].length)
  }

  /** What is unblocked goes on to the next clause, or to the end. */
  private *unblocksAt(at: number): Generator<Found> {
    const text = (end: number): string =>
      spoken(this.heard, this.line.slice(at, end)).replace(/[\s,;.]{1,20}$/, '')
    for (const end of this.starts) {
      if (end > at && this.clausesToEnd(end) && text(end) !== '')
        yield { clause: { kind: 'unblocks', text: text(end) }, end }
    }
    if (text(this.line.length) !== '')
      yield { clause: { kind: 'unblocks', text: text(this.line.length) }, end: this.line.length }
  }
}

const LEAD_GLUE = /^(?:[\s,:;.-]|(?:to|should|will|must|shall|please|needs to|need to|has to|have to)\s)*/
const LEAD_NAME =
  /^([\p{L}'’-]{2,40}(?: [\p{L}'’-]{2,40}){0,2})(?=\s?:|\s(?:to|should|will|must|shall|needs to|has to)\s)/u

/** Clauses before the title: "@Megan: send the price file", "by Friday send ...", "Megan to send ...". */
function leadingClauses(
  front: string,
  heard: Heard,
  tail: Clauses,
): { readonly clauses: Clauses; readonly end: number } {
  const clauses: Clause[] = []
  let end = 0
  for (let turn = 0; turn < 4; turn += 1) {
    const found = leadAt(front, end, heard)
    const clause = found && fitting(found.clause, [...clauses, ...tail])
    if (!clause) break
    const glue = LEAD_GLUE.exec(folded(front.slice(found.end, found.end + 60)))?.[0].length ?? 0
    if (found.end + glue >= front.length) break
    clauses.push(clause)
    end = found.end + glue
  }
  return { clauses: forBecomesOwner(clauses, tail), end }
}

/** The clause, or what it must mean beside the others: a second "for" gives the item to somebody. */
function fitting(clause: Clause, others: Clauses): Clause | undefined {
  if (fits(clause, others)) return clause
  return clause.kind === 'for' && !has(others, 'owner') ? { kind: 'owner', who: clause.who } : undefined
}

function leadAt(front: string, at: number, heard: Heard): Found | undefined {
  for (const found of [
    ...peopleClausesAt(front, at, heard),
    ...dayClausesAt(front, at, heard),
    ...workstreamAt(front, at, heard),
  ]) {
    const isBareDay = found.clause.kind === 'due' && !DUE_WORDS.test(folded(front.slice(at, at + 40)))
    if (!isBareDay) return found
  }
  const name = LEAD_NAME.exec(front.slice(at, at + 130))?.[1]
  const who = name === undefined ? undefined : whoIs(name, heard, 'inPassing')
  return who && name !== undefined && who.kind !== 'none'
    ? { clause: { kind: 'owner', who }, end: at + name.length }
    : undefined
}

/** "action for @Megan: send the file" gives it to Megan; only beside an owner does "for" name who waits. */
function forBecomesOwner(lead: readonly Clause[], tail: Clauses): Clauses {
  if (has(lead, 'owner') || has(tail, 'owner')) return lead
  return lead.map((clause) => (clause.kind === 'for' ? { kind: 'owner', who: clause.who } : clause))
}

/** A single mention or a day in the middle counts too; its words stay in the title, where they were written. */
function insideClauses(title: string, heard: Heard, found: Clauses): Clauses {
  const inside: Clause[] = []
  const names = [...title.matchAll(new RegExp(`(?:^|[\\s,(])(?=[${MARK_CLASS}]|@\\p{L})`, 'gu'))]
  const [only, another] = names.map((match) => match.index + match[0].length)
  if (!has(found, 'owner') && only !== undefined && another === undefined && !isHeld(title, only)) {
    const [nearest] = peopleAt(title, only, heard, 'named')
    if (nearest && nearest.who.kind !== 'none') inside.push({ kind: 'owner', who: nearest.who })
  }
  if (has(found, 'due') || has(found, 'badDate')) return inside
  for (const match of [...folded(title).matchAll(/(?:^|\s)(?:by|due|bis)\s+/g)].slice(-20)) {
    const date = dateAtStart(title.slice(match.index + match[0].length), heard.ctx)
    if (date?.sure) return [...inside, { kind: 'due', date: date.date }]
  }
  return inside
}
