import type { PersonId } from '../../bot/domain/ids'
import { channelWeekMessage, weeklyAskMessage } from '../../bot/flows/weekMessages'
import { AZURITE } from '../support/azuriteProcess'
import { anActionItem, anAsk } from '../support/builders'
import { PEOPLE, startTeamsTrial } from '../support/teamsTrial'
import { setUp } from '../teams/projects'
import { tableOf } from './numbers'
import { countRequestsTo } from './roundTrips'

/** More, and each card costs more than it should. */
const MOST = 3

/** How many writes the sender makes for each card that it delivers: asks in chats, and the week's card in the channel. */
export async function countTransactions(tables: string): Promise<string> {
  const trial = await startTeamsTrial(process.env[AZURITE] ?? '')
  const counter = countRequestsTo(new URL(tables).host)
  try {
    await setUp(trial)
    for (const { aadObjectId, name } of Object.values(PEOPLE)) {
      const owner = { id: aadObjectId as PersonId, name }
      await trial.records.createItem(trial.project('general'), (id) => ({
        items: [{ record: anActionItem({ id, owner, workstream: null }), over: 'new' }],
      }))
    }
    const rows: (string | number)[][] = [['what is sent', 'cards', 'writes', 'for each card', 'reads']]
    for (const what of ['each chat is opened', 'chats are known']) {
      if (what === 'chats are known') await askNextWeek(trial)
      else await trial.say(PEOPLE.alex, 'general', 'ask now')
      counter.reset()
      const before = cards(trial)
      await trial.settle()
      const delivered = cards(trial) - before
      // Opening a chat notes whom it is with, twice; the lease is taken once for all of them.
      rows.push([what, delivered, counter.writes, (counter.writes / delivered).toFixed(1), counter.reads])
      if (what === 'chats are known' && counter.writes / delivered > MOST) {
        throw new Error(`${counter.writes} writes for ${delivered} cards`)
      }
    }
    return tableOf(rows)
  } finally {
    counter.stop()
    await trial.close()
  }
}

type Trial = Awaited<ReturnType<typeof startTeamsTrial>>

const cards = ({ connector }: Trial) =>
  connector.posts().filter(({ id, body }) => id !== null && isCard(body)).length

function isCard(body: unknown): boolean {
  return JSON.stringify(body).includes('application/vnd.microsoft.card.adaptive')
}

/** Everybody is asked for another week, as the clock does it. */
async function askNextWeek({ records, clock, project }: Trial): Promise<void> {
  const week = '2026-W48'
  const people = Object.values(PEOPLE).map(({ aadObjectId, name }) => ({ id: aadObjectId as PersonId, name }))
  const at = clock.now()
  await records.commit(project('general'), {
    asks: people.map((person, index) => ({
      record: anAsk({
        week,
        person,
        items: [`A-${index + 1}`],
        askedAt: at,
        delivery: { status: 'pending' },
      }),
      over: 'new',
    })),
    outgoing: [...people.map(({ id }) => weeklyAskMessage(week, id, at)), channelWeekMessage(week, at)],
  })
}
