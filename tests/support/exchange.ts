import { randomUUID } from 'node:crypto'
import type { Exchange } from '../../bot/flows/deps'
import { NO_FILES } from '../../bot/local/demo/noFiles'
import { createSpreadsheets } from '../../bot/exchange/spreadsheets'
import type { Storage } from '../../bot/storage/openStorage'

/** Files as the service reads and keeps them; what goes on after an answer can be waited for. */
export function anExchange({
  imports,
  records,
}: Pick<Storage, 'imports' | 'records'>): Exchange & { readonly rest: () => Promise<void> } {
  const going: Promise<unknown>[] = []
  return {
    spreadsheets: createSpreadsheets(),
    imports,
    files: NO_FILES.files,
    newId: randomUUID,
    later: (work) => void going.push(work(records)),
    rest: async () => {
      await Promise.all(going.splice(0))
    },
  }
}
