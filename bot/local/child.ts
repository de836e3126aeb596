import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

export type ChildPlan = {
  /** What people call it: "the Playground". */
  readonly name: string
  readonly script: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly logFile: string
  /** Modules to load before the script. */
  readonly preload?: readonly string[]
}

export type Child = {
  readonly name: string
  readonly logFile: string
  readonly pid: number
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>
  isGone(): boolean
  /** Lets it save and end; kills it when it takes longer than ten seconds. */
  stop(): Promise<void>
}

const PATIENCE_MS = 10_000

/** Starts a Node process that can't outlive this one. Its output goes to its log file, from the start. */
export function startChild(plan: ChildPlan, tether: string): Child {
  const log = openSync(plan.logFile, 'w')
  const preload = [tether, ...(plan.preload ?? [])].flatMap((module) => ['--require', module])
  const child = spawn(process.execPath, [...preload, plan.script, ...(plan.args ?? [])], {
    cwd: plan.cwd,
    env: { ...process.env, ...plan.env },
    stdio: ['ignore', log, log, 'ipc'],
    // In a group of its own: at Ctrl-C the runner stops its children in order, the terminal must not do so too.
    detached: true,
    windowsHide: true,
  })
  closeSync(log)
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  return {
    name: plan.name,
    logFile: plan.logFile,
    pid: child.pid ?? 0,
    gone,
    isGone: () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null,
    async stop() {
      if (child.connected) child.disconnect()
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await gone
      clearTimeout(timer)
    },
  }
}

/** The last lines that a child wrote, for whoever must find out why it died. */
export function lastLines(child: Child, count = 15): string {
  return readFileSync(child.logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
}
