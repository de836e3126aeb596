import { fieldValueOf } from '../../bot/cards/card'
import { NO_LINKS } from '../../bot/cards/reader'
import { recapCard } from '../../bot/cards/recapCard'
import type { RecapRenderer } from '../../bot/flows/ports'
import { demoWorld } from '../../bot/local/demo/world'
import { seedDemo } from '../../bot/local/demo/seedDemo'
import { AZURITE, startAzurite } from '../support/azuriteProcess'
import { COPENHAGEN } from '../support/builders'
import { startTeamsTrial, type TeamsTrial } from '../support/teamsTrial'
import { countTokens } from './coldToken'
import { measureDoors } from './doors'
import { measureFirstView } from './firstView'
import { measureLongImport } from './longImport'
import { measureLongLog } from './longLog'
import { countRoundTrips } from './roundTrips'
import { countTransactions } from './sending'
import { measureTicks } from './ticks'
import { measureAnswers } from './answers'
import { measureTurns } from './turns'

/*
 * `npm run bench`: what a turn, a command and the tab cost, each beside a yardstick of the same minute on the same
 * machine. Milliseconds differ from machine to machine; ratios and counts are what to compare. With words after it only
 * the parts whose title has one of them: `npm run bench -- door`.
 */

const WANTED = process.argv.slice(2)
const LONGEST_MS = 1_500_000

async function main(): Promise<void> {
  setTimeout(() => {
    console.error('The bench did not end in 25 minutes.')
    process.exit(1)
  }, LONGEST_MS).unref()
  const azurite = await startAzurite()
  process.env[AZURITE] = azurite.connection
  const tables = /TableEndpoint=([^;]+)/.exec(azurite.connection)?.[1] ?? ''
  const trial = await startTeamsTrial(azurite.connection)
  try {
    await seed(trial)
    await part('Storage round trips of each command, on the demo project', () =>
      countRoundTrips(trial, tables),
    )
    await part('Writes to storage for each card that is delivered', () => countTransactions(tables))
    await part('A tick with the same number of projects due', () => measureTicks(tables))
    await part('A command turn against an echo bot', () => measureTurns(trial))
    await part('The door, at 16 connections, against the stock ones', measureDoors)
    await part('Requests for the bot’s own token', () => countTokens(trial))
    await part('"where is" over 500 pages', () => measureAnswers(trial, tables))
    await part("The tab's first view", measureFirstView)
    await part('An import of 20,000 rows', measureLongImport)
    await part('The log at 1,000 and 100,000 issues', measureLongLog)
  } finally {
    await trial.close()
    await azurite.stop()
  }
}

async function part(title: string, measure: () => Promise<string>): Promise<void> {
  if (WANTED.length > 0 && !WANTED.some((word) => title.toLowerCase().includes(word.toLowerCase()))) return
  const start = performance.now()
  const text = await measure()
  console.log(`\n${title} (${((performance.now() - start) / 1000).toFixed(0)} s)\n\n${text}`)
}

/** A roll-out in its third week in General, whose people the connector knows. */
async function seed({ storage, connector, clock }: TeamsTrial): Promise<void> {
  const { records, people, channels } = storage
  const world = { ...demoWorld(connector.serviceUrl), serviceUrl: connector.serviceUrl, zone: COPENHAGEN }
  const renderRecap: RecapRenderer = (recap) =>
    fieldValueOf(recapCard(recap, { locale: 'en-GB', zone: recap.zone, now: recap.asOf, links: NO_LINKS }))
  await seedDemo({ records, people, channels, renderRecap, now: clock.now() }, world)
}

main().catch((cause: unknown) => {
  console.error(cause)
  process.exitCode = 1
})
