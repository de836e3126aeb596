import type { RowProblem } from '../domain/exchange/importJob'
import { oneLine } from './text'
import type { Words } from './words/wordsOf'

/** What is wrong with a row, in one sentence. */
export function problemWords(problem: RowProblem, w: Words): string {
  const value = oneLine(problem.value, 60)
  switch (problem.kind) {
    case 'noTitle':
      return w.exchange.noTitle
    case 'tooLong':
      return w.exchange.tooLong(problem.length, problem.most)
    case 'noOwner':
      return w.exchange.noOwner
    case 'ownerUnknown':
      return w.exchange.ownerUnknown(oneLine(problem.name, 60))
    case 'badDate':
      return w.exchange.badDate(value)
    case 'ambiguousDate':
      return w.exchange.ambiguousDate(value)
    case 'unknownWord':
      return w.exchange.unknownWord(value)
    case 'ofWhat':
      return w.exchange.ofWhat
    case 'brokenFormula':
      return w.exchange.brokenFormula(value)
    case 'sameAsRow':
      return w.exchange.sameAsRow(problem.first)
    case 'changedSince':
      return w.exchange.changedSince(problem.record)
    case 'goneRecord':
      return w.exchange.goneRecord(problem.record)
    case 'keptInDetails':
      return w.exchange.keptInDetails(value)
    case 'leftOut':
      return w.exchange.valueLeftOut(value)
    case 'onlyOneOwner':
      return w.exchange.onlyOne(oneLine(problem.owner, 60))
    case 'noReason':
      return w.exchange.noReason
  }
}
