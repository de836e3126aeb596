import type { TurnContext } from 'botbuilder'
import { welcomeCard } from '../cards/helpCard'
import type { ProjectId } from '../domain/ids'
import { followPlace } from '../flows/followPlace'
import type { Inbound, Sender } from './inbound'
import type { TeamsReference } from './reference'
import { replyWith } from './reply'
import type { TurnDeps } from './turn'

/** Notes where the bot was installed and greets there once, however often Teams tells of it. */
export async function onInstalled(
  deps: TurnDeps,
  context: TurnContext,
  { place, by, isUpdate }: Extract<Inbound, { kind: 'installed' }>,
  reference: TeamsReference,
): Promise<void> {
  await deps.addressBook.note(place.kind === 'personal' ? by : null, place, reference)
  if (place.kind === 'channel') {
    const { tenant, team } = place
    await followPlace(deps, { tenant, team, channel: null, event: { kind: 'added' } })
  }
  if (isUpdate) return
  if (place.kind === 'personal') {
    await replyWith(context, welcomeCard('chat', null))
    return
  }
  const project = deps.records.idOf(place.tenant, place.channel)
  await deps.once(`welcome ${project}`, () => greetChannel(deps, context, project, by))
}

/** Only while there is no project, naming who installed the bot where the roster knows them. */
async function greetChannel(
  deps: TurnDeps,
  context: TurnContext,
  project: ProjectId,
  by: Sender | null,
): Promise<void> {
  if ((await deps.records.project(project)) ?? (await deps.records.posted(project, 'welcome'))) return
  const members = await deps.roster.members(project)
  const installer = members.find(({ id }) => id === by?.id) ?? null
  const message = await replyWith(context, welcomeCard('channel', installer))
  if (message) await deps.records.commit(project, { posted: [{ about: 'welcome', message }] })
}
