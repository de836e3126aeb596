import type { IssueId } from '../../domain/ids'
import type { IssueChange, Severity } from '../../domain/issue'
import type { Person } from '../../domain/person'
import { folded, MARK_CLASS, saysNothing, sayable, spoken, withoutPoliteEnd, type Heard } from './hearing'
import { unclear, whoIs, type Who } from './people'
import { idAtStart } from './recordIds'
import { asSeverity, SAID, severityAtStart, vagueSeverity } from './severities'
import { command, type Understood } from './understood'
import { exampleOf } from './verbs'

const LONGEST_TITLE = 200

export function changeIssue(id: IssueId, change: IssueChange): Understood {
  return command({ do: 'changeIssue', id, change, seen: null })
}

/** The first line is the title, the rest the details; a first line that is no title is kept whole in the details. */
export function logIssue(body: string, heard: Heard): Understood {
  const told = spoken(heard, body.replace(/^[\s:,;.-]+/, ''))
  if (told === '')
    return {
      kind: 'incomplete',
      verb: 'issue',
      needs: 'title',
      example: exampleOf('issue'),
      text: heard.said.text,
    }
  const lineEnd = told.indexOf('\n')
  const first = (lineEnd < 0 ? told : told.slice(0, lineEnd)).trim()
  const rest = lineEnd < 0 ? '' : told.slice(lineEnd).trim()
  const fits = first.length <= LONGEST_TITLE
  return command({
    do: 'logIssue',
    title: fits ? first : shortened(first),
    details: fits ? rest : told,
    conversation: heard.said.conversation,
  })
}

/** The first sentence when it is short enough, else as many words as fit. */
function shortened(line: string): string {
  const sentence = /^.{20,180}?[.!?](?=\s)/.exec(line.slice(0, LONGEST_TITLE))?.[0]
  if (sentence !== undefined) return sentence
  const cut = line.slice(0, LONGEST_TITLE - 1)
  const lastSpace = cut.lastIndexOf(' ')
  const words = lastSpace > LONGEST_TITLE / 2 ? cut.slice(0, lastSpace) : cut.replace(/[\ud800-\udbff]$/, '')
  return `${words.trimEnd()}…`
}

/** Severity and fixer in any order: `triage I-7 as show-stopper to @Megan`. */
export function triageIssue(id: IssueId, rest: string, heard: Heard): Understood {
  const { severity, who, left } = gradedIn(rest, heard)
  const question = who?.kind === 'several' ? unclear(who, heard) : undefined
  if (question) return question
  const owner = who?.kind === 'one' ? who.person : null
  if (saysNothing(left)) return changeIssue(id, { kind: 'triage', severity, owner })
  if (severity === null) return notGraded(id, left, owner, heard, 'triage')
  if (owner === null && /^@|^\p{Lu}/u.test(left))
    return {
      kind: 'nobody',
      phrase: spoken(heard, left.replace(/^@/, '')).slice(0, 80),
      text: heard.said.text,
    }
  const guesses = [sentence('triage', id, severity, owner)]
  if (severity === 'workaround') guesses.push(`workaround ${id} ${sayable(heard, left)}`)
  return { kind: 'didYouMean', guesses, text: heard.said.text }
}

/** `severity I-7 cosmetic`: a new severity without moving the issue on. */
export function gradeIssue(id: IssueId, rest: string, heard: Heard): Understood {
  const words = withoutPoliteEnd(rest.replace(TRIAGE_GLUE, ''))
  const severity = asSeverity(words) ?? asSeverity(`severity ${words}`)
  if (severity) return changeIssue(id, { kind: 'edit', severity })
  if (saysNothing(words)) return changeIssue(id, { kind: 'triage', severity: null, owner: null })
  return notGraded(id, words, null, heard, 'severity')
}

/** Words that are no severity: the ones they may stand for, or the issue's card, where it can be chosen. */
function notGraded(
  id: IssueId,
  words: string,
  owner: Person | null,
  heard: Heard,
  verb: 'triage' | 'severity',
): Understood {
  const vague = vagueSeverity(withoutPoliteEnd(words))
  const guesses = vague ? vague.map((severity) => sentence(verb, id, severity, owner)) : [`${verb} ${id}`, id]
  return { kind: 'didYouMean', guesses, text: heard.said.text }
}

function sentence(verb: string, id: IssueId, severity: Severity, owner: Person | null): string {
  return `${verb} ${id} ${SAID[severity]}${owner ? ` @${owner.name}` : ''}`
}

const TRIAGE_GLUE =
  /^(?:[\s:;,.=–—>-]|(?:as|to|for|is|a|an|and|owner|with|it|assigned to|assign to|assign|fixer)(?=[\s:=]))*/i
const NAME_AT_START = new RegExp(
  `^(?:[${MARK_CLASS}]|@?[^\\s,;:@${MARK_CLASS}]+(?:\\s[^\\s,;:@${MARK_CLASS}]+){0,2})`,
  'u',
)

type Graded = { readonly severity: Severity | null; readonly who: Who | null; readonly left: string }

function gradedIn(rest: string, heard: Heard): Graded {
  let left = rest
  let severity: Severity | null = null
  let who: Who | null = null
  for (let turn = 0; turn < 4; turn += 1) {
    left = left.slice(TRIAGE_GLUE.exec(left.slice(0, 60))?.[0].length ?? 0)
    const grade: ReturnType<typeof severityAtStart> = severity === null ? severityAtStart(left) : undefined
    const name: { who: Who; length: number } | undefined = grade || who ? undefined : nameAtStart(left, heard)
    if (grade) severity = grade.severity
    else if (name) who = name.who
    else break
    left = left.slice((grade ?? name)?.length ?? 0)
  }
  return { severity, who, left: left.trim() }
}

function nameAtStart(text: string, heard: Heard): { readonly who: Who; readonly length: number } | undefined {
  const words = NAME_AT_START.exec(text.slice(0, 120))?.[0]
  if (words === undefined) return undefined
  for (let name = words; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf(' ')))) {
    const who = whoIs(name.replace(/[.!]$/, ''), heard, words.startsWith('@') ? 'named' : 'inPassing')
    if (who.kind !== 'none') return { who, length: name.length }
  }
  return undefined
}

/** `duplicate I-7 of I-3`. */
export function markDuplicate(id: IssueId, rest: string, heard: Heard): Understood {
  const glue =
    /^(?:[\s:,-]|(?:is |a )*(?:duplicates?|dup|dupe|same as|of|to|as|with|and|is|a)(?=\s))*/.exec(
      folded(rest.slice(0, 60)),
    )?.[0].length ?? 0
  const other = idAtStart(rest.slice(glue))
  const text = heard.said.text
  if (!other || !other.id.startsWith('I-'))
    return { kind: 'incomplete', verb: 'duplicate', needs: 'id', example: exampleOf('duplicate'), text }
  return changeIssue(id, { kind: 'duplicate', of: other.id as IssueId })
}
