import { join } from 'node:path'
import { projectRoot, startStack, type Stack, type StackPlan } from './localStack'
import { HELP, readOptions, type Environment } from './options'

const root = projectRoot()

/** `npm start`: starts everything for a trial on this machine, and ends with it. `service` is its built entry. */
export async function runLocal(
  args: readonly string[],
  env: Environment,
  service = join(root, 'dist/bot/main.js'),
): Promise<void> {
  const asked = readOptions(args, env, root)
  switch (asked.kind) {
    case 'help':
      console.log(HELP)
      return
    case 'refused':
      console.error(asked.why)
      process.exitCode = 1
      return
    case 'run':
      await runStack({ ...asked, service }).catch((error: unknown) => {
        console.error(`Plumbline could not start: ${error instanceof Error ? error.message : String(error)}`)
        process.exit(1)
      })
  }
}

/** Runs until a signal comes or a part dies. */
async function runStack(plan: StackPlan): Promise<void> {
  const stopping = new AbortController()
  // Twice is as once: stopping takes a moment, and an impatient second Ctrl-C must not cost Azurite its data.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
  const asked = new Promise<'asked'>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve('asked'))
  })
  const say = (line: string): void => console.log(line)
  const started = await startStack(plan, say, stopping.signal)
  if (started.kind === 'cancelled') process.exit(0)
  if (started.kind === 'failed') {
    console.error(started.why)
    process.exit(1)
  }
  console.log(greeting(started.stack, plan.seed))
  const end = await Promise.race([asked, started.stack.broken])
  if (end === 'asked') {
    console.log('\nStopping and saving ...')
    await started.stack.stop()
    process.exit(0)
  }
  console.error(end)
  process.exit(1)
}

function greeting(stack: Stack, seeded: boolean): string {
  const first = seeded
    ? 'In General, a project in its third week is waiting. Type @Plumbline status, or @Plumbline help.\n            The Announcements channel is empty: try @Plumbline setup there.'
    : 'Choose the channel General and type @Plumbline setup.'
  return `
Plumbline runs.

  Chat      ${stack.playgroundUrl}
  Tab       ${stack.serviceUrl}/tab/
  First     ${first}
  Stop      Ctrl-C. The data is kept; "npm start -- --reset" forgets it.
  Logs      ${stack.logs}
`
}
