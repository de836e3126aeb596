import { shutdownAzureMonitor, useAzureMonitor } from '@azure/monitor-opentelemetry'
import {
  context,
  metrics,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
} from '@opentelemetry/api'
import type { TokenCredential } from '@azure/identity'
import type { Cause } from '../cause'
import type { Happening, Observe } from './happening'
import { measurementsOf, METRICS, type MetricName } from './metrics'

type Exporter = NonNullable<NonNullable<Parameters<typeof useAzureMonitor>[0]>['azureMonitorExporterOptions']>

type Wanted = {
  /** Of the Application Insights component. */
  readonly connection: string
  /** Who may write to it; without one whoever knows the connection may. */
  readonly credential?: TokenCredential
  readonly causeNow: () => Cause | undefined
  readonly now: () => number
  readonly newSpanId: () => string
  /** What each request to the component goes through. */
  readonly policies?: NonNullable<Exporter['additionalPolicies']>
}

/** Sends measurements to Application Insights until it is closed. */
export type Monitor = { readonly observe: Observe; readonly close: () => Promise<void> }

/**
 * Starts OpenTelemetry with Azure's exporter. Nothing is measured by itself: what libraries would tell of their requests
 * holds addresses with the ids of people and channels, and with signatures.
 */
export function startAzureMonitor({
  connection,
  credential,
  causeNow,
  now,
  newSpanId,
  policies = [],
}: Wanted): Monitor {
  useAzureMonitor({
    azureMonitorExporterOptions: {
      connectionString: connection,
      ...(credential && { credential }),
      disableOfflineStorage: true,
      additionalPolicies: policies,
    },
    // Turns and sends are few, and one that is looked for by its id has to be there.
    tracesPerSecond: 0,
    samplingRatio: 1,
    enableLiveMetrics: false,
    enableStandardMetrics: false,
    instrumentationOptions: {
      http: { enabled: false },
      azureSdk: { enabled: false },
      mongoDb: { enabled: false },
      mySql: { enabled: false },
      postgreSql: { enabled: false },
      redis: { enabled: false },
      redis4: { enabled: false },
    },
  })
  const record = recorder()
  const tracer = trace.getTracer('plumbline')
  return {
    observe(happening) {
      for (const { name, value, by } of measurementsOf(happening)) record(name, value, by)
      const step = stepOf(happening)
      if (!step) return
      const cause = causeNow()
      const end = now()
      const { name, kind, ms, attributes, isFailed } = step
      const span = tracer.startSpan(
        name,
        { kind, startTime: end - ms, attributes },
        cause ? under(cause, newSpanId()) : context.active(),
      )
      if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(end)
    },
    close: shutdownAzureMonitor,
  }
}

function recorder(): (name: MetricName, value: number, by: Readonly<Record<string, string>>) => void {
  const meter = metrics.getMeter('plumbline')
  const instruments = new Map(
    Object.entries(METRICS).map(([name, { kind, unit, description }]) => [
      name,
      kind === 'gauge'
        ? meter.createGauge(name, { unit, description })
        : meter.createHistogram(name, { unit, description }),
    ]),
  )
  return (name, value, by) => instruments.get(name)?.record(value, by)
}

/** A context in which a span has the cause's id as its trace: one finds all that it set off by that id. */
function under(cause: Cause, spanId: string): Context {
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: cause,
    spanId,
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  })
}

type Step = {
  readonly name: string
  readonly kind: SpanKind
  readonly ms: number
  readonly attributes: Readonly<Record<string, string | number>>
  readonly isFailed: boolean
}

/** What is a step of its own on the way from a cause to its messages; the rest is counted alone. */
function stepOf(happening: Happening): Step | null {
  switch (happening.what) {
    case 'turn': {
      const { kind, outcome, ms } = happening
      const isFailed = outcome === 'failed'
      return {
        name: `turn ${kind}`,
        kind: SpanKind.SERVER,
        ms,
        attributes: { 'plumbline.outcome': outcome },
        isFailed,
      }
    }
    case 'request': {
      const { route, status, ms } = happening
      const attributes = { 'http.route': route, 'http.response.status_code': status }
      return { name: route, kind: SpanKind.SERVER, ms, attributes, isFailed: status >= 500 }
    }
    case 'send': {
      const { kind, outcome, ms } = happening
      const isFailed = outcome === 'refused' || outcome === 'unknown'
      return {
        name: `send ${kind}`,
        kind: SpanKind.CLIENT,
        ms,
        attributes: { 'plumbline.outcome': outcome },
        isFailed,
      }
    }
    default:
      return null
  }
}
