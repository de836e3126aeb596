import type { Guidance } from '../cards/guidanceCard'
import type { TapProblem } from '../cards/toCommand'
import type { Understood } from './commands/understood'

/** What helps on somebody whose words were no command. */
export function guidanceOf(
  understood: Exclude<Understood, { kind: 'command' | 'undo' | 'thanks' }>,
): Guidance {
  switch (understood.kind) {
    case 'whichPerson': {
      const { phrase, candidates, text } = understood
      return { kind: 'whichPerson', said: text, name: phrase, people: candidates }
    }
    case 'nobody':
      return { kind: 'nobodyNamed', said: understood.text, name: understood.phrase, close: [] }
    case 'badDate':
      return { kind: 'badDate', said: understood.text, typed: understood.phrase }
    case 'didYouMean':
      return { kind: 'didYouMean', said: understood.text, guesses: understood.guesses }
    case 'incomplete': {
      const { text, example, needs } = understood
      return { kind: 'incomplete', said: text, missing: needs, example }
    }
    case 'notUnderstood':
      return { kind: 'notUnderstood', said: understood.text }
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
