import type { FileDoor } from '../../bot/flows/exchangePorts'
import { createFileDoor, TEAMS_FILES } from '../../bot/teams/fileDoor'
import { tablesConnection } from '../support/azurite'
import { PEOPLE, startTeamsTrial, wordsIn, type Activity, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from './projects'

const { alex, megan } = PEOPLE
const LOG = 'ID,Title,Severity\n1,Order total shows 0,High\n2,Logo is blurred,Low\n'
const AT_TEAMS = 'https://northwind-my.sharepoint.com/personal/alex/log.csv?tempauth=x'

let trial: TeamsTrial
let put: { address: string; bytes: Uint8Array }[] = []
const files: FileDoor = {
  get: (address) =>
    Promise.resolve(
      address === AT_TEAMS ? { kind: 'file', bytes: new TextEncoder().encode(LOG) } : { kind: 'unreachable' },
    ),
  put: (address, bytes) => {
    put.push({ address, bytes })
    return Promise.resolve(true)
  },
}

beforeAll(async () => {
  trial = await startTeamsTrial(tablesConnection(), { files })
  await setUp(trial)
  await trial.say(alex, 'chat', 'hi')
  await trial.say(megan, 'general', 'help')
})
afterAll(() => trial.close())
beforeEach(() => {
  put = []
})

async function send(person: typeof alex, url: string, name = 'log.csv') {
  const before = trial.connector.ledger.length
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name,
    content: { downloadUrl: url, uniqueId: 'u', fileType: 'csv' },
  }
  const { status } = await trial.post({ ...trial.messageBy(person, 'chat', ''), attachments: [file] })
  expect(status).toBe(200)
  return trial.connector.ledger
    .slice(before)
    .flatMap(({ id }) => (id === null ? [] : (trial.connector.message(id) ?? [])))
}

test('a file sent in the bot’s own chat is shown, and taken with one tap', async () => {
  const [shown] = await send(alex, AT_TEAMS)
  expect(wordsIn(shown)).toContain('2 rows can come in')
  expect(await trial.records.issue(trial.project('general'), 'I-1')).toBeNull()
  const answer = await trial.tap(alex, 'chat', shown!, 'Import 2 rows')
  expect(JSON.stringify(answer.value)).toContain('2 rows are in')
  expect((await trial.records.issue(trial.project('general'), 'I-1'))?.record.title).toBe(
    'Order total shows 0',
  )
  await trial.tap(alex, 'chat', shown!, {
    verb: 'import.run',
    data: { project: trial.project('general'), id: 'guessed' },
  })
  expect(await trial.records.issue(trial.project('general'), 'I-3')).toBeNull()
})

test('who doesn’t lead the project is told who does', async () => {
  expect(wordsIn(...(await send(megan, AT_TEAMS)))).toContain('Only Alex Wilber')
})

test('a file that can’t be got is refused with what to do', async () => {
  expect(wordsIn(...(await send(alex, 'https://evil.example/log.csv')))).toContain('Send it once more')
})

test('in a channel, export and import say where it goes on', async () => {
  expect(wordsIn(...(await trial.say(alex, 'general', 'export')))).toContain('Type export in our own chat')
  expect(wordsIn(...(await trial.say(alex, 'general', 'import')))).toContain(
    'Send me the file in our own chat',
  )
})

describe('export in the bot’s own chat', () => {
  const asked = async () => {
    const [message] = await trial.say(alex, 'chat', 'export')
    return message!
  }
  const consent = (card: { readonly id: string }, value: Record<string, unknown>): Activity => ({
    ...trial.tapOf(alex, 'chat', card as Parameters<typeof trial.tapOf>[2], { verb: 'x', data: {} }),
    name: 'fileConsent/invoke',
    value,
  })
  const uploadInfo = {
    uploadUrl: `${AT_TEAMS}&up`,
    contentUrl: 'https://northwind-my.sharepoint.com/x.xlsx',
    name: 'x.xlsx',
    uniqueId: 'u',
    fileType: 'xlsx',
  }

  test('asks first, as Teams wants it, and sends the workbook once it may', async () => {
    const card = await asked()
    expect(card.activity.attachments?.[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      content: { acceptContext: { project: trial.project('general') } },
    })
    const before = trial.connector.ledger.length
    const answer = await trial.post(
      consent(card, {
        type: 'fileUpload',
        action: 'accept',
        context: { project: trial.project('general') },
        uploadInfo,
      }),
    )
    expect(answer.status).toBe(200)
    expect(put.map(({ address }) => address)).toEqual([uploadInfo.uploadUrl])
    expect(Buffer.from(put[0]!.bytes.subarray(0, 2)).toString()).toBe('PK')
    const sent = trial.connector.ledger
      .slice(before)
      .flatMap(({ id }) => (id === null ? [] : (trial.connector.message(id) ?? [])))
    expect(JSON.stringify(sent)).toContain('vnd.microsoft.teams.card.file.info')
  })

  test('sends nothing to who says no, and nothing of a project that isn’t theirs', async () => {
    const card = await asked()
    await trial.post(
      consent(card, {
        type: 'fileUpload',
        action: 'decline',
        context: { project: trial.project('general') },
      }),
    )
    await trial.post(
      consent(card, {
        type: 'fileUpload',
        action: 'accept',
        context: { project: 'project.other.x' },
        uploadInfo,
      }),
    )
    expect(put).toEqual([])
  })
})

describe('the door to where Teams keeps files', () => {
  const asked: { url: string; init: RequestInit | undefined }[] = []
  const answering = (body: string) =>
    createFileDoor({
      fetch: (url, init) => {
        asked.push({ url: String(url instanceof Request ? url.url : url), init })
        return Promise.resolve(new Response(body))
      },
      hosts: TEAMS_FILES,
      mostBytes: 10,
      timeout: 1_000,
    })
  beforeEach(() => void (asked.length = 0))

  test.each([
    'http://northwind.sharepoint.com/a',
    'https://sharepoint.com.evil.example/a',
    'https://evil.example/northwind.sharepoint.com',
    'https://northwind.sharepoint.com:8443/a',
    'https://user:secret@northwind.sharepoint.com/a',
    'https://a.b.sharepoint.com.evil.example/',
    'https://169.254.169.254/metadata',
    'file:///etc/passwd',
    'no address',
  ])('does not open to %s', async (address) => {
    expect((await answering('x').get(address)).kind).toBe('unreachable')
    expect(await answering('x').put(address, new Uint8Array([1]))).toBe(false)
    expect(asked).toEqual([])
  })

  test('gets a file without following anybody elsewhere, and no more of it than fits', async () => {
    expect(await answering('short').get(AT_TEAMS)).toMatchObject({ kind: 'file' })
    expect(asked[0]?.init).toMatchObject({ redirect: 'error' })
    expect(asked[0]?.init?.headers).toBeUndefined()
    expect((await answering('far too long for this').get(AT_TEAMS)).kind).toBe('tooBig')
  })

  test('puts a file there whole', async () => {
    expect(await answering('').put(AT_TEAMS, new Uint8Array([1, 2, 3]))).toBe(true)
    expect(asked[0]?.init).toMatchObject({ method: 'PUT', headers: { 'content-range': 'bytes 0-2/3' } })
  })
})
