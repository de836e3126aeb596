import { folded, MARK_CLASS, phraseOf, sayable, withoutPoliteEnd, type Heard } from './hearing'
import { whoIs } from './people'
import { idAnywhere } from './recordIds'
import type { Understood } from './understood'

/** A sentence longer than this tells a story. */
const LONGEST = 400

/**
 * What a sentence that is no command may ask for all the same, ready to be said: an action item for somebody who is
 * spoken to, an issue where something fails, the settings where one of them is to change, who has not answered where
 * somebody wants them reminded.
 */
export function suggestion(
  text: string,
  heard: Heard,
  again: (sentence: string) => Understood,
): Understood | undefined {
  if (text.length > LONGEST || text.includes('\n')) return undefined
  const small = folded(text)
  const wanted =
    toSomebody(text, heard) ??
    ofSettings(small) ??
    ofReminder(small) ??
    ofPause(small) ??
    ofTrouble(text, small, heard)
  const guesses = wanted?.filter((sentence) => isUnderstood(again(sentence))) ?? []
  return guesses.length > 0 ? { kind: 'didYouMean', guesses, text: heard.said.text } : undefined
}

function isUnderstood({ kind }: Understood): boolean {
  return kind !== 'notUnderstood' && kind !== 'didYouMean'
}

const MENTIONED = new RegExp(`^([${MARK_CLASS}])[\\s,:–-]*(.*)$`, 'u')
const NAMED =
  /^(?:ai |action |task )?@?([\p{L}.'-]+(?: [\p{L}.'-]+)?)(?:\s?:| to | should | has to | must | please )\s*(.*)$/iu
const ASKED =
  /^(?:(?:please|pls|to|should|has to|must|needs to|will|can you|could you|would you)(?![\p{L}])[\s,:]*)+/u

/** "@Megan please send the price file by Friday": something that one person is to do. */
function toSomebody(text: string, heard: Heard): readonly string[] | undefined {
  const mentioned = MENTIONED.exec(text)
  const named = mentioned ? null : NAMED.exec(text)
  const who = mentioned?.[1] ?? named?.[1]
  const rest = mentioned?.[2] ?? named?.[2]
  if (who === undefined || rest === undefined) return undefined
  if (named && whoIs(who, heard, 'inPassing').kind !== 'one') return undefined
  const asked = ASKED.exec(folded(rest))?.[0].length ?? 0
  const what = rest.slice(asked)
  if (mentioned && asked === 0 && !/^[\p{L}]+ \S/u.test(what)) return undefined
  if (phraseOf(what).split(' ').length < 2 || /\?$/.test(what.trim())) return undefined
  const name = mentioned ? sayable(heard, who) : `@${who}`
  return [`action ${sayable(heard, what)} ${name}`]
}

const REMIND =
  /^(?:remind|nudge|chase|ping|prod|poke)(?: (?:them|everyone|everybody|all|people|the (?:late|others?|rest|team|missing)|late ones|whoever|who)(?![\p{L}]).{0,60})?$|^send (?:out )?(?:a |the |another )?reminders?(?: .{0,60})?$/u

/** Nobody is reminded by hand: who has not answered, and the ask itself, are what comes nearest. */
function ofReminder(small: string): readonly string[] | undefined {
  return REMIND.test(small.replace(/[.!?]+$/, '')) ? ['deliveries', 'ask now'] : undefined
}

const CHANGES =
  /^(?:change|move|set|make|add|new|rename|switch|put|post|ask|send|remind|remove|postpone|delay|speak|use)(?![\p{L}\p{N}])/u
const SETTING =
  /(?<![\p{L}\p{N}])(?:go[ -]?live(?: date)?|leads?|workstreams?|language|german|english|deutsch|englisch|time ?zone|project name|customer)(?![\p{L}\p{N}])/u
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?'
const STEP_ON = new RegExp(
  `^(?:ask|post|send|remind)(?: us| people| everybody| everyone)?(?: the| me the)?(?: recap| report| draft| cards?)? (?:on )?${DAY}(?: (?:at )?[\\d:.]{1,5}(?: ?[ap]m)?)?[.!]?$`,
  'u',
)

/** What only the form of the setup changes: go-live, lead, workstreams, language, the times of the week. */
function ofSettings(small: string): readonly string[] | undefined {
  const isMeant = STEP_ON.test(small) || (CHANGES.test(small) && SETTING.test(small))
  return isMeant && small.length <= 80 ? ['setup'] : undefined
}

/** A pause has no end of its own, and "stop" may mean two things. */
function ofPause(small: string): readonly string[] | undefined {
  if (/^(?:pause|skip|no recap|no cards|stop asking) (?:until|till|for|this|next|a |two |over)/.test(small)) {
    return /moment|minute|second/.test(small) ? undefined : ['pause']
  }
  return /^(?:stop|quiet|be quiet|silence|shut up)[.!]?$/.test(small)
    ? ['pause', 'stop reminders']
    : undefined
}

const TROUBLE =
  /(?<![\p{L}\p{N}])(?:fails|failing|crash(?:es|ed|ing)?|hangs|freezes|(?:is|are|looks|shows|show|gives|get|got|getting|throws) (?:an? |the )?(?:broken|wrong|down|errors?|exception|blank|timeouts?)|(?:does|do)(?: not|n't) (?:work|load|open|save|start|print|respond)|(?:can not|cannot|can't) (?:log ?in|sign in|save|open|print|export|import|post)|not working|times? out)(?![\p{L}\p{N}])/u

/** "what if the import fails": nothing has failed yet. */
const ASKS =
  /\?$|^(?:what|when|why|if|how|who|where|which|is|are|was|does|do|did|can|could|should|would|will)(?![\p{L}\p{N}'])/u

/** Something does not work: an issue, in the words that it was said in. */
function ofTrouble(text: string, small: string, heard: Heard): readonly string[] | undefined {
  if (!TROUBLE.test(small) || ASKS.test(small) || idAnywhere(text) !== undefined) return undefined
  return phraseOf(small).split(' ').length >= 3
    ? [`issue ${sayable(heard, withoutPoliteEnd(text))}`]
    : undefined
}
