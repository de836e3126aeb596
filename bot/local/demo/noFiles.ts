import type { FlowDeps } from '../../flows/deps'

/** The demo's story is told in commands: no file goes out of it or comes into it. */
export const NO_FILES: FlowDeps['exchange'] = {
  spreadsheets: { read: refuse, workbook: refuse, csv: refuse },
  imports: {
    ...{ keep: refuse, job: refuse, save: refuse, bytes: refuse, clear: refuse },
    ...{ plan: refuse, due: refuse, done: refuse },
  },
  files: { get: refuse, put: refuse },
  newId: refuse,
  later: refuse,
}

function refuse(): never {
  throw new Error('The demo was asked for a file')
}
