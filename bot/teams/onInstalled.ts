import type { TurnContext } from 'botbuilder'
import { welcomeCard } from '../cards/helpCard'
import { IN_ENGLISH } from '../cards/words/wordsOf'
import { followPlace } from '../flows/followPlace'
import type { Inbound, Place, Sender } from './inbound'
import type { TeamsReference } from './reference'
import { replyWith } from './reply'
import type { TurnDeps } from './turn'

/** Notes where the bot was installed and greets there once, however often Teams tells of it. */
export async function onInstalled(
  deps: TurnDeps,
  context: TurnContext,
  { tenant, place, by, isUpdate }: Extract<Inbound, { kind: 'installed' }>,
  reference: TeamsReference,
): Promise<void> {
  await deps.addressBook.note(place.kind === 'personal' ? by : null, place, reference)
  if (place.kind === 'channel') {
    await followPlace(deps, { tenant, team: place.team, channel: null, event: { kind: 'added' } })
  }
  if (isUpdate) return
  if (place.kind === 'channel') await greetChannel(deps, context, place, by)
  else if (await deps.greetings.claim(tenant, context.activity.conversation.id)) {
    await replyWith(context, welcomeCard('chat', null, by ?? IN_ENGLISH))
  }
}

/** Only while there is no project, naming who installed the bot where the roster knows them. */
async function greetChannel(
  deps: TurnDeps,
  context: TurnContext,
  { tenant, channel }: Extract<Place, { kind: 'channel' }>,
  by: Sender | null,
): Promise<void> {
  const project = deps.records.idOf(tenant, channel)
  if ((await deps.records.project(project)) ?? (await deps.records.posted(project, 'welcome'))) return
  if (!(await deps.greetings.claim(tenant, channel))) return
  const members = await deps.roster.members(project)
  const installer = members.find(({ id }) => id === by?.id) ?? null
  const message = await replyWith(context, welcomeCard('channel', installer, by ?? IN_ENGLISH))
  if (message) await deps.records.commit(project, { posted: [{ about: 'welcome', message }] })
}
