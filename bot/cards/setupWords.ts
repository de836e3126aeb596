import type { SetupProblem } from '../flows/outcome'
import type { Words } from './words/wordsOf'

/** What is wrong with a field of the setup form, and what to do about it. */
export function setupProblemWords(problem: SetupProblem, w: Words): string {
  const { step } = w.setup
  switch (problem.because) {
    case 'missing':
      return w.setup.missing[problem.field]
    case 'tooLong':
      return w.setup.tooLong[problem.field](problem.max)
    case 'notAMember':
      return w.setup.notAMember
    case 'notAZone':
      return w.setup.notAZone(problem.suggestions)
    case 'notADate':
      return w.setup.notADate
    case 'cannotBeRemoved':
      return w.setup.cannotBeRemoved
    case 'tooMany':
      return w.setup.tooMany(problem.max)
    case 'twice':
      return w.setup.twice(problem.name)
    case 'inUse':
      return w.setup.inUse(problem.name, problem)
    case 'notATime':
      return w.setup.notATime(step[problem.field])
    case 'tooEarly':
      return w.setup.tooEarly(step[problem.field], step[problem.after])
  }
}
