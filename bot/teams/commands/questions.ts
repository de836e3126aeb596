import { isUsualWord, meaningIn } from '../../flows/sourceWords'
import { folded, phraseOf, spoken, withoutPoliteEnd, type Heard } from './hearing'
import { command, type Understood } from './understood'

/** A question is short; what is longer tells a story. */
const LONGEST = 240

const LEADS_IN =
  /^(?:(?:do you|does (?:anyone|anybody|someone)|do we) know|tell me|i wonder|any idea|remind me|do we have any idea) (?=where|who|how|what|which|when)/
const LOOKING =
  /^(?:i am |i'm |im |we are |we're )?(?:looking for|searching for|trying to find|can't find|cannot find|can not find)(?![\p{L}\p{N}])/u
const SURE: readonly RegExp[] = [
  /^(?:where|where's|wheres) (?:is|are|can (?:i|we|one)|could (?:i|we)|do (?:i|we)|does|to|the|our|my|should (?:i|we)|would (?:i|we)|did we)(?![\p{L}\p{N}])/u,
  /^how (?:(?:do|can|should|must|may|could|would) (?:i|we|one|people|users|testers|customers)|to|are|is|does)(?![\p{L}\p{N}])/u,
  /^who (?:approves?|decides?|signs?|owns?|authori[sz]es|accepts|hears|gets|pays|supports|handles|runs|does|gives|has the|(?:is|are) (?:responsible|accountable|in charge|told|informed|consulted|the contact)|(?:do|can|should|must|may) (?:i|we)|can|should|must|to)(?![\p{L}\p{N}])/u,
  /^(?:what is|what's|whats|what are) (?:the|our) (?:process|procedure|plan|scope|schedule|timeline|link|address|number|phone|raci|way|contact|policy|rule|rules|steps|milestones|roles)(?![\p{L}\p{N}])/u,
  /^(?:what is|what's|whats) (?:in|out of) scope/,
  /^(?:who|who's|whos)(?: is| are)? (?:the|our) (?=\p{L})/u,
]
const MAYBE =
  /^(?:what|what's|whats|which|when's|whens|when|who's|who|whom|whose|how|where|is|are|do we|do i|does|did we|can|has|have we|any|link to)(?![\p{L}\p{N}'])/u
const TO_THE_BOT = /(?<![\p{L}\p{N}])(?:you|your|yours|u|ur)(?![\p{L}\p{N}])/u
/** "How do you raise a change": everybody is meant. */
const ANYBODY = /^(?:how|where|who|what) (?:do|would|should|can) you /
const VERB =
  /(?<![\p{L}\p{N}])(?:is|are|was|were|has|have|had|be|been|went|goes|did|does|will|looks?|seems?)(?![\p{L}\p{N}])/u

/** Words that ask for a thing: it has to be one that a project's page has. */
const FETCH = /^(?:find|show|show me|open|get|get me|give me|i need|send me|see|read)(?: the| our| a| an)? /u
/** A record by its number has a card of its own. */
const RECORD = /(?<![\p{L}\p{N}])[ai]-?\d/u

/** It speaks of something that only the two of them see. */
const POINTS = /(?:^|\s)(?:this|that|it|these|those|them|him|her|das|es|er|sie|ihn|ihm|dies|der)[?!.\s]*$/u

/** A sentence that can be nothing but a question about how the project runs: "where is …", "who approves …". */
export function sureQuestion(text: string, heard: Heard): Understood | undefined {
  const start = asksIn(text)
  if (start === undefined || TO_THE_BOT.test(start)) return undefined
  const way = LOOKING.exec(start) ?? SURE.map((one) => one.exec(start)).find((found) => found !== null)
  if (!way || (saysNothing(start.slice(way[0].length)) && !/scope/.test(way[0]))) return undefined
  return asked(text, heard, true)
}

/** What may be a question: it is one if the page has an answer to it. */
export function likelyQuestion(text: string, heard: Heard): Understood | undefined {
  const start = asksIn(text)
  if (start === undefined || (TO_THE_BOT.test(start) && !ANYBODY.test(start))) return undefined
  const meaning = meaningIn(start)
  const isAsked = MAYBE.test(start) || ANYBODY.test(start) || start.endsWith('?')
  const isKnown = meaning.some(isUsualWord)
  if (isAsked ? isKnown || meaning.length > 1 : isKnown && (FETCH.test(start) || isNamed(start))) {
    return asked(text, heard, false)
  }
  return undefined
}

/** The sentence as it asks, in small letters; `undefined` for one that asks nothing of the page. */
function asksIn(text: string): string | undefined {
  if (text.length > LONGEST || text.includes('\n')) return undefined
  const start = folded(text).trim().replace(LEADS_IN, '')
  return RECORD.test(start) || POINTS.test(start) ? undefined : start
}

/** A thing by its name and no more: "test plan", "the RACI". */
function isNamed(start: string): boolean {
  return phraseOf(start).split(' ').length <= 3 && !VERB.test(start)
}

/** "Where is it?" asks for what only the two of them know. */
function saysNothing(rest: string): boolean {
  return meaningIn(rest).length === 0
}

/** A question to the project's page; `sure`: it can be nothing else. */
export function asked(text: string, heard: Heard, sure: boolean): Understood {
  return command({ do: 'where', question: spoken(heard, withoutPoliteEnd(text)), sure })
}
