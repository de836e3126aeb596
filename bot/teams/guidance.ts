import type { Guidance } from '../cards/guidanceCard'
import type { TapProblem } from '../cards/toCommand'
import type { Meant, MeantRecord } from '../flows/recordsMeant'
import { asSeen } from './commands/hearing'
import type { Understood } from './commands/understood'
import { wordOf, type VerbName } from './commands/verbs'

/** Whose records a verb that stands alone may be about; `undefined` for verbs of which that says nothing. */
export function meantBy(verb: VerbName): Meant | undefined {
  switch (verb) {
    case 'done':
    case 'start':
    case 'block':
    case 'move':
    case 'cancel':
    case 'own':
      return 'ownItems'
    case 'fix':
    case 'retest':
    case 'workaround':
    case 'defer':
    case 'duplicate':
      return 'ownIssues'
    case 'close':
      return 'toRetest'
    case 'triage':
    case 'severity':
      return 'notRated'
    default:
      return undefined
  }
}

/** What helps on somebody whose words were no command; `meant`: the records that a verb alone may be about. */
export function guidanceOf(
  understood: Exclude<Understood, { kind: 'command' | 'undo' | 'thanks' }>,
  meant: readonly MeantRecord[] = [],
): Guidance {
  const said = asSeen(understood.text)
  switch (understood.kind) {
    case 'whichPerson': {
      const { phrase, candidates } = understood
      return { kind: 'whichPerson', said, name: phrase, people: candidates }
    }
    case 'nobody':
      return { kind: 'nobodyNamed', said, name: understood.phrase, close: [] }
    case 'badDate':
      return { kind: 'badDate', said, typed: understood.phrase }
    case 'didYouMean':
      return { kind: 'didYouMean', said, guesses: understood.guesses }
    case 'incomplete': {
      const { example, needs, verb } = understood
      const choices = meant.map(({ id, title }) => ({
        about: `${id} ${title}`,
        sentence: `${wordOf(verb)} ${id}`,
      }))
      return { kind: 'incomplete', said, missing: needs, example, choices }
    }
    case 'notUnderstood':
      return { kind: 'notUnderstood', said, about: understood.about }
  }
}

/** What helps on somebody whose tapped card holds something that can't be used. */
export function guidanceOfTap(problem: TapProblem): Guidance {
  switch (problem.kind) {
    case 'personGone':
      return { kind: 'personGone' }
    case 'badDate':
      return { kind: 'badDate', said: '', typed: problem.typed }
    case 'badIssueNumber':
      return { kind: 'badIssueNumber', typed: problem.typed }
  }
}
