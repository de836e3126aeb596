import type { ProjectId } from '../domain/ids'
import type { Person } from '../domain/person'
import type { Project } from '../domain/project'
import type { ZoneId } from '../domain/time'

/** What a card or a page says of the project that it speaks about. */
export type ProjectHead = {
  readonly id: ProjectId
  readonly name: string
  readonly customer: string
  readonly zone: ZoneId
  readonly lead: Person
  readonly paused: boolean
}

/** What cards and pages say of a project. */
export function headOf(project: Project): ProjectHead {
  const { id, name, customer, zone, lead, state } = project
  return { id, name, customer, zone, lead, paused: state.status === 'paused' }
}
