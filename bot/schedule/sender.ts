import type { ProjectId, TenantId } from '../domain/ids'
import { epochMs, type Instant } from '../domain/time'
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
  /** Sends what processes left that ended. */
  takeOver(): Promise<void>
  /** Takes up nothing more, lets what is on its way arrive, and leaves the rest to other processes, then and from then on. */
  close(): Promise<void>
  /** Resolves when all that came after the end was left to others. */
  left(): Promise<void>
}

/** Messages of a project that are counted as waiting after a sweep; more say nothing more. */
const COUNTED = 100
/** Projects that a sweep looks through at once. */
const AT_ONCE = 16

/** Each tenant has a sender of its own: what one is told to wait for holds up no other. */
export function createSender(deps: TenantDeps): Sender {
  const tenants = new Map<TenantId, TenantSender>()
  let isClosed = false
  const leaving = new Set<Promise<void>>()
  const senderOf = (tenant: TenantId): TenantSender => {
    const known = tenants.get(tenant)
    if (known) return known
    const made = createTenantSender(deps, tenant)
    tenants.set(tenant, made)
    return made
  }
  const senderFor = (project: ProjectId) => senderOf(deps.outbox.tenantOf(project))

  function kick(project: ProjectId): void {
    if (isClosed) leave(project)
    else senderFor(project).kick(project)
  }

  function leave(project: ProjectId): void {
    const told: Promise<void> = deps.hints
      .handOver(project)
      .catch((cause: unknown) => deps.log.warn({ cause, project }, 'A project could not be handed over'))
      .finally(() => leaving.delete(told))
    leaving.add(told)
  }

  /**
   * Looks through the projects of tenants that are this process's to send for; others sweep theirs. Answers with when
   * each message was caused that waits still.
   */
  async function sweepTenant(
    tenant: TenantId,
    noted: readonly Stored<PendingProject>[],
  ): Promise<readonly Instant[]> {
    if (isClosed) return []
    const sender = senderOf(tenant)
    if (!(await sender.maySend())) return []
    const left = [...noted]
    const waiting: Instant[] = []
    const next = async (): Promise<void> => {
      for (let one = left.shift(); one && !isClosed; one = left.shift()) {
        await sender.drain(one.record.project)
        const messages = await deps.outbox.pending(one.record.project, COUNTED)
        waiting.push(...messages.map(({ record }) => record.at))
        await deps.outbox.settle(one)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, next))
    return waiting
  }

  return {
    kick,
    drain: (project) => (isClosed ? Promise.resolve() : senderFor(project).drain(project)),
    async takeOver() {
      if (isClosed) return
      for (const project of await deps.hints.handedOver()) kick(project)
    },
    async sweep() {
      if (isClosed) return
      const byTenant = new Map<TenantId, Stored<PendingProject>[]>()
      for (const noted of await deps.outbox.projectsWithPending()) {
        const { tenant } = noted.record
        byTenant.set(tenant, [...(byTenant.get(tenant) ?? []), noted])
      }
      const swept = await Promise.all([...byTenant].map(([tenant, noted]) => sweepTenant(tenant, noted)))
      const now = epochMs(deps.clock.now())
      const ages = swept.flat().map((at) => now - epochMs(at))
      deps.observe({ what: 'outbox', waiting: ages.length, oldestMs: Math.max(0, ...ages) })
    },
    async close() {
      isClosed = true
      await Promise.all([...tenants.values()].map((sender) => sender.close()))
    },
    async left() {
      while (leaving.size > 0) await Promise.all(leaving)
    },
  }
}
