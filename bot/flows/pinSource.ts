import { isPinned, stepsTo, type StandingTab, type TabStep, type WantedTab } from '../domain/pinnedTabs'
import { epochMs, type Instant } from '../domain/time'
import type { ProjectId } from '../domain/ids'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome, PinStep, PinTrouble } from './outcome'
import type { Pinned, TabTrouble, TeamAccess } from './teamPorts'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'

type Deps = Pick<FlowDeps, 'records' | 'clock' | 'teamAccess'>
type PinOrder = Order<CommandOf<'pin'> | CommandOf<'unpin'>>

/**
 * Puts the source of truth and the issue log up as tabs of the project's channel, or puts right what stands there: done
 * again it changes nothing. The lead's to do.
 */
export async function pinSource(deps: Deps, order: PinOrder): Promise<Outcome> {
  return withTabs(deps, order, 'pin', async (work) => {
    const steps = stepsTo(
      work.wanted,
      work.standing,
      work.known.tabs.map(({ id }) => id),
    )
    const did: { name: string; what: PinStep }[] = []
    const tabs: KeptTab[] = []
    for (const step of steps) {
      const result = await take(work, step)
      if (result.kind !== 'ok') return { tabs: [...tabs, ...restOf(work, tabs)], trouble: result.kind }
      if (step.do === 'remove') continue
      const { entity, name } = step.tab
      tabs.push(keptAs(work, entity, result.value))
      did.push({ name, what: WORD_OF[step.do] })
    }
    const doubles = steps.filter((step) => step.do === 'remove').length
    return {
      tabs,
      outcome: { kind: 'pinned', project: work.project, did, doubles, hasAnchor: work.hasAnchor },
    }
  })
}

/** Takes both tabs off again, with any doubles; tabs of ours that were made otherwise stay. The lead's to do. */
export async function unpinSource(deps: Deps, order: PinOrder): Promise<Outcome> {
  return withTabs(deps, order, 'unpin', async (work) => {
    for (const { id } of work.standing) {
      const result = await work.access.tabs.remove(work.id, id)
      if (result.kind !== 'ok') return { tabs: work.known.tabs, trouble: result.kind }
    }
    return { tabs: [], outcome: { kind: 'unpinned', project: work.project, removed: work.standing.length } }
  })
}

type Granted = Extract<TeamAccess, { kind: 'granted' }>
type KeptTab = Pinned['tabs'][number]
type StandingEntity = KeptTab['entity']

type Work = {
  readonly id: ProjectId
  readonly project: ReturnType<typeof headOf>
  readonly hasAnchor: boolean
  readonly access: Granted
  readonly wanted: readonly WantedTab[]
  /** Our app in the tenant's catalogue. */
  readonly app: string
  /** The two, with their doubles. */
  readonly standing: readonly StandingTab[]
  readonly known: Pinned
  readonly now: Instant
}

type Done = { readonly tabs: readonly KeptTab[] } & (
  { readonly outcome: Outcome } | { readonly trouble: PinTrouble }
)

const WORD_OF: Readonly<Record<Exclude<TabStep['do'], 'remove'>, PinStep>> = {
  create: 'created',
  repair: 'repaired',
  leave: 'stood',
}
const NOTHING_KNOWN: Pinned = { app: '', tabs: [], busySince: null }

/** Longer than all requests of one run take, in ms, waits included. */
const LEASE = 120_000
/** So long after it was created a tab that is not listed yet is taken to stand, in ms. */
const SETTLES_IN = 60_000

/**
 * Two who pin at once would each see no tabs and create them, so the row of what we know is claimed first. A crash right
 * after the claim leaves it for its lease; then the next one takes it over, finds what was created in the channel's list
 * and adopts it. Should the list be slower than that, a double comes of it, which the run after next takes away.
 */
