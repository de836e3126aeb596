import type { TeamsTrial } from '../support/teamsTrial'
import { PEOPLE } from '../support/teamsTrial'
import { startEchoBot } from './echoBot'
import { median, spread } from './numbers'

const WARM_UP = 30
const ROUNDS = 31
const TURNS = 5

/** How long a command takes that writes, against a bot that only says everything again, in turns with each other. */
export async function measureTurns(trial: TeamsTrial): Promise<string> {
  const echoBot = await startEchoBot(trial)
  let count = 0
  const activity = () =>
    trial.messageBy(
      PEOPLE.megan,
      'general',
      `action Send price file ${++count} @Adele Vance by 15 Dec`,
      PEOPLE.adele,
    )
  const echo = async () => expectOk(await echoBot.post(activity()))
  const command = async () => expectOk((await trial.post(activity())).status)

  await batch(echo, WARM_UP)
  await batch(command, WARM_UP)
  const rounds: { echo: number; command: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ echo: await batch(echo, TURNS), command: await batch(command, TURNS) })
    await trial.settle()
  }
  await echoBot.close()
  await expectAllKept(trial, WARM_UP + ROUNDS * TURNS)
  const echoed = median(rounds.map((round) => round.echo))
  const commanded = median(rounds.map((round) => round.command))
  return [
    `  echo bot      ${echoed.toFixed(2)} ms a turn`,
    `  "action ..."  ${commanded.toFixed(2)} ms a turn, written to Azurite`,
    `  ratio         ${(commanded / echoed).toFixed(2)} of the medians; of the ${ROUNDS} rounds ${spread(rounds.map(({ echo, command }) => command / echo))}`,
  ].join('\n')
}

/** Milliseconds for one of so many turns, one after the other. */
async function batch(turn: () => Promise<void>, turns: number): Promise<number> {
  const start = performance.now()
  for (let done = 0; done < turns; done++) await turn()
  return (performance.now() - start) / turns
}

function expectOk(status: number): void {
  if (status !== 200) throw new Error(`A turn was answered with ${status}`)
}

/** A fast bot that writes nothing would look good here. */
async function expectAllKept(trial: TeamsTrial, wanted: number): Promise<void> {
  const items = await trial.records.openItems(trial.project('general'))
  const kept = items.filter(({ title }) => title.startsWith('Send price file')).length
  if (kept !== wanted) throw new Error(`${kept} of ${wanted} action items were kept`)
}
