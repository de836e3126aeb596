import { addDays } from '../../domain/time'
import { sundayOf, weekIn } from '../../domain/week'
import type { Person } from '../../domain/person'
import type { IssueFilter, ItemFilter } from '../../flows/command'
import { folded, phraseOf, saysNothing, spoken, withoutPoliteEnd, type Heard } from './hearing'
import { dateAtStart } from './dates'
import { unclear, whoIs } from './people'
import { asSeverity } from './severities'
import { command, type Understood } from './understood'

/** Longer than this is no wish to see a list. */
const LONGEST = 160

const LEAD =
  /^(?:show|list|give|display|get|see|view|open|find|search for|search|look for|me|us|all|the|of the|our|any|are there|is there|how many|what are|what is|what|what's|whats|which|who has|current|currently|existing|outstanding|pending|everything|every|do we have|have we got|have)(?![\p{L}\p{N}'-])[\s,:]{0,5}/u
/** What of a list is wanted alone. */
type Only = 'late' | 'blocked' | 'notRated' | 'unowned'
const ONLY: Readonly<Record<Only, RegExp>> = {
  late: /^(?:overdue|late|delayed)(?![\p{L}\p{N}'-])\s{0,5}/u,
  blocked: /^(?:blocked|stuck)(?![\p{L}\p{N}'-])\s{0,5}/u,
  notRated: /^(?:new|not rated|unrated|untriaged|not triaged)(?![\p{L}\p{N}'-])\s{0,5}/u,
  unowned: /^(?:unassigned|unowned|nobody's)(?![\p{L}\p{N}'-])\s{0,5}/u,
}
/** The same after the noun: "issues without owner". */
const ONLY_AFTER: Readonly<Record<Only, RegExp>> = {
  late: /^(?:(?:that|which) are )?(?:overdue|late|delayed)$/,
  blocked: /^(?:(?:that|which) are )?(?:blocked|stuck)$/,
  notRated:
    /^(?:(?:that|which) are )?(?:new|not rated|unrated|untriaged|not triaged|without severity|without a severity)$/,
  unowned:
    /^(?:(?:that|which) are )?(?:unassigned|unowned|not assigned|without owner|without an owner|of nobody|nobody fixes)$/,
}
/** "due this week", "due by Friday". */
const DUE = /^due\s+(?:(?:by|on|until|till|before|in|at|the)\s+)*/u
const MINE = /^(?:my|mine|my own)(?![\p{L}\p{N}'-])\s{0,5}/u
const ITEMS =
  /^(?:action items|actions|items|tasks|to-?dos|to dos|action item list|action list|list of actions|action items list)(?![\p{L}\p{N}'-])/u
const ISSUES =
  /^(?:issues|issue log|issue list|issues list|bugs|bug list|defects|defect list|defect log|tickets|problems|list of issues)(?![\p{L}\p{N}'-])/u
const OF = /^(?:of|for|by|from|owned by|assigned to|with|on)\s+/

/** "what does Megan have to do" */
const WHAT_SOMEBODY_HAS: readonly RegExp[] = [
  /^what (?:(?:action items|actions|items|tasks) )?(?:does|do|is) (.{2,60}?) (?:have|owe|owe us|owe me|need to do|have to do|doing|working on|up to|late on|late with)(?: to do| to deliver| open)?$/i,
  /^what(?:['’]s| is) (?:on )?(.{2,60}?)(?:['’]s?)? (?:plate|list|working on|doing|up to)$/i,
  /^what(?:['’]s| is)(?: still)? (?:due|open|left|overdue) (?:for|with|from) (.{2,60})$/i,
  /^(?:show |list |give )?(?:me )?everything (?:that )?(.{2,60}?) (?:has|owns|owes)(?: open| to do)?$/i,
]

/** Reads a wish to see a list: `actions of Megan`, `what are our open issues`, `issues show-stopper`. */
export function listCommand(text: string, heard: Heard): Understood | undefined {
  if (text.length > LONGEST || text.includes('\n')) return undefined
  const plain = withoutPoliteEnd(text)
    .replace(/[?!.]{1,10}$/, '')
    .trim()
  const somebody = WHAT_SOMEBODY_HAS.map((way) => way.exec(plain)?.[1]).find((name) => name !== undefined)
  if (somebody !== undefined) return itemsOf(somebody, true, heard)
  const asked = afterLead(plain, heard)
  const small = folded(asked.text)
  const items = ITEMS.exec(small)?.[0].length
  if (items !== undefined && asked.severity === undefined)
    return itemList(asked, asked.text.slice(items), heard)
  const issues = ISSUES.exec(small)?.[0].length
  if (issues !== undefined) return issueList(asked, asked.text.slice(issues), heard)
  if (DUE.test(small) && asked.only === null && asked.severity === undefined)
    return dueList(asked.text, heard)
  if (asked.severity && small === '') return listed({ kind: 'severity', severity: asked.severity })
  if (asked.searches && asked.text.length > 1 && asked.only === null)
    return listed({ kind: 'words', words: spoken(heard, asked.text) })
  return undefined
}

type Wish = {
  readonly text: string
  readonly only: Only | null
  readonly person: Person | null
  readonly severity: ReturnType<typeof asSeverity>
  readonly searches: boolean
}

/** Takes off what comes before the noun: "show me all of Megan's late". */
function afterLead(text: string, heard: Heard): Wish {
  let rest = text
  let searches = false
  let only: Only | null = null
  let person: Person | null = null
  let severity: ReturnType<typeof asSeverity>
  for (let turn = 0; turn < 10; turn += 1) {
    const small = folded(rest)
    const lead = LEAD.exec(small)?.[0] ?? /^open(?![\p{L}\p{N}'-])\s{0,5}/u.exec(small)?.[0]
    const mineWord = MINE.exec(small)?.[0]
    const some: ReturnType<typeof onlyAtStart> = only === null ? onlyAtStart(small) : undefined
    const grade = severity === undefined ? severityBefore(rest) : undefined
    const owner: ReturnType<typeof possessive> = person === null ? possessive(rest, heard) : undefined
    if (grade) severity = grade.severity
    else if (lead !== undefined) {
      searches ||= /^(?:find|search|look for)/.test(lead)
    } else if (some) only = some.only
    else if (mineWord !== undefined) person = heard.ctx.me
    else if (owner) person = owner.person
    else break
    rest = rest.slice(grade?.length ?? lead?.length ?? some?.length ?? mineWord?.length ?? owner?.length ?? 0)
  }
  return {
    text: rest.trim(),
    only,
    person,
    severity,
    searches,
  }
}

function onlyAtStart(small: string): { readonly only: Only; readonly length: number } | undefined {
  for (const only of ONLIES) {
    const length = ONLY[only].exec(small)?.[0].length
    if (length !== undefined) return { only, length }
  }
  return undefined
}

function onlyAfter(words: string): Only | undefined {
  return ONLIES.find((only) => ONLY_AFTER[only].test(words))
}

const ONLIES = ['late', 'blocked', 'notRated', 'unowned'] as const

function severityBefore(
  text: string,
): { readonly severity: NonNullable<ReturnType<typeof asSeverity>>; readonly length: number } | undefined {
  const words = /^(\S{2,20}(?: (?:stoppers?|stopping|arounds?|priority|\d))?)(?:\s{1,5}|$)/.exec(text)
  const severity = words?.[1] === undefined ? undefined : asSeverity(words[1])
  return severity && words ? { severity, length: words[0].length } : undefined
}

/** `Megan's actions`, `@Megan actions`. */
function possessive(
  text: string,
  heard: Heard,
): { readonly person: Person; readonly length: number } | undefined {
  const words =
    /^([^'’]{1,60}?)(?:['’]s?)?\s{1,5}(?=(?:late|overdue|open|action|item|task|to-?do|issue|bug|defect)[\p{L} ]*$)/iu.exec(
      text,
    )
  const who = words?.[1] === undefined ? undefined : whoIs(words[1], heard)
  return who?.kind === 'one' && words ? { person: who.person, length: words[0].length } : undefined
}

function itemList(wish: Wish, after: string, heard: Heard): Understood | undefined {
  const rest = after.replace(/^[\s,:-]{1,10}/, '')
  const words = phraseOf(rest)
  const only = wish.only ?? onlyAfter(words)
  if (words === 'for me' && !only && !wish.person) return itemsBy({ kind: 'of', person: heard.ctx.me })
  const isAll = saysNothing(words) || wish.only === null
  if (wish.person)
    return saysNothing(words) || only === 'late' ? itemsBy({ kind: 'of', person: wish.person }) : undefined
  if (only === 'late' && isAll) return itemsBy({ kind: 'overdue' })
  if (only === 'blocked' && isAll) return itemsBy({ kind: 'blocked' })
  if (only && only !== 'late')
    return isAll || saysNothing(words)
      ? { kind: 'didYouMean', guesses: ['actions', 'overdue'], text: heard.said.text }
      : undefined
  if (DUE.test(folded(rest))) return dueList(rest, heard)
  if (
    saysNothing(words) ||
    /^(?:open|all|list|please|(?:(?:that|which) )?are (?:open|there)|do we have|now)$/.test(words)
  )
    return itemsBy({ kind: 'open' })
  if (/^(?:done|closed|cancelled|in progress|due|this week)$/.test(words))
    return { kind: 'didYouMean', guesses: ['actions', 'overdue'], text: heard.said.text }
  const of = OF.exec(folded(rest))?.[0].length ?? 0
  return itemsOf(rest.slice(of), of > 0 || rest.startsWith('@'), heard)
}

function itemsOf(name: string, saysOf: boolean, heard: Heard): Understood | undefined {
  const who = whoIs(name.replace(/['’]s?$/, ''), heard)
  if (who.kind === 'one') return itemsBy({ kind: 'of', person: who.person })
  const isName = saysOf ? name.split(/\s+/).length <= 3 : /^\p{Lu}\S*$/u.test(name)
  return who.kind === 'several' || isName ? unclear(who, heard) : undefined
}

/** Items by the day that they are due; a week ends on its Sunday. */
function dueList(text: string, heard: Heard): Understood | undefined {
  const when = text.slice(DUE.exec(folded(text))?.[0].length ?? 0)
  const { now, zone } = heard.ctx
  const sunday = sundayOf(weekIn(now, zone))
  const words = phraseOf(when)
  if (/^(?:this |the )?week$/.test(words)) return itemsBy({ kind: 'dueBy', until: sunday })
  if (/^(?:the )?next week$/.test(words)) return itemsBy({ kind: 'dueBy', until: addDays(sunday, 7) })
  const found = dateAtStart(when, heard.ctx)
  const isWhole = found !== undefined && saysNothing(when.slice(found.length))
  return isWhole ? itemsBy({ kind: 'dueBy', until: found.date }) : undefined
}

function itemsBy(filter: ItemFilter): Understood {
  return command({ do: 'listItems', filter, page: 0 })
}

const NO_SEARCH = /^(?:is|are|was|were|have|has|had|will|can|should|must|do|does|did)(?![\p{L}\p{N}'-])/u
const ABOUT =
  /^(?:(?:with|about|in|on|for|regarding|containing|mentioning|like|matching|where|of|the|by|from)\s+){1,3}/

function issueList(wish: Wish, after: string, heard: Heard): Understood | undefined {
  const rest = after.replace(/^[\s,:-]{1,10}/, '')
  const words = phraseOf(rest)
  if (wish.person) return words === '' ? listed({ kind: 'of', person: wish.person }) : undefined
  if (words === 'for me') return listed({ kind: 'of', person: heard.ctx.me })
  const only = wish.only ?? onlyAfter(words)
  if (only === 'notRated' || only === 'unowned') {
    return words === '' || wish.only === null ? listed({ kind: only }) : undefined
  }
  if (only) return undefined
  const severity = wish.severity ?? asSeverity(rest)
  if (severity && (words === '' || wish.severity === undefined)) return listed({ kind: 'severity', severity })
  if (
    saysNothing(words) ||
    /^(?:open|all|list|log|(?:(?:that|which) )?are (?:open|there)|do we have)$/.test(words)
  )
    return listed({ kind: 'open' })
  if (/^(?:mine|me|my own|of mine|of me)$/.test(words)) return listed({ kind: 'of', person: heard.ctx.me })
  if (NO_SEARCH.test(words)) return undefined
  const of = /^(?:of|by|from|for|owned by|assigned to)\s+/.exec(folded(rest))?.[0].length ?? 0
  const name = rest.slice(of)
  const who = whoIs(name, heard, name.startsWith('@') ? 'named' : 'inPassing')
  if (who.kind === 'one') return listed({ kind: 'of', person: who.person })
  if (name.startsWith('@') || (who.kind === 'several' && of > 0)) return unclear(who, heard)
  const about = ABOUT.exec(folded(rest))?.[0].length ?? 0
  return listed({
    kind: 'words',
    words: spoken(heard, rest.slice(about) || rest).replace(/^["'“”]|["'“”]$/g, ''),
  })
}

function listed(filter: IssueFilter): Understood {
  return command({ do: 'listIssues', filter, page: 0 })
}
