import type { ImportProblem } from '../../bot/contract/exchange'
import { guarded } from '../../bot/domain/exchange/cell'
import type { Api } from '../data/api'
import { WORDS } from '#words/exchange'

/** Saves a file of the service under a name of its own; false where it can't be had. */
export async function saveFrom(api: Api, path: string, name: string): Promise<boolean> {
  const answer = await api.file(path)
  if (answer.kind !== 'ok') return false
  save(answer.body, name)
  return true
}

/** What was left out and why, as CSV that runs nothing. */
export function saveProblems(problems: readonly ImportProblem[]): void {
  const lines = [
    [WORDS.sheet, WORDS.row, WORDS.column, WORDS.what, WORDS.cell],
    ...problems.map(({ sheet, row, column, text, value }) => [sheet, String(row), column ?? '', text, value]),
  ]
  const text = lines
    .map((cells) => cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
  save(new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv' }), WORDS.saved)
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
