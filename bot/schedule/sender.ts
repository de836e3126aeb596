import type { ProjectId, TenantId } from '../domain/ids'
import type { Stored } from '../flows/ports'
import type { PendingProject } from '../flows/sendingPorts'
import { createTenantSender, type TenantDeps, type TenantSender } from './tenantSender'

/** Sends what waits in the outbox. */
export interface Sender {
  /** Sends a project's waiting messages soon, or has the process do it that sends for its tenant. */
  kick(project: ProjectId): void
  /** Sends a project's waiting messages now, and ends when none is left that this process can send. */
  drain(project: ProjectId): Promise<void>
  /** Sends what any project has waiting: what a crash left, and what no kick announced. */
  sweep(): Promise<void>
  /** Takes up nothing more, lets what is on its way arrive, and leaves the tenants to other processes. */
  close(): Promise<void>
}

/** Projects that a sweep looks through at once. */
const AT_ONCE = 16

/** Each tenant has a sender of its own: what one is told to wait for holds up no other. */
export function createSender(deps: TenantDeps): Sender {
  const tenants = new Map<TenantId, TenantSender>()
  let isClosed = false
  const senderOf = (tenant: TenantId): TenantSender => {
    const known = tenants.get(tenant)
    if (known) return known
    const made = createTenantSender(deps, tenant)
    tenants.set(tenant, made)
    return made
  }
  const senderFor = (project: ProjectId) => senderOf(deps.outbox.tenantOf(project))

  /** Looks through the projects of tenants that are this process's to send for; others sweep theirs. */
  async function sweepTenant(tenant: TenantId, noted: readonly Stored<PendingProject>[]): Promise<void> {
    const sender = senderOf(tenant)
    if (!(await sender.maySend())) return
    const left = [...noted]
    const next = async (): Promise<void> => {
      for (let one = left.shift(); one && !isClosed; one = left.shift()) {
        await sender.drain(one.record.project)
        await deps.outbox.settle(one)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, next))
  }

  return {
    kick: (project) => {
      if (!isClosed) senderFor(project).kick(project)
    },
    drain: (project) => senderFor(project).drain(project),
    async sweep() {
      const byTenant = new Map<TenantId, Stored<PendingProject>[]>()
      for (const noted of await deps.outbox.projectsWithPending()) {
        const { tenant } = noted.record
        byTenant.set(tenant, [...(byTenant.get(tenant) ?? []), noted])
      }
      await Promise.all([...byTenant].map(([tenant, noted]) => sweepTenant(tenant, noted)))
    },
    async close() {
      isClosed = true
      await Promise.all([...tenants.values()].map((sender) => sender.close()))
    },
  }
}
