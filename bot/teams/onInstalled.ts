import type { TurnContext } from 'botbuilder'
import { welcomeCard } from '../cards/helpCard'
import type { Inbound } from './inbound'
import { replyWith } from './reply'
import type { TurnDeps } from './turn'

/** Greets a channel without a project once, naming who installed the bot, however often Teams tells of it. */
export async function onInstalled(
  deps: TurnDeps,
  context: TurnContext,
  { place, by }: Extract<Inbound, { kind: 'installed' }>,
): Promise<void> {
  if (place.kind !== 'channel') {
    await replyWith(context, welcomeCard('chat', null))
    return
  }
  const project = deps.records.idOf(place.tenant, place.channel)
  if ((await deps.records.project(project)) ?? (await deps.records.posted(project, 'welcome'))) return
  const members = await deps.roster.members(project)
  const installer = members.find(({ id }) => id === by) ?? null
  const message = await replyWith(context, welcomeCard('channel', installer))
  if (message) await deps.records.commit(project, { posted: [{ about: 'welcome', message }] })
}
