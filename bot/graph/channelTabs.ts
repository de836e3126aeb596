import { z } from 'zod'
import type { ProjectId } from '../domain/ids'
import type { StandingTab, WantedTab } from '../domain/pinnedTabs'
import type { ChannelTabs, TabResult, TabTrouble } from '../flows/teamPorts'
import type { Log } from '../log'
import { GRAPH_URL, type GraphAnswer, type GraphClient } from './client'
import { tabsPath, teamPath, type FindPlace, type GraphPlace } from './where'

type TabsDeps = {
  readonly client: GraphClient
  readonly find: FindPlace
  /** The app's id in its manifest. A tenant's catalogue gives it one of its own, except when it comes from the store. */
  readonly teamsApp: string
  readonly log: Log
}

const installedParser = z.object({
  teamsApp: z.object({ id: z.string(), externalId: z.string().nullish() }),
})
const text = z.string().nullish()
const tabParser = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  configuration: z.object({ entityId: text, contentUrl: text, websiteUrl: text, removeUrl: text }).nullish(),
  teamsApp: z.object({ id: z.string() }).nullish(),
})
const createdParser = z.object({ id: z.string().min(1) })

/** Our app's tabs in a channel, by Graph's v1.0, app-only by the consent that was given for the team. */
export function createChannelTabs(deps: TabsDeps): ChannelTabs {
  const { client } = deps
  return {
    list: (project) => inChannel(deps, project, (place) => listTabs(deps, project, place)),
    stands: (project, tab) =>
      inChannel(deps, project, async (place) => {
        const answer = await client.send({ ...at(place, tab), method: 'GET' })
        if (answer.kind === 'done') return { kind: 'ok', value: true }
        return isGone(answer) ? { kind: 'ok', value: false } : troubleOf(deps, project, answer)
      }),
    create: (project, app, tab) =>
      inChannel(deps, project, async (place) => {
        const body = { ...faceOf(tab), 'teamsApp@odata.bind': `${GRAPH_URL}/appCatalogs/teamsApps/${app}` }
        const answer = await client.send({ ...at(place), method: 'POST', body })
        if (answer.kind !== 'done') return troubleOf(deps, project, answer)
        const created = createdParser.safeParse(answer.body)
        return created.success
          ? { kind: 'ok', value: created.data.id }
          : troubleOf(deps, project, { kind: 'failed', cause: created.error })
      }),
    repair: (project, id, tab) =>
      inChannel(deps, project, async (place) => {
        const answer = await client.send({ ...at(place, id), method: 'PATCH', body: faceOf(tab) })
        if (answer.kind === 'done') return DONE
        const trouble = troubleOf(deps, project, answer)
        return isGone(answer) ? { kind: 'failed' } : trouble
      }),
    remove: (project, id) =>
      inChannel(deps, project, async (place) => {
        const answer = await client.send({ ...at(place, id), method: 'DELETE' })
        return answer.kind === 'done' || isGone(answer) ? DONE : troubleOf(deps, project, answer)
      }),
  }
}

const DONE = { kind: 'ok', value: null } as const

function at(place: GraphPlace, tab?: string) {
  const path = tab === undefined ? tabsPath(place) : `${tabsPath(place)}/${encodeURIComponent(tab)}`
  return { tenant: place.tenant, path, patient: true }
}

/** Of a tab that was asked for by its id; what is missing may be the channel as well, which a list tells. */
function isGone(answer: GraphAnswer): boolean {
  return answer.kind === 'refused' && answer.status === 404
}

function faceOf({ entity, name, content, website, remove }: WantedTab) {
  return {
    displayName: name,
    configuration: { entityId: entity, contentUrl: content, websiteUrl: website, removeUrl: remove },
  }
}

async function listTabs(
  deps: TabsDeps,
  project: ProjectId,
  place: GraphPlace,
): Promise<TabResult<{ readonly app: string; readonly tabs: readonly StandingTab[] }>> {
  const { client, teamsApp } = deps
  const { tenant } = place
  const installed = await client.list({
    tenant,
    path: `${teamPath(place)}/installedApps?$expand=teamsApp`,
    patient: true,
  })
  if (installed.kind !== 'listed') return troubleOf(deps, project, installed)
  const app = installed.items
    .map((item) => installedParser.safeParse(item).data?.teamsApp)
    .find((one) => one?.externalId === teamsApp || one?.id === teamsApp)
  if (!app) return { kind: 'notInstalled' }
  const listed = await client.list({ tenant, path: `${tabsPath(place)}?$expand=teamsApp`, patient: true })
  if (listed.kind !== 'listed') return troubleOf(deps, project, listed)
  const tabs = listed.items.flatMap((item): StandingTab[] => {
    const tab = tabParser.safeParse(item).data
    return tab?.teamsApp?.id === app.id ? [standing(tab)] : []
  })
  return { kind: 'ok', value: { app: app.id, tabs } }
}

function standing({ id, displayName, configuration }: z.infer<typeof tabParser>): StandingTab {
  return {
    id,
    entity: configuration?.entityId ?? null,
    name: displayName ?? '',
    content: configuration?.contentUrl ?? null,
    website: configuration?.websiteUrl ?? null,
    remove: configuration?.removeUrl ?? null,
  }
}

async function inChannel<T>(
  deps: TabsDeps,
  project: ProjectId,
  work: (place: GraphPlace) => Promise<TabResult<T>>,
): Promise<TabResult<T>> {
  let place: GraphPlace | null
  try {
    place = await deps.find(project)
  } catch (cause) {
    return troubleOf(deps, project, { kind: 'failed', cause })
  }
  return place ? work(place) : { kind: 'noChannel' }
}

/** What a refusal means for people; the log has Graph's own words. */
function troubleOf(
  { log }: TabsDeps,
  project: ProjectId,
  answer: Exclude<GraphAnswer, { kind: 'done' }>,
): TabTrouble {
  switch (answer.kind) {
    case 'throttled':
      return answer
    case 'failed':
      log.warn({ cause: answer.cause, project }, 'Graph could not be asked about tabs')
      return { kind: 'failed' }
    case 'refused':
      log.info({ ...answer, project }, 'Graph refused a request about tabs')
      return { kind: refusalOf(answer) }
  }
}

function refusalOf({ status, message }: Extract<GraphAnswer, { kind: 'refused' }>): TabTrouble['kind'] {
  if (status === 403) return 'notConsented'
  if (status === 404) return 'noChannel'
  if (status === 400 && /needs to be installed to the team/i.test(message)) return 'notInstalled'
  return 'failed'
}
