import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const envelope = z.object({
  name: z.string(),
  tags: z.record(z.string(), z.unknown()).default({}),
  data: z.object({ baseType: z.string(), baseData: z.record(z.string(), z.unknown()) }),
})
type Envelope = z.infer<typeof envelope>

const metricData = z.object({
  metrics: z.array(z.object({ name: z.string(), value: z.number(), count: z.number().optional() })),
  properties: z.record(z.string(), z.unknown()).default({}),
})

/** What a metric came to, summed over all that was published of it. */
export type Published = { readonly count: number; readonly sum: number }

/**
 * A stand-in for the ingestion endpoint of Application Insights: takes envelopes as its protocol has them, zipped or
 * not, and refuses what it can't read. The caller closes it.
 */
export async function startIngestion() {
  const taken: Envelope[] = []
  const texts: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const bytes = Buffer.concat(chunks)
      const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
      const parsed = z.array(envelope).safeParse(readJson(text))
      if (request.method !== 'POST' || !request.url?.endsWith('/track') || !parsed.success) {
        response.statusCode = 400
        response.end()
        return
      }
      texts.push(text)
      taken.push(...parsed.data)
      response.setHeader('content-type', 'application/json')
      const items = parsed.data.length
      response.end(JSON.stringify({ itemsReceived: items, itemsAccepted: items, errors: [] }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    connection: `InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=${origin}`,
    /** The exporter never goes to an address without TLS; here it does. */
    onThisMachine: {
      position: 'perRetry' as const,
      policy: {
        name: 'onThisMachine',
        sendRequest<Request extends { url: string; allowInsecureConnection?: boolean }, Response>(
          request: Request,
          next: (request: Request) => Promise<Response>,
        ): Promise<Response> {
          request.url = request.url.replace('https:', 'http:')
          request.allowInsecureConnection = true
          return next(request)
        },
      },
    },
    /** All that was sent, as it was sent. */
    texts,
    /** What was published of a metric with these properties. */
    metric(name: string, by: Readonly<Record<string, string>> = {}): Published {
      const all = taken.flatMap(({ data }) => {
        const parsed = data.baseType === 'MetricData' ? metricData.safeParse(data.baseData) : null
        if (!parsed?.success) return []
        const { metrics, properties } = parsed.data
        const isMeant = Object.entries(by).every(([key, value]) => properties[key] === value)
        return isMeant ? metrics.filter((metric) => metric.name === name) : []
      })
      return {
        count: all.reduce((sum, { count = 1 }) => sum + count, 0),
        sum: all.reduce((sum, { value }) => sum + value, 0),
      }
    },
    /** The steps that were told, with the id under which each is found. */
    steps: () =>
      taken
        .filter(({ data }) => ['RequestData', 'RemoteDependencyData'].includes(data.baseType))
        .map(({ tags, data }) => ({
          name: String(data.baseData['name']),
          under: String(tags['ai.operation.id']),
          success: data.baseData['success'],
        })),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
