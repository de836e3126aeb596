import { randomUUID } from 'node:crypto'
import type { FileDoor } from '../../bot/flows/exchangePorts'
import { tablesConnection } from '../support/azurite'
import type { StandingMessage } from '../support/connector'
import { eventually } from '../support/runner'
import { wordsOn } from '../support/sentCards'
import { PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from './projects'

/* An import that takes longer than an answer may, begun on its card in the bot's own chat. */

const { alex } = PEOPLE
const ROWS = 260
/** More transactions of rows than this fail, as if the process were gone. */
let lives = Infinity
let trial: TeamsTrial

const files: FileDoor = {
  get: () => {
    const rows = Array.from({ length: ROWS }, (_, at) => `${at + 1},Order ${randomUUID()} is wrong`)
    return Promise.resolve({
      kind: 'file',
      bytes: new TextEncoder().encode(['ID,Title', ...rows].join('\n')),
    })
  },
  put: () => Promise.resolve(true),
}

beforeEach(async () => {
  lives = Infinity
  trial = await startTeamsTrial(tablesConnection(), {
    files,
    over: ({ records }) => ({
      records: {
        ...records,
        createIssues: (...given) =>
          --lives < 0 ? Promise.reject(new Error('The process is gone')) : records.createIssues(...given),
      },
    }),
  })
  await setUp(trial)
  await trial.say(alex, 'chat', 'hi')
})
afterEach(() => trial.close())

/** Alex sends a list in their chat; the card that shows it. */
async function given(): Promise<StandingMessage> {
  const before = trial.connector.ledger.length
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'log.csv',
    content: {
      downloadUrl: 'https://northwind-my.sharepoint.com/log.csv',
      uniqueId: 'u',
      fileType: 'csv',
    },
  }
  await trial.post({ ...trial.messageBy(alex, 'chat', ''), attachments: [file] })
  const [shown] = trial.connector.ledger
    .slice(before)
    .flatMap(({ id }) => (id === null ? [] : (trial.connector.message(id) ?? [])))
  if (!shown) throw new Error('The file was not answered')
  return shown
}

const standing = ({ id }: StandingMessage) => wordsIn(trial.connector.message(id))

/** Sends what waits until the card says this. */
const says = (card: StandingMessage, words: string) =>
  eventually(async () => {
    await trial.settle()
    return standing(card).includes(words)
  })

/** What the card said, edit by edit. */
function editsOf({ id }: StandingMessage): string[] {
  return trial.connector
    .puts()
    .filter(({ path }) => path.endsWith(encodeURIComponent(id)) || path.endsWith(id))
    .map(({ body }) => {
      const { attachments } = body as { attachments: { content: unknown }[] }
      return wordsOn(attachments[0]?.content)
    })
}

test('its card follows it, a quarter at a time, and says what came of it', async () => {
  const card = await given()
  const answer = await trial.tap(alex, 'chat', card, 'Import 260 rows')
  expect(wordsOn(answer.value)).toContain('0 of 260 rows so far')
  await says(card, '260 rows are in')
  const edits = editsOf(card)
  expect(edits.length).toBeLessThanOrEqual(5)
  const done = edits.map((words) => Number(/(\d+) of 260 rows so far/.exec(words)?.[1] ?? ROWS))
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(edits.at(-1)).toContain('260 rows are in')
})

test('asked on the way, the card stays the same one, and the latest edit shows the latest', async () => {
  const card = await given()
  await trial.tap(alex, 'chat', card, 'Import 260 rows')
  await says(card, 'so far')
  const asked = await trial.tap(alex, 'chat', trial.connector.message(card.id)!, 'How far is it')
  expect(wordsOn(asked.value)).toMatch(/260 rows/)
  expect(asked.posted).toEqual([])
  await says(card, '260 rows are in')
  await trial.settle()
  expect(standing(card)).toContain('260 rows are in')
})

test('whose process died is followed on by the same card, in the reader’s language', async () => {
  trial.speaks(alex, 'de-DE')
  await trial.say(alex, 'chat', 'hi')
  lives = 20
  const card = await given()
  await trial.tap(alex, 'chat', card, '260 Zeilen einlesen')
  await eventually(() => trial.logged.some(({ message }) => message === 'An import came to a halt'))
  trial.clock.advance(31_000)
  await trial.tap(alex, 'chat', trial.connector.message(card.id)!, 'Wie weit ist es')
  await says(card, 'stehen geblieben')
  expect(standing(card)).toContain('Der Rest folgt bald von selbst')

  lives = Infinity
  const { importWatch } = await trial.another()
  await importWatch.look()
  await says(card, '260 Zeilen sind eingelesen')
  const issues = await trial.records.issues(trial.project('general'), { before: null, limit: 500 })
  expect(new Set(issues.map(({ title }) => title)).size).toBe(ROWS)
  expect(issues).toHaveLength(ROWS)
  expect(editsOf(card).every((words) => !words.includes('rows'))).toBe(true)
})