async function withTabs(
  deps: Deps,
  { project: id, actor }: PinOrder,
  what: 'pin' | 'unpin',
  work: (work: Work) => Promise<Done>,
): Promise<Outcome> {
  const stored = await deps.records.project(id)
  if (!stored) return { kind: 'notSetUp' }
  if (!leads(actor, stored.record)) return onlyTheLead(stored.record)
  const hasAnchor = (await deps.records.posted(id, 'anchor')) !== null
  const project = headOf(stored.record)
  const not = (because: PinTrouble): Outcome => ({
    kind: 'notPinned',
    project,
    wanted: what,
    because,
    hasAnchor,
  })
  const access = deps.teamAccess
  if (access.kind === 'none') return not(access.why)
  const { pins, tabs } = access
  const now = deps.clock.now()
  const found = await pins.of(id)
  const known = found?.record ?? NOTHING_KNOWN
  if (known.busySince !== null && epochMs(now) - epochMs(known.busySince) < LEASE) return not('underWay')
  const claim = await pins.keep(id, { record: { ...known, busySince: now }, over: found?.revision ?? 'new' })
  if (claim === null) return not('underWay')
  let after: Pinned = known
  try {
    const listed = await tabs.list(id)
    if (listed.kind !== 'ok') return not(listed.kind)
    const { app } = listed.value
    const wanted = access.wanted(stored.record.language)
    const standing = await standingOf(access.tabs, wanted, id, known, listed.value.tabs.filter(isPinned), now)
    const done = await work({ id, project, hasAnchor, access, wanted, app, standing, known, now })
    after = { app, tabs: done.tabs, busySince: null }
    return 'outcome' in done ? done.outcome : not(done.trouble)
  } finally {
    await pins.keep(id, { record: { ...after, busySince: null }, over: claim })
  }
}

/**
 * The list says what is to be looked at, and a tab's own address whether it stands: the list lags behind in both
 * directions. One of ours that is not listed and was created just now is taken to stand.
 */
async function standingOf(
  tabs: Granted['tabs'],
  wanted: readonly WantedTab[],
  project: ProjectId,
  known: Pinned,
  listed: readonly StandingTab[],
  now: Instant,
): Promise<readonly StandingTab[]> {
  const unlisted = known.tabs.filter((kept) => !listed.some((tab) => tab.id === kept.id))
  const young = unlisted.filter(({ at }) => epochMs(now) - epochMs(at) < SETTLES_IN)
  const doubtful = [
    ...listed,
    ...unlisted.filter((kept) => !young.includes(kept)).map((kept) => asWeMadeIt(wanted, kept)),
  ]
  const looks = doubtful.map(async (tab) => {
    const answer = await tabs.stands(project, tab.id)
    return answer.kind !== 'ok' || answer.value ? [tab] : []
  })
  return [...young.map((kept) => asWeMadeIt(wanted, kept)), ...(await Promise.all(looks)).flat()]
}

function asWeMadeIt(wanted: readonly WantedTab[], { entity, id }: KeptTab): StandingTab {
  const face = wanted.find((tab) => tab.entity === entity)
  const { name = '', content = null, website = null, remove = null } = face ?? {}
  return { id, entity, name, content, website, remove }
}

/** Answers with the tab's id. */
async function take(
  { id, access, app }: Work,
  step: TabStep,
): Promise<{ readonly kind: 'ok'; readonly value: string } | TabTrouble> {
  const { tabs } = access
  switch (step.do) {
    case 'leave':
      return { kind: 'ok', value: step.id }
    case 'create':
      return tabs.create(id, app, step.tab)
    case 'repair': {
      const result = await tabs.repair(id, step.id, step.tab)
      return result.kind === 'ok' ? { kind: 'ok', value: step.id } : result
    }
    case 'remove': {
      const result = await tabs.remove(id, step.id)
      return result.kind === 'ok' ? { kind: 'ok', value: step.id } : result
    }
  }
}

function keptAs({ known, now }: Work, entity: StandingEntity, id: string): KeptTab {
  return known.tabs.find((kept) => kept.id === id) ?? { entity, id, at: now }
}

/** Known tabs that a run which ended early did not come to. */
function restOf({ known }: Work, come: readonly KeptTab[]): readonly KeptTab[] {
  return known.tabs.filter((kept) => !come.some((tab) => tab.entity === kept.entity))
}
