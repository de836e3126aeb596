import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

/** The processes that a process started, and theirs. */
export function descendantsOf(pid: number): number[] {
  const parents = process.platform === 'linux' ? parentsFromProc() : parentsFromPs()
  const found: number[] = []
  const open = [pid]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const children = [...parents].filter(([, parent]) => parent === next).map(([child]) => child)
    open.push(...children)
    found.push(...children)
  }
  return found
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch {
    return false
  }
}

/** Ended, but not yet reaped by whoever adopted it. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && stateAndParent(pid)?.state === 'Z'
}

function parentsFromProc(): Map<number, number> {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return new Map(pids.map((pid) => [pid, stateAndParent(pid)?.parent ?? 0]))
}

function stateAndParent(pid: number): { readonly state: string; readonly parent: number } | null {
  try {
    // "pid (name) state parent ...", where a name may hold anything.
    const [state = '', parent] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { state, parent: Number(parent) }
  } catch {
    return null // Ended meanwhile.
  }
}

function parentsFromPs(): Map<number, number> {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=']).toString().trim().split('\n')
  return new Map(lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]))
}
