import { localeIn } from '../../domain/language'
import { addItem } from './addItem'
import { away } from './away'
import { deleteProject } from './deleteProject'
import { inEnglish, isGermanQuestion } from './german'
import { guess } from './guesses'
import {
  folded,
  hear,
  phraseOf,
  sayable,
  saysNothing,
  withoutPoliteEnd,
  withoutPoliteStart,
  type Heard,
} from './hearing'
import { logIssue } from './issueCommands'
import { recapTo } from './recapTo'
import { listCommand } from './lists'
import { asked, likelyQuestion, sureQuestion } from './questions'
import { idAnywhere } from './recordIds'
import { recordCommand, verbWord } from './recordCommands'
import { sourceCommand } from './sourceCommands'
import { severalLines } from './severalLines'
import { standing } from './standing'
import { suggestion } from './suggestions'
import { command, type Listening, type Said, type Understood } from './understood'
import { exampleOf, VERBS, type VerbName } from './verbs'

type PlainVerb = Extract<(typeof VERBS)[number], { takes: 'nothing' }>['name']

/** A phrase longer than this is none of the bot's. */
const LONGEST_PHRASE = 80

/** Turns what somebody wrote to the bot into what they want. Never throws, and changes nothing by itself. */
export function understand(said: Said, ctx: Listening): Understood {
  const heard = hear(said, ctx)
  const english = inEnglish(heard.text)
  // Who writes German names the day in German too, whatever language their Teams has.
  const inGerman = { ...ctx, locale: localeIn('de', ctx.locale) }
  const meant = english === undefined ? undefined : read({ ...heard, text: english, ctx: inGerman })
  if (meant && meant.kind !== 'notUnderstood') return meant
  return isGermanQuestion(heard.text) ? asked(heard.text, heard, true) : read(heard)
}

function read(heard: Heard): Understood {
  const { said, ctx } = heard
  const { stages, barest: text, asks } = withoutPoliteStart(heard.text)
  const again = (sentence: string) => understand({ ...said, text: sentence, mentions: [] }, ctx)
  return (
    firstOf(stages, (stage) => plainPhrase(stage, heard)) ??
    recapOf(text) ??
    standing(text, heard) ??
    recapTo(text) ??
    deleteProject(text) ??
    sourceCommand(text, heard) ??
    severalLines(text, heard, again) ??
    recordCommand(text, asks, heard) ??
    away(text, heard) ??
    listCommand(text, heard) ??
    howTo(text, heard, again) ??
    sureQuestion(text, heard) ??
    newRecord(text, heard) ??
    alone(text, heard) ??
    guess(text, heard, again) ??
    suggestion(text, heard, again) ??
    likelyQuestion(text, heard) ?? {
      kind: 'notUnderstood',
      text: said.text,
      about: idAnywhere(text) ?? null,
    }
  )
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = read(text)
    if (found !== undefined) return found
  }
  return undefined
}

const PHRASES: ReadonlyMap<string, PlainVerb> = new Map(
  VERBS.filter((verb) => verb.takes === 'nothing').flatMap(({ name, words }) =>
    words.map((phrase) => [phraseOf(phrase), name] as const),
  ),
)

/** A whole sentence out of the table of words, with or without politeness. */
function plainPhrase(text: string, heard: Heard): Understood | undefined {
  if (text.length > LONGEST_PHRASE) return undefined
  const whole = phraseOf(text)
  if (whole === '' && heard.mentioned.length === 0) return command({ do: 'help' })
  const verb = PHRASES.get(whole) ?? PHRASES.get(phraseOf(withoutPoliteEnd(text)))
  return verb && plainly(verb, heard)
}

