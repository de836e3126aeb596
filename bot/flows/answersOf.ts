import type { Answer } from '../domain/cycle'
import type { PersonId, ProjectId } from '../domain/ids'
import type { WeekId } from '../domain/week'
import type { Records, Stored } from './ports'

/** The answers of one week about the items of these people, whoever gave them. */
export async function answersOf(
  records: Pick<Records, 'answers'>,
  project: ProjectId,
  week: WeekId,
  owners: ReadonlySet<PersonId>,
): Promise<readonly Stored<Answer>[]> {
  const each = await Promise.all([...owners].map((owner) => records.answers(project, week, owner)))
  return each.flat()
}
