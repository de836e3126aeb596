/**
 * The usual words for the same thing, each group read as its first word, in what is asked and in what is written.
 * Longer phrases come first: "support after go-live" is support, not the cut-over.
 */
const SAME: readonly (readonly [word: string, phrases: string])[] = [
  [
    'hypercare',
    phrases(
      'support after (?:the )?(?:go live|golive|cut ?over|launch)',
      'after (?:the )?(?:go live|golive|cut ?over|launch)',
      'once we are live',
      'when we are live',
      'hyper ?care',
      'early life support',
      'help ?desk',
      'service desk',
      'support',
    ),
  ],
  [
    'changecontrol',
    phrases(
      'change requests?',
      'change control',
      'scope changes?',
      'changes? (?:to|of|in) (?:the )?scope',
      'change (?:the )?scope',
      'change management',
      'change process',
      'change board',
      'change orders?',
      '(?:raise|request|ask for|submit|file|propose|make|order)(?: for)? (?:a |an |the |another )?changes?',
      'changes? (?:are|is|get|gets) (?:approved|raised|requested)',
      'approves? (?:a |the )?changes?',
      'cab',
      'crs?',
      'rfcs?',
    ),
  ],
  [
    'issuereport',
    phrases(
      '(?:report|log|raise|file|submit|open|record)(?:ing)? (?:a |an |the )?(?:issues?|bugs?|defects?|problems?|incidents?|tickets?|faults?)',
      '(?:found|find|see) (?:a |an )?(?:issue|bug|defect)',
      'issue process',
      'defect process',
      'bug reports?',
    ),
  ],
  [
    'roles',
    phrases(
      'who (?:is|are|s) (?:responsible|accountable|in charge)',
      'who (?:approves?|decides?|signs?|owns?|authori[sz]es|accepts?)',
      'who (?:does|do) what',
      'who can (?:approve|decide|sign)',
      'who (?:has|gives) (?:the )?(?:final )?(?:say|approval|authority|sign ?off)',
      'who must (?:approve|decide|sign)',
      'responsib(?:le|ility|ilities)',
      'accountable',
      'sign ?offs?',
      'approvers?',
      'approvals?',
      'raci',
      'rasci',
      'roles?',
    ),
  ],
  [
    'contacts',
    phrases(
      'who (?:to|do (?:we|i|you)|should (?:we|i|you)|can (?:we|i|you)|must (?:we|i)) (?:call|phone|ring|contact|reach|email|mail|turn to|speak to|talk to|escalate to)',
      '(?:phone|telephone|mobile|contact|cell) (?:numbers?|lists?|details|persons?|people|info(?:rmation)?)',
      'phone ?book',
      'e ?mail addresse?s?',
      'contacts?',
      'phones?',
      'call list',
      'reach',
    ),
  ],
  [
    'communication',
    phrases(
      'who hears what',
      'who is (?:told|informed)',
      'communications?(?: plan)?',
      'comms(?: plan)?',
      'news ?letters?',
      'stakeholder (?:updates?|communication)',
      'announcements?',
      'how (?:do|are) (?:we|people|users|customers|stakeholders) (?:told|informed|updated)',
    ),
  ],
  [
    'uat',
    phrases(
      'user acceptance(?: test(?:s|ing)?)?',
      'acceptance test(?:s|ing)?',
      'acceptance',
      'uat',
      'test (?:plans?|cases?|scripts?|guides?|scenarios?)',
      'test(?:s|ing|ers?)?',
    ),
  ],
  [
    'cutover',
    phrases(
      'cut ?over',
      'go ?live',
      'going live',
      'we go live',
      'launch(?:es)?',
      'switch ?over',
      'roll ?back',
      'big bang',
    ),
  ],
  [
    'scope',
    phrases(
      'in scope',
      'out of scope',
      'in or out of scope',
      'exclusions?',
      'excluded',
      'not included',
      'scope',
    ),
  ],
  [
    'plan',
    phrases(
      'project plans?',
      'schedules?',
      'time ?lines?',
      'time ?tables?',
      'gantt(?: chart)?',
      'milestones?',
      'road ?maps?',
      'planning',
      'plans?',
    ),
  ],
]

function phrases(...written: readonly string[]): string {
  return written.join('|')
}

/** All of them at once, a group of brackets for each word: a page of long texts is read in one pass. */
const ANY_OF_THEM = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SAME.map(([, ways]) => `(${ways})`).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)

/** Words that carry no meaning in a question about how a project runs. */
const EMPTY_WORDS = new Set(
  `a about above actually again all also am an and any anybody anyone anything are as at be been before but by can
  cant could did do does doing done dont down each ever every everybody everyone few find for from get gets give go
  goes going got had has have having he her here hers him his how i if im in info into is it its ive just keep keeps
  kept know known knows let lets like list live located location look looking lookup made make makes many may me might
  mine more most much must my need needed needs no not now of off on once one ones only onto open or other our ours out
  over own please put question read really same say says see she should show so some somebody someone something soon
  still such take tell than that thats the their them then there these they thing things think this those time to today
  told too under until up us use used very via want wants was we well were what whats when where wheres whether which
  while who whom whos whose why will with without wont would wonder wondering you your yours yet stand stands stored
  saved share shared happen happens exactly currently right way work works run runs project projects team`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Words that say what form a thing has: they tell two things apart, and prove little alone. */
const FORM_WORDS = new Set(
  `guide guides page pages document documents doc docs file files link links sheet sheets overview information details
  checklist latest current version new final draft copy process rules policy url site folder wiki address number numbers
  name names person people first next`.split(/\s+/),
)

/** A text in small letters without accents, with the usual words for the same thing read as one. */
export function asOneWord(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s(?![\p{L}])/gu, ' s')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return plain.replace(ANY_OF_THEM, (_, ...found: readonly unknown[]) => {
    const group = found.findIndex((one) => typeof one === 'string')
    return ` ${SAME[group]?.[0] ?? ''} `
  })
}

/** The words of a text that mean something, in the order in which they are said. */
export function meaningIn(text: string): readonly string[] {
  const words = asOneWord(text).split(/\s+/)
  return [...new Set(words.filter((word) => word.length > 1 && !EMPTY_WORDS.has(word)))]
}

const GROUPS: ReadonlySet<string> = new Set(SAME.map(([word]) => word))

/** How much finding this word proves. */
export function weightOf(word: string): number {
  if (GROUPS.has(word)) return 1.5
  return FORM_WORDS.has(word) ? 0.3 : 1
}

export function isUsualWord(word: string): boolean {
  return GROUPS.has(word)
}