/** What a verb that stands alone gets. */
function plainly(verb: PlainVerb, { ctx }: Heard): Understood {
  switch (verb) {
    case 'help':
      return command({ do: 'help' })
    case 'thanks':
      return { kind: 'thanks' }
    case 'setup':
      return command({ do: 'showSetup' })
    case 'source':
      return command({ do: 'source' })
    case 'anchor':
      return command({ do: 'postAnchor' })
    case 'mine':
      return command({ do: 'listItems', filter: { kind: 'of', person: ctx.me }, page: 0 })
    case 'overdue':
      return command({ do: 'listItems', filter: { kind: 'overdue' }, page: 0 })
    case 'askNow':
      return command({ do: 'askNow' })
    case 'card':
      return command({ do: 'showCard', week: null })
    case 'status':
      return command({ do: 'status' })
    case 'blockedItems':
      return command({ do: 'listItems', filter: { kind: 'blocked' }, page: 0 })
    case 'lastRecap':
      return command({ do: 'showRecap', week: null })
    case 'recap':
      return command({ do: 'draft' })
    case 'recapNow':
      return command({ do: 'postRecap', edit: null })
    case 'correctRecap':
      return command({ do: 'correctRecap', week: null })
    case 'audience':
      return command({ do: 'showAudience', wanted: null })
    case 'deliveries':
      return command({ do: 'deliveries' })
    case 'pause':
      return command({ do: 'pause' })
    case 'resume':
      return command({ do: 'resume' })
    case 'stopReminders':
      return command({ do: 'wantReminders', on: false })
    case 'startReminders':
      return command({ do: 'wantReminders', on: true })
    case 'alerts':
      return command({ do: 'trouble' })
    case 'alertSettings':
      return command({ do: 'showRaising' })
    case 'pin':
    case 'unpin':
      return command({ do: verb })
    case 'export':
    case 'import':
      return command({ do: verb })
    case 'away':
      return command({ do: 'away', from: null, until: null, delegate: null })
    case 'back':
      return command({ do: 'back' })
  }
}

const RECAP_OF = /^(?:show (?:me )?)?(?:the )?(?:recap|report) (?:of |for |from )?(?:week|kw|w)\s?(\d{1,2})$/u

/** "recap of week 46": one that was posted. */
function recapOf(text: string): Understood | undefined {
  const number = Number(RECAP_OF.exec(folded(text.slice(0, LONGEST_PHRASE)).replace(/[?!.]+$/, ''))?.[1] ?? 0)
  return number >= 1 && number <= 53 ? command({ do: 'showRecap', week: number }) : undefined
}

const OPENER =
  /^(?:(?:add|create|new|log|make|raise|open|record|report|file|submit|register|start|enter|note)\s+)(?:(?:a|an|the|new|another|this|following)\s+){0,3}/
