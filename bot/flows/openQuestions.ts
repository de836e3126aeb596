import { byAskers, type OpenQuestion } from '../domain/openQuestion'
import type { Project } from '../domain/project'
import type { FlowDeps } from './deps'

/** What waits for an answer of the source of truth, the most asked first. */
export async function openQuestions(
  { records }: Pick<FlowDeps, 'records'>,
  project: Pick<Project, 'id'>,
): Promise<readonly OpenQuestion[]> {
  return [...(await records.openQuestions(project.id))].sort(byAskers)
}
