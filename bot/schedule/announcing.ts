import type { ProjectId } from '../domain/ids'
import type { Records } from '../flows/ports'

/** Records that say for which project something is to be sent, as soon as it is committed. */
export function announcing(records: Records, wake: (project: ProjectId) => void): Records {
  return {
    ...records,
    async commit(project, commit) {
      const result = await records.commit(project, commit)
      if (result === 'saved' && commit.outgoing?.length) wake(project)
      return result
    },
  }
}
