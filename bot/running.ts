import { setTimeout as wait } from 'node:timers/promises'
import type { Server } from 'restify'
import type { Log } from './log'
import type { Service } from './service'

/** How often the outbox is looked through for what a crash left behind, in ms. */
const SWEEP_EVERY = 30_000
/** How often the agenda is looked at, and what is being imported, in ms. */
const TICK_EVERY = 20_000
/** How often it is asked what other processes left that ended, in ms. */
const TAKE_OVER_EVERY = 1_000

type Running = {
  /**
   * Takes its leave: says at once that it is not ready, sends and begins nothing more, answers for so many ms what still
   * arrives, and resolves when all that was on its way is through.
   */
  end(answersFor: number): Promise<void>
}

/** Has the service listen, look at its agenda and send. */
export async function run(
  { server, sender, ticker, importWatch, ending }: Service,
  { port, host, log }: { readonly port: number; readonly host: string; readonly log: Log },
): Promise<Running> {
  await listen(server, port, host)
  const rounds = [
    every(SWEEP_EVERY, () => sender.sweep(), 'The outbox could not be swept'),
    every(TICK_EVERY, () => ticker.tick(), 'The agenda could not be looked at'),
    every(TICK_EVERY, () => importWatch.look(), 'Imports could not be looked after'),
    // Only sooner than by the sweep: while storage is away, once a second is no news.
    every(TAKE_OVER_EVERY, () => sender.takeOver(), 'What others left could not be looked at', 'warn'),
  ]

  function every(
    ms: number,
    round: () => Promise<void>,
    trouble: string,
    level: 'warn' | 'error' = 'error',
  ): NodeJS.Timeout {
    const begin = () => void round().catch((cause: unknown) => log[level]({ cause }, trouble))
    begin()
    return setInterval(begin, ms)
  }

  return {
    async end(answersFor) {
      ending.begin()
      for (const round of rounds) clearInterval(round)
      const answered = wait(answersFor).then(() => closed(server))
      await Promise.all([answered, sender.close(), ticker.close(), importWatch.close()])
      // A request of the last moment may have begun something, and left something to send.
      await ending.isQuiet()
      await sender.left()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

/** Resolves when each request that was taken is answered. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()))
}
