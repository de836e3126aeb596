import { serveTab, type ServedTab } from '../support/servedTab'

let tab: ServedTab
let came: { readonly authorization: string; readonly body: unknown }[]

beforeEach(async () => {
  came = []
  tab = await serveTab({
    over: () => ({
      messages: (authorization, body) => {
        came.push({ authorization, body })
        return Promise.resolve({ status: 201, body: undefined })
      },
    }),
  })
})
afterEach(() => tab.close())

function post(path: string, body: string, type = 'application/json', method = 'POST') {
  const headers = { 'content-type': type, authorization: 'Bearer one' }
  return fetch(tab.origin + path, { method, headers, ...(method === 'POST' && { body }) })
}

it.each(['/api/messages', '/api/messages/', '/api/messages?from=teams'])(
  'hands on what comes in at %s, with all that a browser must be told',
  async (path) => {
    const answer = await post(path, '{"type":"message","text":"Grüße"}', 'application/json; charset=utf-8')
    expect(answer.status).toBe(201)
    expect(came).toEqual([{ authorization: 'Bearer one', body: { type: 'message', text: 'Grüße' } }])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('server')).toBeNull()
  },
)

it.each([
  ['JSON that breaks off', '{"type":', 'application/json', 'POST', 400],
  ['nothing', '', 'application/json', 'POST', 400],
  ['a form', 'type=message', 'application/x-www-form-urlencoded', 'POST', 415],
  ['JSON that calls itself text', '{}', 'text/plain', 'POST', 415],
  [
    'more than any activity holds',
    JSON.stringify({ text: 'x'.repeat(600_000) }),
    'application/json',
    'POST',
    413,
  ],
  ['a look', '', 'application/json', 'GET', 405],
])(
  'answers %s with one sentence and a reference, and hands nothing on',
  async (_, body, type, method, status) => {
    const answer = await post('/api/messages', body, type, method)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({
      text: expect.stringMatching(/^[A-Z].*\.$/) as string,
      reference: expect.stringMatching(/^R-\d+$/) as string,
    })
    expect(came).toEqual([])
  },
)

it('is one address and no other', async () => {
  expect((await post('/api/messages/more', '{}')).status).toBe(404)
  expect((await post('/api/messagesmore', '{}')).status).toBe(404)
  expect(came).toEqual([])
})