const ITEM_NOUN = /^(?:action item|action|ai|task|to-?do|to do)(?![\p{L}\p{N}'-])/u
const ISSUE_NOUN = /^(?:issue|bug|defect|problem|ticket|incident|fehler)(?![\p{L}\p{N}'-])/u
/** "the action is clear": a sentence about an action is no action. */
const SPEAKS_ABOUT =
  /^(?:is|are|was|were|has|have|had|isn't|wasn't|hasn't|speaks?|solved|resolved|closed|fixed|gone|ist|sind|war|wurde|hat|erledigt|fertig|gelöst)(?![\p{L}\p{N}'-])/u
/** "issue with the printer": then the word itself is part of what is wrong. */
const LEANS_ON_NOUN =
  /^(?:with|in|on|about|when|while|at|during|regarding|concerning|after|by|for|from|under|where|mit|beim?|im|auf|wenn)(?![\p{L}\p{N}'-])/u

/** `action ...` and `issue ...`. Words with other uses need a colon or "new", "log" and the like before them. */
function newRecord(text: string, heard: Heard): Understood | undefined {
  const start = folded(text.slice(0, 120))
  const opener = OPENER.exec(start)?.[0].length ?? 0
  const item = ITEM_NOUN.exec(start.slice(opener))?.[0]
  const noun = item ?? ISSUE_NOUN.exec(start.slice(opener))?.[0]
  if (noun === undefined) return spokenTrouble(text, start, heard)
  const body = text.slice(opener + noun.length)
  const isPlainWord = /^(?:action|action item|todo|to-do|issue)$/.test(noun)
  const isTold = opener > 0 || /^\s{0,3}[:–—-]/.test(body)
  if (!isTold && saysNothing(body) && !isPlainWord) return undefined
  if (!isTold && (!isPlainWord || SPEAKS_ABOUT.test(folded(body.slice(0, 40)).trim())))
    return aboutIt(text, item !== undefined, heard)
  if (item !== undefined) return addItem(body, heard)
  const leans = LEANS_ON_NOUN.test(folded(body.slice(0, 40)).trim())
  const whole = text.slice(opener)
  return logIssue(
    leans && !/^\s{0,3}:/.test(body) ? whole.charAt(0).toUpperCase() + whole.slice(1) : body,
    heard,
  )
}

/** "bug in the import" or "task order laptops" could be meant; only the person knows. */
function aboutIt(text: string, isItem: boolean, heard: Heard): Understood | undefined {
  const space = text.search(/\s/)
  const after = text.slice(space).trim()
  if (space < 0 || text.length > 2000 || SPEAKS_ABOUT.test(folded(after.slice(0, 40)))) return undefined
  if (isItem && !/^task\s/i.test(text)) return undefined
  if (!isItem && !LEANS_ON_NOUN.test(folded(after.slice(0, 40)))) return undefined
  return {
    kind: 'didYouMean',
    guesses: [isItem ? `action ${sayable(heard, after)}` : `issue: ${sayable(heard, text)}`],
    text: heard.said.text,
  }
}

const TROUBLE =
  /^(?:there(?:'s| is| are)|i(?: have|'ve| found|'ve found| see| got)|we(?: have|'ve| found| see| got)|found|got|having|i'm having|we're having)\s+(?:a|an|another|some|the)?\s?(?:\p{L}{2,15} )?(?:issues?|bugs?|problems?|defects?)(?![\p{L}\p{N}'-])/u

function spokenTrouble(text: string, start: string, heard: Heard): Understood | undefined {
  if (!TROUBLE.test(start) || text.length > 2000) return undefined
  return { kind: 'didYouMean', guesses: [`issue: ${sayable(heard, text)}`], text: heard.said.text }
}

const HOW = /^how (?:do|can|could|should|would) (?:i|we) (.{3,60})$/
const AN_ITEM = /(?<=\S) (?:an?|my|the) (?:action item|action|item|task)$/

/** "how do I add an action": what is missing, and a sentence that has it. */
function howTo(text: string, heard: Heard, again: (sentence: string) => Understood): Understood | undefined {
  const what = HOW.exec(folded(text.slice(0, LONGEST_PHRASE)).replace(/[?!.\s]+$/, ''))?.[1]
  if (what === undefined) return undefined
  const isNew = /^(?:add|create|make|log) /.test(what)
  if (!AN_ITEM.test(what)) return undefined
  const understood = again(isNew ? what : what.replace(AN_ITEM, ''))
  return understood.kind === 'incomplete' ? { ...understood, text: heard.said.text } : undefined
}

/** A verb with nothing after it: what is missing, and a sentence that has it. */
function alone(text: string, heard: Heard): Understood | undefined {
  if (text.length > LONGEST_PHRASE) return undefined
  const plain = withoutPoliteEnd(text)
  const said = verbWord(plain)
  if (!said || !saysNothing(plain.slice(said.length))) return undefined
  // "who owns this" is a question about something else.
  const isQuestion = said.verb === 'show' && phraseOf(plain).includes(' ')
  return isQuestion ? undefined : incomplete(said.verb, heard)
}

function incomplete(verb: VerbName, heard: Heard): Understood {
  if (verb === 'undo') return { kind: 'undo', id: null }
  return { kind: 'incomplete', verb, needs: 'id', example: exampleOf(verb), text: heard.said.text }
}
