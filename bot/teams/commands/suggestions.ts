import { folded, MARK_CLASS, phraseOf, sayable, withoutPoliteEnd, type Heard } from './hearing'
import { whoIs } from './people'
import { idAnywhere } from './recordIds'
import type { Understood } from './understood'

/** A sentence longer than this tells a story. */
const LONGEST = 400

/**
 * What a sentence that is no command may ask for all the same, ready to be said: an action item for somebody who is
 * spoken to, an issue where something fails, the settings where one of them is to change.
 */
export function suggestion(
  text: string,
  heard: Heard,
  again: (sentence: string) => Understood,
): Understood | undefined {
  if (text.length > LONGEST || text.includes('\n')) return undefined
  const small = folded(text)
  const wanted =
    fromSomebody(text, heard) ??
    toSomebody(text, heard) ??
    ofSettings(small) ??
    ofPause(small) ??
    ofReminders(text, small, heard) ??
    ofLists(small) ??
    ofPlans(text) ??
    ofTrouble(text, small, heard)
  const guesses = wanted?.filter((sentence) => isUnderstood(again(sentence))) ?? []
  return guesses.length > 0 ? { kind: 'didYouMean', guesses, text: heard.said.text } : undefined
}

function isUnderstood({ kind }: Understood): boolean {
  return kind !== 'notUnderstood' && kind !== 'didYouMean'
}

const MENTIONED = new RegExp(`^([${MARK_CLASS}])[\\s,:–-]*(.*)$`, 'u')
const NAMED =
  /^(?:ai |action |task )?@?([\p{L}.'-]+(?: [\p{L}.'-]+)??)(?:\s?:| to | should | has to | needs to | must | please | will (?!be )| soll | muss )\s*(.*)$/iu
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

const CAN_THEY =
  /^(?:[Cc]an|[Cc]ould|[Ww]ould|[Ww]ill|[Kk]ann|[Kk]önnte) @?(\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+)?) (?:please |bitte )?(.{5,})$/u
