import type { RowProblem } from '../domain/exchange/importJob'
import type { ImportRefusal } from '../flows/exchange/importOutcome'
import { oneLine } from './text'

/** Why a file is not taken, and what to do. */
export const IMPORT_REFUSAL: Readonly<Record<ImportRefusal, string>> = {
  notASheet: 'This is no list that I can read. Send an Excel workbook (.xlsx) or a CSV file.',
  macros:
    'This workbook holds macros, so I leave it closed. Save it as .xlsx, without macros, and send that.',
  externalLinks:
    'This workbook is linked to other files. In Excel, open Data, Edit Links, break the links, save it and send it again.',
  locked:
    'This file has a password. Take it off in Excel under File, Info, Protect Workbook, and send it again.',
  oldExcel: 'This is an older kind of workbook. Save it as Excel Workbook (.xlsx) and send that.',
  tooMuch:
    'There is far more in this file than in a list of records. Copy the rows into a new workbook and send that.',
  tooBig: 'This file is larger than 20 MB. Split it, or take pictures and sheets out that are not needed.',
  damaged: 'This file can not be read to its end. Open it, save it anew and send it again.',
  noRecords:
    'I found no list of issues or action items in it. A list needs a row of headings, with a title and one more, such as Status or Owner.',
  gone: 'This file is no longer here: files are kept for 3 days. Send it again.',
  unreachable: 'I could not get this file from Teams. Send it once more.',
  alreadyRun: 'This file is being imported already, or was changed in another window. Look at it again.',
  unknownChoice: 'Something that was chosen is no longer there. Choose again.',
}

/** What is wrong with a row, in one sentence. */
export function problemWords(problem: RowProblem): string {
  const value = oneLine(problem.value, 60)
  switch (problem.kind) {
    case 'noTitle':
      return 'It has no title.'
    case 'tooLong':
      return `It has ${count(problem.length)} characters; ${count(problem.most)} fit.`
    case 'noOwner':
      return 'An action item needs an owner.'
    case 'ownerUnknown':
      return `${oneLine(problem.name, 60)} is not on this team. Say who stands for them.`
    case 'badDate':
      return `“${value}” is no date.`
    case 'ambiguousDate':
      return `“${value}” can be read both ways. Say whether the day or the month comes first.`
    case 'unknownWord':
      return `I don’t know “${value}”. Say what it means.`
    case 'ofWhat':
      return 'A duplicate has to say of which issue.'
    case 'brokenFormula':
      return `“${value}” is what a broken formula leaves.`
    case 'sameAsRow':
      return `It is the same as row ${problem.first}.`
    case 'changedSince':
      return `${problem.record} was changed here after this file was made. Export again and change it there.`
    case 'goneRecord':
      return `${problem.record} is not in this project.`
    case 'keptInDetails':
      return `“${value}” is not known here and stays in the details.`
    case 'leftOut':
      return `“${value}” is not known here and is left out.`
    case 'onlyOneOwner':
      return `One can own it: ${oneLine(problem.owner, 60)}.`
    case 'noReason':
      return 'It gives no reason for this state.'
  }
}

function count(number: number): string {
  return number.toLocaleString('en')
}
