import type { Problem } from '../../bot/contract/common'
import type { IssueCounts, IssueRow } from '../../bot/contract/issue'
import { paths } from '../../bot/contract/paths'
import { startShape } from '../../bot/contract/firstView'
import type { ProjectFacts, Start } from '../../bot/contract/session'
import type { Host } from '../host/host'
import { CANT_BE_REACHED } from '#words/reach'
import type { Answer, Api } from './api'

/*
 * What the whole tab knows, kept fresh. While the page is visible it asks every 5 seconds what changed in the last
 * half minute: on the service one read of a short range of history per open tab, and a list only when something did
 * change. Half a minute of overlap, because a change's time is taken before it is written; versions tell what is new.
 */
const EVERY_MS = 5_000
const AFTER_FAILURE_MS = 20_000
const OVERLAP_MS = 30_000
/** Counts that no record's history shows (a "no change" answer) are at most this old. */
const WHOLE_EVERY_MS = 30_000

type Reach =
  | { readonly kind: 'reached' }
  | { readonly kind: 'lost'; readonly loadedAt: number; readonly nextTryAt: number }

/** A change that could not be sent; it goes out when the service is back. */
export type Unsaved = { readonly id: string; readonly send: () => Promise<unknown> }

export type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly status: number; readonly problem: Problem; readonly wasOpen: boolean }
  | { readonly kind: 'nothing'; readonly start: Start }
  | Ready

export type Ready = {
  readonly kind: 'ready'
  readonly start: Start
  readonly project: ProjectFacts
  /** All open issues where `whole`; else the first page of `list` and what this page changed. */
  readonly issues: readonly IssueRow[]
  readonly counts: IssueCounts
  readonly whole: boolean
  /** The listing that `issues` begin with where not `whole`, and what its second page comes after. */
  readonly list: string
  readonly next: string | null
  /** Numbers of the issues that somebody else changed, as far as the last round brought them. */
  readonly changed: readonly string[]
  /** Numbers of the issues that this page itself changed or logged. */
  readonly own: ReadonlySet<string>
  /** Grows with each change that came from elsewhere: pages that show more than rows load again. */
  readonly round: number
  readonly reach: Reach
  readonly unsaved: Unsaved | null
}

export type Live = ReturnType<typeof openLive>

const pulseShape = () => import('../../bot/contract/session').then(({ pulse }) => pulse)

/** Starts loading at once. `project` is the one that the address names, if any; `list`, the listing of a long log. */
export function openLive(api: Api, host: Promise<Host>, project: string | null, list: string) {
  let state: State = { kind: 'loading' }
  let since = ''
  let wholeAt = 0
  let timer = 0
  const known = new Map<string, number>()
  const own = new Set<string>()
  let changed: readonly string[] = []
  const listeners = new Set<() => void>()

  function become(next: State): void {
    state = next
    listeners.forEach((tell) => tell())
  }

  async function loadWhole(): Promise<void> {
    const { channel } = await host
    const asked = new URLSearchParams()
    const which = state.kind === 'ready' ? state.project.id : project
    if (which) asked.set('project', which)
    else if (channel) asked.set('channel', channel)
    take(await api.get(`${paths.start}?${[asked.toString(), list].filter(Boolean).join('&')}`, startShape))
  }

  function take(answer: Answer<Start>): void {
    if (answer.kind === 'unreachable') return lose()
    if (answer.kind === 'problem') {
      if (answer.status >= 500 && state.kind === 'ready') return lose()
      const wasOpen = state.kind === 'ready' || (state.kind === 'failed' && state.wasOpen)
      return become({ kind: 'failed', status: answer.status, problem: answer.problem, wasOpen })
    }
    const { open, now } = answer.body
    if (!open) return become({ kind: 'nothing', start: answer.body })
    wholeAt = Date.now()
    if (since === '') since = now
    open.issues.forEach((row) => know(row.id, row.version))
    become({
      kind: 'ready',
      start: answer.body,
      project: open.project,
      issues: open.issues,
      counts: open.counts,
      whole: open.whole,
      list,
      next: open.next,
      changed,
      own,
      round: state.kind === 'ready' ? state.round + 1 : 0,
      reach: { kind: 'reached' },
      unsaved: state.kind === 'ready' ? state.unsaved : null,
    })
  }

  function lose(): void {
    if (state.kind !== 'ready') {
      const problem = { text: CANT_BE_REACHED, reference: '' }
      return become({ kind: 'failed', status: 0, problem, wasOpen: false })
    }
    const loadedAt = state.reach.kind === 'lost' ? state.reach.loadedAt : Date.now()
    become({ ...state, reach: { kind: 'lost', loadedAt, nextTryAt: Date.now() + AFTER_FAILURE_MS } })
  }

  /** Whether this version of the record was not known yet. */
  function know(record: string, version: number): boolean {
    const isNews = (known.get(record) ?? 0) < version
    if (isNews) known.set(record, version)
    return isNews
  }

  async function look(): Promise<void> {
    if (state.kind !== 'ready') return loadWhole()
    const path = `${paths.pulse(state.project.id)}?since=${encodeURIComponent(since)}`
    const answer = await api.get(path, pulseShape)
    if (answer.kind !== 'ok') {
      if (answer.kind === 'problem' && answer.status < 500) take(answer)
      else lose()
      return
    }
    since = new Date(Date.parse(answer.body.until) - OVERLAP_MS).toISOString()
    const news = answer.body.changed.filter(({ record, version }) => know(record, version))
    changed = news.map(({ record }) => record)
    const wasLost = state.reach.kind === 'lost'
    if (news.length > 0 || wasLost || Date.now() - wholeAt > WHOLE_EVERY_MS) await loadWhole()
  }

  function wait(): void {
    clearTimeout(timer)
    const lost = state.kind === 'ready' && state.reach.kind === 'lost'
    timer = window.setTimeout(() => void turn(), lost ? AFTER_FAILURE_MS : EVERY_MS)
  }

  async function turn(): Promise<void> {
    if (document.visibilityState === 'visible') await look().catch(lose)
    wait()
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void turn()
  })
  void loadWhole().catch(lose).finally(wait)

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Looks now. */
    refresh: () => turn(),
    /** Shows a row as it is now, or will be once saved. */
    show: (row: IssueRow) => {
      if (state.kind !== 'ready') return
      own.add(row.id)
      const there = state.issues.some(({ id }) => id === row.id)
      const issues = there
        ? state.issues.map((other) => (other.id === row.id ? row : other))
        : [row, ...state.issues]
      become({ ...state, issues })
    },
    /** Notes what this page itself changed, so that the next look doesn't take it for news. */
    knows: (record: string, version: number) => {
      // What is only counted by the service is counted anew with the next look.
      if (know(record, version) && state.kind === 'ready' && !state.whole) wholeAt = 0
    },
    keepUnsaved: (unsaved: Unsaved | null) => {
      if (state.kind === 'ready') become({ ...state, unsaved })
    },
    lose,
  }
}
