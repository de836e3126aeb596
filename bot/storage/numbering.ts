import type { ProjectId } from '../domain/ids'
import { counterRow, GIVEN_AT_FIRST, type Numbered } from './counterRow'
import type { Table, Write } from './table'
import type { openTurns } from './turns'

/** Waits between attempts and the randomness that keeps processes out of step. */
export type Patience = { readonly random: () => number; readonly wait: (ms: number) => Promise<void> }

/** A dozen processes in step would need a dozen; beyond this something is broken. */
const ATTEMPTS = 40
/**
 * Lost although the number was free: somebody else's change of an issue was counted first, or changed a record of the
 * commit, and `make` may not know it.
 */
const LOST_OTHERWISE = 12
const FIRST_PAUSE_MS = 10
const LONGEST_PAUSE_MS = 400

/**
 * Gives out the numbers of a project: the counter moves in the transaction that writes the record, so that a number is
 * neither skipped nor given twice. Within this process one waits for the other; between processes the loser of a race
 * tries the next number after a random pause. A crash leaves either both, counter and record, or neither.
 */
export function openNumbering(table: Table, turns: ReturnType<typeof openTurns>, { random, wait }: Patience) {
  async function create(
    project: ProjectId,
    of: Numbered,
    rows: (number: number) => Promise<Write[]>,
    count: number,
  ) {
    let lostOtherwise = 0
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const counter = await table.get(counterRow.place(project, of))
      const number = (counter ? counterRow.fromEntity(counter.row).last : GIVEN_AT_FIRST[of]) + 1
      const entity = counterRow.toEntity(project, of, number + count - 1)
      const taken: Write = counter ? { how: 'over', entity, tag: counter.tag } : { how: 'new', entity }
      if ((await table.transact([taken, ...(await rows(number))])) === 'saved') return number

      const now = await table.get(counterRow.place(project, of))
      if (now?.tag === counter?.tag && ++lostOtherwise >= LOST_OTHERWISE) break
      await wait(random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt))
    }
    throw new Error(
      lostOtherwise >= LOST_OTHERWISE
        ? `A new ${of} can't be written: another record of its commit has changed`
        : `No number for a new ${of} after ${ATTEMPTS} attempts`,
    )
  }

  /** Writes the rows that `rows` makes for the next number, or the first of the next `count`, and returns it. */
  return (project: ProjectId, of: Numbered, rows: (number: number) => Promise<Write[]>, count = 1) =>
    turns(`${of} ${project}`, () => create(project, of, rows, count))
}
