import type { TenantId } from '../domain/ids'
import type { Shut, ShutTargets, Target } from '../flows/sendingPorts'
import { laneTo, type Lane } from './lanes'

/** The shut targets of a tenant, as they were last read and as this process has changed them since. */
export interface ShutMemory extends Pick<ShutTargets, 'shut' | 'open'> {
  read(): Promise<void>
  of(lane: Lane): Shut | null
}

export function createShutMemory(targets: ShutTargets, tenant: TenantId): ShutMemory {
  let known = new Map<Lane, Shut>()
  let changes = 0
  const laneFor = (target: Target) => laneTo(tenant, target)
  return {
    async read() {
      const before = changes
      const all = await targets.list(tenant)
      // What was changed while it was read is newer than what was read.
      if (before === changes) known = new Map(all.map((shut) => [laneFor(shut.target), shut]))
    },
    of: (lane) => known.get(lane) ?? null,
    async shut(of, shut) {
      changes += 1
      known.set(laneFor(shut.target), shut)
      await targets.shut(of, shut)
    },
    async open(of, target) {
      changes += 1
      known.delete(laneFor(target))
      await targets.open(of, target)
    },
  }
}
