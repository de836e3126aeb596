import { searchSource } from '../../bot/flows/searchSource'
import { anEntry } from '../support/builders'
import { PEOPLE, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { median, tableOf } from './numbers'
import { countRequestsTo } from './roundTrips'

const PAGES = 500
const ROUNDS = 40
const QUESTION = 'where is the rule for carrier 321?'

/** A question over a large page: the search alone, and the whole turn with its reads of storage, beside `help`. */
export async function measureAnswers(trial: TeamsTrial, tables: string): Promise<string> {
  const project = trial.project('general')
  const entries = Array.from({ length: PAGES }, (_, at) =>
    anEntry({
      id: `S-${at + 100}`,
      kind: 'other',
      title: `Rule for carrier ${at}`,
      content: {
        kind: 'text',
        text: `Deliveries of carrier ${at} are announced the day before. `.repeat(20),
      },
    }),
  )
  for (let at = 0; at < PAGES; at += 50) {
    const some = entries.slice(at, at + 50).map((record) => ({ record, over: 'new' as const }))
    await trial.records.commit(project, { entries: some })
  }
  const search = await timesOf(() => Promise.resolve(searchSource(entries, QUESTION)))
  const help = await timesOf(() => trial.say(PEOPLE.alex, 'general', 'help'))
  const counter = countRequestsTo(new URL(tables).host)
  const ask = () => trial.say(PEOPLE.alex, 'general', QUESTION)
  const answer = wordsIn(...(await ask()))
  const { reads } = counter
  counter.stop()
  if (!answer.includes('Rule for carrier 321')) throw new Error(`Not found: ${answer}`)
  const turn = await timesOf(ask)
  const ms = (value: number) => value.toFixed(1)
  return tableOf([
    ['what', 'median ms', 'times help', 'reads'],
    ['help', ms(help), 1, ''],
    ['search alone', ms(search), (search / help).toFixed(1), 0],
    [`where is, ${PAGES} pages`, ms(turn), (turn / help).toFixed(1), reads],
  ])
}

async function timesOf(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return median(times)
}
