import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { PEOPLE, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { tableOf } from './numbers'

/* Each as a lead would say it, in an order in which each finds what it needs. `A` and `I` stand for the new records. */
const COMMANDS = [
  'help',
  'action Send the price file @Adele Vance by 15 Dec',
  'actions',
  'actions @Adele Vance',
  'mine',
  'overdue',
  'A',
  'own A @Isaiah Langer',
  'block A the supplier has not answered',
  'move A to 18 Dec the supplier is late',
  'done A',
  'issue Export stops at 500 rows',
  'I',
  'triage I workaround @Adele Vance',
  'fix I',
  'retest I',
  'close I',
  'reopen I it is back',
  'defer I after go-live',
  'issues',
  'issues show-stopper',
  'issues export',
  'source',
  'source add UAT guide https://northwind.example/uat',
  'verify S-8',
  'where is the test plan',
  'status',
  'ask now',
  'recap',
  'recap now',
  'setup',
  'pause',
  'resume',
]

/** The look at the project by which the bench waits for what is sent later: its messages, itself, and who is shut. */
const OWN_LOOK = 3

/**
 * How many requests each command makes: to storage until its answer and after it, and to Teams for the answer and
 * whatever is sent because of it.
 */
export async function countRoundTrips(trial: TeamsTrial, tables: string): Promise<string> {
  const counter = countRequestsTo(new URL(tables).host)
  const newest = { A: 'A-1', I: 'I-1' }
  const rows: (string | number)[][] = []
  for (const command of COMMANDS) {
    const text = command.replace(/\b[AI]\b/, (kind) => newest[kind as 'A' | 'I'])
    const mentioned = [PEOPLE.adele, PEOPLE.isaiah].filter(({ name }) => text.includes(`@${name}`))
    counter.reset()
    const sent = trial.connector.ledger.length
    const answer = wordsIn(...(await trial.say(PEOPLE.alex, 'general', text, ...mentioned)))
    const { reads, writes } = counter
    await trial.settle()
    const after = counter.reads + counter.writes - reads - writes - OWN_LOOK
    const toTeams = trial.connector.ledger.length - sent
    rows.push([command, reads, writes, after, toTeams, firstWords(answer)])
    if (command.startsWith('action ')) newest.A = idIn(answer, /A-\d+/)
    if (command.startsWith('issue ')) newest.I = idIn(answer, /I-\d+/)
  }
  counter.stop()
  return tableOf([['command', 'reads', 'writes', 'after', 'to Teams', 'answer begins'], ...rows])
}

/** Counts what this process asks of a host. A transaction is one request, whatever it holds. */
export function countRequestsTo(host: string) {
  const counter = { reads: 0, writes: 0 }
  const count = (message: unknown) => {
    const { request } = message as { readonly request: ClientRequest }
    if (request.getHeader('host') !== host) return
    if (request.method === 'GET') counter.reads++
    else counter.writes++
  }
  subscribe('http.client.request.start', count)
  return Object.assign(counter, {
    reset: () => Object.assign(counter, { reads: 0, writes: 0 }),
    stop: () => void unsubscribe('http.client.request.start', count),
  })
}

function firstWords(answer: string): string {
  return answer.replaceAll('\n', ' / ').slice(0, 44)
}

function idIn(answer: string, pattern: RegExp): string {
  const found = pattern.exec(answer)?.[0]
  if (found === undefined) throw new Error(`No number in: ${answer}`)
  return found
}
