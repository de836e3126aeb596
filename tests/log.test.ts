import { RestError } from '@azure/data-tables'
import { createLog } from '../bot/log'

/** A token that must never be seen in a log. */
const CANARY = 'eyJhbGciOiJSUzI1NiJ9.eyJjYW5hcnkiOiJ0d2VldCJ9.c2lnbmF0dXJl-canary'
const KEY = 'Q2FuYXJ5S2V5Q2FuYXJ5S2V5+/canary=='

/** The lines that come of writing to a log at `info`. */
function linesOf(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = []
  write(createLog('info', { write: (line) => void lines.push(line) }))
  return lines
}

/** An error as an HTTP client throws it: the whole request hangs on it. */
function anHttpError(message = 'Unauthorized') {
  return Object.assign(new Error(message), {
    code: 'ERR_BAD_REQUEST',
    statusCode: 401,
    config: { headers: { Authorization: `Bearer ${CANARY}` }, data: `client_secret=${KEY}` },
    request: { headers: { authorization: `SharedKey devstoreaccount1:${KEY}` } },
    response: { body: { access_token: CANARY } },
  })
}

test('a line says what happened, when, and by its named parts why', () => {
  const [line = '', ...others] = linesOf((log) => {
    log.warn({ cause: anHttpError(), project: 'project-1' }, 'A send failed')
  })
  expect(others).toEqual([])
  const written: unknown = JSON.parse(line)
  expect(written).toMatchObject({
    msg: 'A send failed',
    project: 'project-1',
    time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/) as string,
    cause: { type: 'Error', message: 'Unauthorized', code: 'ERR_BAD_REQUEST', status: 401 },
  })
})

test('what an error was caused by stands with it, and a ring of causes ends', () => {
  const ring = new Error('outer', { cause: new Error('inner') })
  Object.assign(ring.cause as Error, { cause: ring })
  const [line = ''] = linesOf((log) => {
    log.error({ cause: ring }, 'Failed')
  })
  expect(JSON.parse(line)).toMatchObject({ cause: { message: 'outer', cause: { message: 'inner' } } })
})

test('the level keeps quieter lines out', () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line) => void lines.push(line) })
  log.info({}, 'Hello')
  log.warn({}, 'Careful')
  expect(lines).toHaveLength(1)
})

test.each<[string, unknown]>([
  ['in the request that hangs on an error', anHttpError()],
  ['in the request of what caused it', new Error('Could not send', { cause: anHttpError() })],
  ['in an error’s message', new Error(`Request failed, header Authorization: Bearer ${CANARY}`)],
  ['quoted in a JSON body', new Error(`{"token_type":"Bearer","access_token":"${CANARY}"}`)],
  ['bare in a message', new Error(`Invalid token ${CANARY}`)],
  ['in a code that is not a plain one', Object.assign(new Error('No'), { code: { token: CANARY } })],
  ['in a text code', Object.assign(new Error('No'), { code: `Bearer ${CANARY}` })],
  ['in a thrown string', `Bearer ${CANARY}`],
  ['in a thrown object', { headers: { authorization: CANARY } }],
  ['in a connection string', new Error(`Bad: AccountName=x;AccountKey=${KEY};TableEndpoint=http://x`)],
  ['in a shared key', new Error(`authorization: SharedKey devstoreaccount1:${KEY}`)],
  ['in a signed address', new Error(`GET https://x.example/t?sv=1&sig=canary%2Bkey%3D&se=2 failed`)],
  ['in a form', new Error(`grant_type=client_credentials&client_secret=${KEY}&scope=x`)],
  [
    'in an error of the storage client',
    Object.assign(new RestError('Forbidden', { statusCode: 403 }), {
      request: { headers: { authorization: CANARY } },
    }),
  ],
])('a secret %s never reaches the log', (_, cause) => {
  const written = linesOf((log) => {
    log.error({ cause }, 'Failed')
    if (cause instanceof Error) log.error(cause, 'Failed')
  }).join('')
  expect(written).toContain('Failed')
  expect(written).not.toMatch(/canary/i)
  expect(written).not.toContain('eyJ')
})
