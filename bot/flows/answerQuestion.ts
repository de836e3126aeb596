import { isWritten, standingEntries } from '../domain/sourceEntry'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { searchSource } from './searchSource'
import { lineOf } from './sourceView'

/** The best entries for a question, at most three, with how far one may trust them; or that there is none. */
export async function answerQuestion(
  deps: Pick<FlowDeps, 'records' | 'clock'>,
  { project: id, command }: Order<CommandOf<'where'>>,
): Promise<Outcome> {
  const [stored, entries] = await Promise.all([deps.records.project(id), deps.records.entries(id)])
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const { question, sure } = command
  const best = searchSource(standingEntries(entries, project.language), question)
  const written = best.filter(isWritten)
  if (written.length === 0) {
    return { kind: 'noAnswer', project: headOf(project), question, sure, place: best[0] ?? null }
  }
  const now = deps.clock.now()
  const lines = written.map((entry) => lineOf(entry, project, now))
  return { kind: 'answers', project: headOf(project), question, lines }
}
