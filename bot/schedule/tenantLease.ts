import type { TenantId } from '../domain/ids'
import { epochMs } from '../domain/time'
import type { Clock } from '../flows/ports'
import type { Leased, Leases } from '../flows/sendingPorts'

/** How long a lease lasts, in ms: after a holder's death nothing is sent for so long. */
const LEASE_FOR = 15_000
/** With less left than this, in ms, it is taken for longer. */
const RENEW_BELOW = 9_000
/** The last of it, in ms, is left unused: clocks stand apart, and what was begun has to leave. */
const MARGIN = 2_000

/** A tenant's lease as this process has it. */
export interface TenantLease {
  /** Takes the lease; one with little left is renewed meanwhile. Fails when there is none and storage can't be asked. */
  hold(): Promise<Leased>
  /** Whether it is ours at this very moment, by what was last heard. */
  isOurs(): boolean
  giveBack(): Promise<void>
}

/**
 * Held while there is work: who asks for it renews it, and nobody else does, so that it ends by itself when there is
 * nothing to send. A process that was paused, or whose clock jumped, finds its lease over and asks anew.
 */
export function createTenantLease(leases: Leases, clock: Clock, tenant: TenantId): TenantLease {
  let ours: { readonly from: number; readonly until: number; readonly leased: Leased } | null = null
  let asking: Promise<Leased> | null = null
  const now = () => epochMs(clock.now())

  /** Ms that are left; none after the clock was set back, for nobody knows how long ago the lease was taken. */
  const left = () => {
    const at = now()
    return ours && at >= ours.from ? ours.until - at : 0
  }
  const ask = async (): Promise<Leased> => {
    const from = now()
    const leased = await leases.take(tenant, LEASE_FOR)
    ours = leased.kind === 'ours' ? { from, until: epochMs(leased.until), leased } : null
    return leased
  }
  const askOnce = (): Promise<Leased> => (asking ??= ask().finally(() => (asking = null)))

  return {
    hold() {
      if (!ours || left() <= MARGIN) return askOnce()
      // Nobody waits for the renewal: what has its turn would leave late, and all at once.
      if (left() < RENEW_BELOW) askOnce().catch(() => undefined)
      return Promise.resolve(ours.leased)
    },
    isOurs: () => left() > MARGIN,
    async giveBack() {
      // A renewal on its way would take it once more after it was given back.
      await asking?.catch(() => undefined)
      const had = ours
      ours = null
      if (had) await leases.giveBack(tenant)
    },
  }
}
