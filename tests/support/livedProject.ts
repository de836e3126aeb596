import type { IssueId, ItemId } from '../../bot/domain/ids'
import type { Severity } from '../../bot/domain/issue'
import { addDays, plainDate } from '../../bot/domain/time'
import type { Command } from '../../bot/flows/command'
import {
  ADELE,
  ALEX,
  aDueDate,
  at,
  DATA_MIGRATION,
  INTEGRATIONS,
  ISAIAH,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  TRAINING,
} from './builders'
import type { ServedTab } from './servedTab'

const FIRST = plainDate('2026-09-14')
const SEVERITIES: readonly Severity[] = ['cosmetic', 'workaround', 'cosmetic', 'workaround', 'showStopper']
const STREAMS = [DATA_MIGRATION, INTEGRATIONS, TRAINING]
const FIXERS = [ISAIAH, MEGAN, ISAIAH, ADELE]

/**
 * Nine weeks and some of a roll-out, told through the chat on the days on which it happened: issues that are logged,
 * ranked, fixed and come back; dates that move; a recap each Friday. Leaves the clock at the tests' now.
 */
export async function liveThrough(tab: ServedTab): Promise<void> {
  const goLive = aDueDate('2026-12-14', ['2027-01-11', 'load test came late', at('2026-10-20')])
  await tab.setUp({ createdAt: at(FIRST), goLive })
  const say = (day: number, time: string, person: typeof ALEX, command: Command) => {
    tab.clock.set(at(addDays(FIRST, day), time))
    return tab.inChat(person, command)
  }
  let issues = 0
  let items = 0
  for (let day = 0; day <= 66; day++) {
    if (day % 7 > 4) continue
    const many = [0, 2, 1, 1, 0, 3, 1][day % 7] ?? 0
    for (let count = 0; count < (day > 14 ? many : day % 3 === 0 ? 1 : 0); count++) {
      const number = ++issues
      const severity = SEVERITIES[number % SEVERITIES.length] ?? 'cosmetic'
      await say(day, '09:30', PATTI, logged(`Order total ${number} is wrong`))
      if (number % 11 !== 0) {
        const owner = number % 7 === 0 ? null : (FIXERS[number % FIXERS.length] ?? null)
        const command = { kind: 'triage', severity, owner } as const
        await say(day, '10:00', ALEX, { do: 'changeIssue', id: `I-${number}`, change: command, seen: null })
        const workstream = STREAMS[number % 3]?.id ?? null
        await say(day, '10:05', ALEX, {
          do: 'changeIssue',
          id: `I-${number}`,
          change: { kind: 'edit', workstream },
          seen: null,
        })
      }
    }
    if (day % 2 === 1 && day > 16) await closeOne(`I-${1 + Math.floor((day - 16) / 2)}`, day)
    if (day === 45) await change(day, 'I-5', { kind: 'reopen', why: 'it is back since the upgrade' })
    if (day % 6 === 0) await addItem(day)
    if (day % 5 === 2 && day > 20) await move(day, `A-${1 + (day % Math.max(1, items))}`)
    if (day % 7 === 4 && day < 64) await say(day, '15:00', ALEX, { do: 'postRecap', edit: null })
  }
  tab.clock.set(NOW)

  function logged(title: string): Command {
    return { do: 'logIssue', title, details: '', where: 'Invoices', conversation: null }
  }
  async function change(day: number, id: IssueId, what: Extract<Command, { do: 'changeIssue' }>['change']) {
    await say(day, '11:00', ALEX, { do: 'changeIssue', id, change: what, seen: null })
  }
  async function closeOne(id: IssueId, day: number) {
    await change(day, id, { kind: 'fix' })
    await change(day, id, { kind: 'retest' })
    await change(day, id, { kind: 'close' })
  }
  async function addItem(day: number) {
    items += 1
    await say(day, '12:00', ALEX, {
      do: 'addItem',
      title: `Provide file ${items}`,
      owner: items % 3 === 0 ? LYNNE : MEGAN,
      for: ADELE,
      unblocks: 'load test',
      due: addDays(FIRST, day + 12),
      workstream: STREAMS[items % 3]?.id ?? null,
      conversation: null,
    })
  }
  async function move(day: number, id: ItemId) {
    const to = addDays(FIRST, day + 9)
    await say(day, '13:00', ALEX, {
      do: 'changeItem',
      id,
      change: { kind: 'move', to, why: 'late' },
      seen: null,
    })
  }
}
