import type { Happening } from './happening'

/** How a metric adds up: `distribution` has count, sum, least and most; `gauge` the latest value. */
type Metric = {
  readonly kind: 'distribution' | 'gauge'
  readonly unit: 'ms' | 's' | '{message}' | '{project}'
  readonly description: string
  /** What it can be split by. */
  readonly by: readonly string[]
}

/** Every metric of the service. `docs/operate.md` and the alerts in `infra/` go by these names. */
export const METRICS = {
  'plumbline.turns': {
    kind: 'distribution',
    unit: 'ms',
    description: 'Activities from Teams, and how long their answers took',
    by: ['kind', 'outcome'],
  },
  'plumbline.requests': {
    kind: 'distribution',
    unit: 'ms',
    description: 'Requests over HTTP, and how long their answers took',
    by: ['route', 'status'],
  },
  'plumbline.sends': {
    kind: 'distribution',
    unit: 'ms',
    description: 'Messages and edits, by what became of each, and how long Teams took',
    by: ['kind', 'outcome'],
  },
  'plumbline.outbox.waiting': {
    kind: 'gauge',
    unit: '{message}',
    description: 'Messages that still wait after a sweep',
    by: [],
  },
  'plumbline.outbox.age': {
    kind: 'gauge',
    unit: 's',
    description: 'How long the oldest of them has waited',
    by: [],
  },
  'plumbline.ticks': {
    kind: 'distribution',
    unit: '{project}',
    description: 'Looks of the clock, and how many projects were due at each',
    by: [],
  },
  'plumbline.tick.lag': {
    kind: 'gauge',
    unit: 's',
    description: 'How late the first due project was looked at',
    by: [],
  },
  'plumbline.storage.calls': {
    kind: 'distribution',
    unit: 'ms',
    description: 'Requests to Azure Tables, and how long they took',
    by: ['operation', 'outcome'],
  },
} as const satisfies Readonly<Record<string, Metric>>

export type MetricName = keyof typeof METRICS

/** One value of one metric, with what it can be split by. */
export type Measurement = {
  readonly name: MetricName
  readonly value: number
  readonly by: Readonly<Record<string, string>>
}

/** What a happening adds to the metrics. */
export function measurementsOf(happening: Happening): readonly Measurement[] {
  switch (happening.what) {
    case 'turn': {
      const { kind, outcome, ms } = happening
      return [{ name: 'plumbline.turns', value: ms, by: { kind, outcome } }]
    }
    case 'request': {
      const { route, status, ms } = happening
      return [{ name: 'plumbline.requests', value: ms, by: { route, status: String(status) } }]
    }
    case 'send': {
      const { kind, outcome, ms } = happening
      return [{ name: 'plumbline.sends', value: ms, by: { kind, outcome } }]
    }
    case 'outbox':
      return [
        { name: 'plumbline.outbox.waiting', value: happening.waiting, by: {} },
        { name: 'plumbline.outbox.age', value: happening.oldestMs / 1_000, by: {} },
      ]
    case 'tick':
      return [
        { name: 'plumbline.ticks', value: happening.due, by: {} },
        { name: 'plumbline.tick.lag', value: happening.lateMs / 1_000, by: {} },
      ]
    case 'storage': {
      const { operation, outcome, ms } = happening
      return [{ name: 'plumbline.storage.calls', value: ms, by: { operation, outcome } }]
    }
  }
}