const FROM_THEM =
  /^(?:i |we )(?:still )?(?:need|am waiting for|are waiting for|wait for) (.{3,}?) from @?(\p{Lu}[\p{L}.'-]+)(.*)$/iu
const WAITS_FOR =
  /^(?:(?:i am|i'm|im|we are|we're) )?(?:still )?waiting (?:for|on) @?(\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+)?) to (.{5,})$/iu

/** "I need the price file from Megan by Friday", "can Megan take A-3?": what somebody is to do, told to somebody else. */
function fromSomebody(text: string, heard: Heard): readonly string[] | undefined {
  const plain = withoutPoliteEnd(text).replace(/[?!.]{1,5}$/, '')
  const asked = CAN_THEY.exec(plain) ?? WAITS_FOR.exec(plain.replace(/’/g, "'"))
  const needed = asked ? null : FROM_THEM.exec(plain.replace(/’m/g, ' am').replace(/'m/g, ' am'))
  const name = asked?.[1] ?? needed?.[2]
  if (name === undefined || whoIs(name, heard, 'inPassing').kind !== 'one') return undefined
  const what = asked?.[2] ?? `${needed?.[1] ?? ''}${needed?.[3] ?? ''}`
  const id = idAnywhere(what)
  if (id !== undefined)
    return /^(?:take|own|do|have|übernehmen)(?: over)? /iu.test(what) ? [`own ${id} @${name}`, id] : undefined
  return [`action ${sayable(heard, what)} @${name}`]
}

const CHANGES =
  /^(?:change|move|set|make|add|new|rename|switch|put|talk|write|answer|post|ask|send|remind|remove|postpone|delay|speak|use)(?![\p{L}\p{N}])/u
const SETTING =
  /(?<![\p{L}\p{N}])(?:go[ -]?live(?: date)?|leads?|workstreams?|language|german|english|deutsch|englisch|time ?zone|project name|customer|(?:ask|recap|reminder|draft) (?:day|time)s?)(?![\p{L}\p{N}])/u
const LANGUAGE =
  /^(?:language:? |sprache:? |in |auf |do you speak |sprichst du |sprich )?(?:german|english|deutsch|englisch)(?: please| bitte)?[.!?]?$/
const RENAMES = /^rename (?:the |this |our )?project(?: to .{1,60})?$/
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?'
const STEP_ON = new RegExp(
  `^(?:ask|post|send|remind)(?: us| people| everybody| everyone)?(?: the| me the)?(?: recap| report| draft| cards?)? (?:on )?${DAY}(?: (?:at )?[\\d:.]{1,5}(?: ?[ap]m)?)?[.!]?$`,
  'u',
)

/** What only the form of the setup changes: go-live, lead, workstreams, language, the times of the week. */
function ofSettings(small: string): readonly string[] | undefined {
  const isMeant =
    STEP_ON.test(small) ||
    LANGUAGE.test(small) ||
    RENAMES.test(small) ||
    (CHANGES.test(small) && SETTING.test(small))
  return isMeant && small.length <= 80 ? ['setup'] : undefined
}

/** What somebody can turn off for themselves: the reminders, and for a while the cards. */
const LEAVE_ME =
  /^(?:(?:please )?(?:stop|quit) (?:asking|messaging|pinging|bugging|bothering|writing|contacting|sending) (?:to )?me(?: .{1,40})?|(?:do not|don't|dont|never) (?:ask|message|ping|bother|bug|write|contact) (?:to )?me(?: .{1,40})?|leave me alone|too many messages|no more messages|frag mich nicht(?: mehr)?|lass mich in ruhe|zu viele nachrichten|keine nachrichten mehr)[.!]*$/
const ENDS =
  /^(?:(?:close|archive|end|finish) (?:the |this )?project|(?:the )?project is (?:done|over|finished)|projekt (?:beenden|abschliessen|abschließen|löschen))[.!]*$/

/** A pause has no end of its own, and "stop" may mean two things. */
function ofPause(small: string): readonly string[] | undefined {
  if (
    /^(?:pause|skip|no recap|no cards|no asks|stop asking|projekt pausieren|pause bis) (?:until|till|for|this|next|a |two |over)/.test(
      small,
    )
  ) {
    return /moment|minute|second/.test(small) ? undefined : ['pause']
  }
  if (LEAVE_ME.test(small)) return ['stop reminders', 'away']
  if (ENDS.test(small)) return ['pause', 'delete project']
  return /^(?:stop|quiet|be quiet|silence|shut up|hör auf|ruhe)[.!]?$/.test(small)
    ? ['pause', 'stop reminders']
    : undefined
}

const REMINDS = /^(?:remind|nudge|chase|ping|erinnere) (?:up )?(.{2,60})$/iu

/** "remind Megan": when people are reminded is a matter of the week, so who has not answered is what can be shown. */
const REMINDS_ALL =
  /^(?:remind|nudge|chase|ping|prod|poke) (?:everyone|everybody|all|people|the (?:late|others?|rest|team|missing)|late ones|whoever|who)(?![\p{L}]).{0,60}$/u

function ofReminders(text: string, small: string, heard: Heard): readonly string[] | undefined {
  if (REMINDS_ALL.test(small.replace(/[.!?]{1,5}$/, ''))) return ['deliveries']
  const rest = REMINDS.exec(withoutPoliteEnd(text).replace(/[.!?]{1,5}$/, ''))?.[1]
  if (rest === undefined) return undefined
  const about = idAnywhere(text)
  if (about !== undefined) return [about, 'who has not answered']
  const self = /^(?:me|mich) (?:to |an |about |of )(.{3,})$/iu.exec(rest)?.[1]
  if (self !== undefined) return [`action ${sayable(heard, self)} @${heard.ctx.me.name}`]
  if (/^me(?: (?:on|in|at|tomorrow|next|later)(?: .{1,20})?)?$/.test(small.replace(/^\p{L}+ /u, '')))
    return ['my card']
  const name = rest.replace(/ (?:about|to|of|an|again|please|now|that|for) ?.*$/iu, '')
  const who = whoIs(name, heard, 'inPassing')
  return who.kind === 'one' ? ['who has not answered', `actions of ${who.person.name}`] : undefined
}

/** What a list cannot hold alone, by the list or the summary that holds it too. */
function ofLists(small: string): readonly string[] | undefined {
  if (/^(?:who|what) (?:am i|are we|is) waiting (?:for|on)[?]?$/.test(small))
    return ['blocked items', 'actions']
  if (
    /^(?:show |list |all |the |my )*(?:closed|done|finished|completed|solved|fixed|erledigte|geschlossene) (?:issues|bugs|actions?|items|action items|tasks|aufgaben|probleme)(?: this week)?[?]?$/.test(
      small,
    )
  )
    return ['status', /issues|bugs|probleme/.test(small) ? 'issues' : 'actions']
  if (/^new (?:issues|bugs|problems)(?: this week| today)?[?]?$/.test(small)) return ['new issues', 'status']
  return undefined
}

const PLANS =
  /^(?:(?:add|new|log|record|note|make|create|raise|neue[srn]?) (?:an? |the )?(risk|decision|assumption|risiko|entscheidung)(?::| that | to | )|(risk|decision|assumption|risiko|entscheidung):)\s*(.{5,})$/iu

/** A risk is watched as somebody's action item; a decision stands with what the project goes by. */
function ofPlans(text: string): readonly string[] | undefined {
  const [, told, named, what = ''] = PLANS.exec(text) ?? []
  const kind = told ?? named ?? ''
  if (
    what === '' ||
    /^(?:is|are|was|log|register|meeting)(?![\p{L}])/u.test(folded(what)) ||
    what.endsWith('?')
  )
    return undefined
  return /^(?:decision|entscheidung)$/i.test(kind)
    ? [`source add Decision: ${what}`]
    : [`action ${kind}: ${what}`]
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
