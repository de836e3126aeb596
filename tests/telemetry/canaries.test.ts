import type { FileDoor } from '../../bot/flows/exchangePorts'
import { createLog } from '../../bot/log'
import type { Happening } from '../../bot/telemetry/happening'
import { tablesConnection } from '../support/azurite'
import type { Fault } from '../support/connector'
import { startTablesProxy } from '../support/tablesProxy'
import { PEOPLE, STRANGER, startTeamsTrial, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from '../teams/projects'

/*
 * Nothing that somebody wrote, nobody's name or address, and nothing that opens a door comes into the log or into a
 * measurement, at the most talkative level, whatever goes wrong. Each of these words is a canary.
 */

const { alex, megan } = PEOPLE
const WRITTEN = [
  'CanaryItem',
  'CanaryIssue',
  'CanaryWhy',
  'CanarySearch',
  'CanaryPage',
  'CanaryComment',
  'CanaryTypo',
]
const FILE =
  'https://northwind-my.sharepoint.com/personal/alex/CanaryFile.csv?tempauth=CanaryAuth&sig=CanarySig'
const DOORS = ['CanaryFile', 'CanaryAuth', 'CanarySig', 'CanaryToken', 'AccountKey=']
const PEOPLE_IN_WORDS = Object.values(PEOPLE).flatMap(({ name, email }) => [name, ...name.split(' '), email])

const lines: string[] = []
const happenings: Happening[] = []
let proxy: Awaited<ReturnType<typeof startTablesProxy>>
let trial: TeamsTrial
const files: FileDoor = {
  get: (address) => Promise.reject(new Error(`No answer from ${address}`)),
  put: (address) => Promise.reject(new Error(`No answer from ${address}`)),
}

beforeAll(async () => {
  proxy = await startTablesProxy(tablesConnection())
  trial = await startTeamsTrial(tablesConnection(), {
    tables: proxy.connection,
    files,
    log: createLog('trace', { write: (line) => void lines.push(line) }),
    observe: (happening) => void happenings.push(happening),
  })
  await setUp(trial)
  await trial.say(megan, 'chat', 'hi')
  await trial.say(megan, 'general', 'help')
}, 60_000)
afterAll(async () => {
  await trial.close()
  await proxy.stop()
})

const SAID = [
  'action CanaryItem for the load test @Megan Bowen by Friday',
  'issue CanaryIssue total shows 0',
  'comment I-1 CanaryComment seen in Rotterdam',
  'block A-1 CanaryWhy',
  'source add CanaryPage https://northwind.example/CanaryPage',
  'where is CanarySearch?',
  'issues CanarySearch',
  'CanaryTypo what is this',
  'ask now',
  'recap',
  'status',
  'away until 18 Dec @Megan Bowen',
  'back',
  'export',
]
const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 403, code: 'ConversationBlockedByUser' },
  { kind: 'status', status: 429, retryAfter: 1 },
  { kind: 'status', status: 503 },
  { kind: 'reset' },
  { kind: 'brokenBody' },
]

test('no canary is in the log or in a measurement, after everything that can be said, and with each thing that can fail', async () => {
  for (const words of SAID) await trial.say(alex, 'general', words, megan)
  await trial.settle()
  for (const fault of FAULTS) {
    trial.connector.failNext(fault)
    await trial.say(alex, 'general', 'action CanaryItem once more @Megan Bowen by Friday', megan)
    trial.connector.failNext(fault)
    await trial.say(alex, 'general', 'done A-1')
    await trial.settle()
    await trial.runLater()
  }
  for (const trouble of ['busy', 'reset', 'loseAnswer'] as const) {
    proxy.make(trouble)
    for (const words of SAID.slice(0, 6)) await trial.say(alex, 'general', words, megan)
    proxy.make('none')
  }
  await sendFile()
  await trial.say(STRANGER, 'chat', 'action CanaryItem by a stranger')
  await trial.post(trial.messageBy(alex, 'general', 'CanaryTypo'), 'Bearer CanaryToken')
  await trial.post('{"CanaryTypo": ', 'Bearer CanaryToken')

  const told = [...lines, ...happenings.map((happening) => JSON.stringify(happening))]
  expect(lines.length).toBeGreaterThan(40)
  expect(lines.some((line) => line.includes('A turn failed'))).toBe(true)
  const found = [...WRITTEN, ...DOORS, ...PEOPLE_IN_WORDS, 'northwind.example', STRANGER.name].flatMap(
    (canary) => told.filter((line) => line.includes(canary)).map((line) => `${canary} in ${line}`),
  )
  expect(found).toEqual([])
}, 120_000)

async function sendFile(): Promise<void> {
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'CanaryFile.csv',
    content: { downloadUrl: FILE, uniqueId: 'u', fileType: 'csv' },
  }
  await trial.post({ ...trial.messageBy(alex, 'chat', ''), attachments: [file] })
}
