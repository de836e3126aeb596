import type { ItemChange } from '../../domain/actionItem'
import type { ItemId } from '../../domain/ids'
import type { Person } from '../../domain/person'
import { dateAtStart } from './dates'
import {
  folded,
  MARK_CLASS,
  mentionAt,
  phraseOf,
  saysNothing,
  spoken,
  withoutPoliteEnd,
  type Heard,
} from './hearing'
import { unclear, whoIs, type Who } from './people'
import { reasonIn } from './reasons'
import { command, type Understood } from './understood'
import { exampleOf } from './verbs'

export function changeItem(id: ItemId, change: ItemChange): Understood {
  return command({ do: 'changeItem', id, change, seen: null })
}

const NEEDS =
  /^(?:(?:it |he |she |we |i )?(?:is |am |are )?(?:needs?|needing|requires?|waiting (?:for|on)|waits for|wait for|blocked by|depends on|depending on|(?:wartet|warte|warten) auf|braucht|brauche|brauchen|benötigt|wegen|blockiert von|von|durch|by|on|because of|until))\s+/

/** `block A-12 waiting for Megan`: the reason, and whose help would free it. */
export function blockItem(id: ItemId, rest: string, heard: Heard): Understood {
  const reason = reasonIn(rest)
  const { who, after } = whoIsNeeded(reason, heard)
  const question = who?.kind === 'several' ? unclear(who, heard) : undefined
  if (question) return question
  const needs: Person | null = who?.kind === 'one' ? who.person : null
  // "needs @Megan: firewall change" is shown as "Needs Megan Bowen: firewall change", so her name is not said twice.
  const said = needs && after !== '' ? after : reason
  return changeItem(id, { kind: 'block', reason: spoken(heard, said), needs })
}

function whoIsNeeded(reason: string, heard: Heard): { readonly who: Who | null; readonly after: string } {
  const words = NEEDS.exec(folded(reason.slice(0, 60)))?.[0].length ?? 0
  const named = reason.slice(words)
  const mark = new RegExp(`^[${MARK_CLASS}]`).exec(named)
  if (mark) return { who: whoIs(mark[0], heard), after: afterColon(named.slice(1)) }
  if (words > 0 || named.startsWith('@')) {
    const name = /^@?\p{L}[^\s,;:.!]*(?:\s\p{L}[^\s,;:.!]*){0,2}/u.exec(named.slice(0, 80))?.[0] ?? ''
    const ends = [...name.matchAll(/\S+/g)].map((word) => word.index + word[0].length)
    for (const end of ends.reverse()) {
      const who = whoIs(named.slice(0, end), heard, named.startsWith('@') ? 'named' : 'inPassing')
      if (who.kind !== 'none') return { who, after: afterColon(named.slice(end)) }
    }
  }
  const marks = [...reason.matchAll(new RegExp(`[${MARK_CLASS}]`, 'g'))]
  const only = marks.length === 1 ? mentionAt(heard, marks[0]?.[0] ?? '') : undefined
  return { who: only ? { kind: 'one', person: only } : null, after: '' }
}

/** What stands after "needs Megan:", where a sign divides it from the name; nothing when the sentence just goes on. */
function afterColon(text: string): string {
  const divided = /^\s{0,3}[:,;–—-]\s{0,3}(.*)$/s.exec(text)
  return divided?.[1]?.trim() ?? ''
}

const TO_DATE =
  /^\s{0,9}(?:(?:out|back|it|due|the date|to|until|till|til|on|by|for|is|auf|bis|zum)(?:\s+|$)|(?:->|→|=|:|,|-)\s{0,9}){0,4}/
const LENGTH_OF_TIME =
  /^(?:an?|one|two|three|four|another|a couple of|a few|\d{1,3})\s(?:more )?(?:business |working )?(?:days?|weeks?|months?|d|w)(?![\p{L}\p{N}])(?! from)/u
const BECAUSE = /^(?:because|since|due to|as |reason|why)/

/**
 * `move A-12 to <date> <why>`. Without a date the command goes on, and what it needs is asked for; "by a week" is none,
 * since nobody says from which day on.
 */
export function moveItem(id: ItemId, rest: string, heard: Heard): Understood {
  const glue = TO_DATE.exec(folded(rest.slice(0, 80)))?.[0].length ?? 0
  const body = rest.slice(glue).trimStart()
  if (phraseOf(withoutPoliteEnd(body).slice(0, 200)) === '')
    return changeItem(id, { kind: 'move', to: null, why: '' })
  const length = LENGTH_OF_TIME.exec(folded(body.slice(0, 40)))?.[0].length
  if (length !== undefined) {
    const after = body.slice(length)
    if (/^ ago(?![\p{L}])/u.test(after)) return badDate(firstWords(body, heard), heard)
    return changeItem(id, { kind: 'move', to: null, why: spoken(heard, reasonIn(after)) })
  }
  const found = dateAtStart(body, heard.ctx)
  if (found)
    return changeItem(id, {
      kind: 'move',
      to: found.date,
      why: spoken(heard, reasonIn(body.slice(found.length))),
    })
  const late = dateAtEnd(body, heard)
  if (late) return changeItem(id, { kind: 'move', to: late.date, why: spoken(heard, reasonIn(late.before)) })
  if (BECAUSE.test(folded(body.slice(0, 20))))
    return changeItem(id, { kind: 'move', to: null, why: spoken(heard, reasonIn(body)) })
  return badDate(firstWords(body, heard), heard)
}

/** "because the supplier is late to Friday": the date may come last. */
function dateAtEnd(
  body: string,
  heard: Heard,
): { readonly date: ItemDate; readonly before: string } | undefined {
  const starts = [...folded(body).matchAll(/\s(?:to|until|till)\s/g)].slice(-3)
  for (const { index, 0: word } of starts) {
    const tail = body.slice(index + word.length)
    const found = dateAtStart(tail, heard.ctx)
    if (found && saysNothing(tail.slice(found.length)))
      return { date: found.date, before: body.slice(0, index) }
  }
  return undefined
}

type ItemDate = Extract<ItemChange, { kind: 'move' }>['to']

function badDate(phrase: string, heard: Heard): Understood {
  return { kind: 'badDate', phrase, text: heard.said.text }
}

function firstWords(text: string, heard: Heard): string {
  const words = spoken(heard, text.slice(0, 60)).split(/[\n,;]/, 1)[0] ?? ''
  return words.split(/\s+/).slice(0, 6).join(' ')
}

const OWNER_GLUE =
  /^\s{0,9}(?:(?:to|by|is|owner|new owner|over to|over|for|as|the|->|→|-)(?:[\s:]+|$)|[:=,]\s{0,9}){0,4}/

/** Who is to own a record, from what follows its number. */
export function newOwner(
  rest: string,
  heard: Heard,
): { readonly person: Person } | { readonly instead: Understood } {
  const glue = OWNER_GLUE.exec(folded(rest.slice(0, 60)))?.[0].length ?? 0
  const words = rest
    .slice(glue)
    .trim()
    .replace(/[.!]{1,5}$/, '')
  const text = heard.said.text
  if (saysNothing(words))
    return { instead: { kind: 'incomplete', verb: 'own', needs: 'person', example: exampleOf('own'), text } }
  const who = whoIs(words, heard)
  return who.kind === 'one'
    ? { person: who.person }
    : { instead: unclear(who, heard) ?? { kind: 'notUnderstood', text, about: null } }
}
