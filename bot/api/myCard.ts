import { parseCardAction } from '../cards/actions'
import { outcomeCard } from '../cards/outcomeCard'
import type { Card } from '../cards/card'
import type { Look } from '../cards/look'
import type { Reader } from '../cards/reader'
import { toCommand } from '../cards/toCommand'
import { cardPress, type MyCard } from '../contract/myCard'
import { tabPath } from '../contract/places'
import { weekIn } from '../domain/week'
import type { Outcome } from '../flows/outcome'
import { NOTHING_HERE, ok, Refused, type Reply } from './answers'
import { changing, order } from './changing'
import type { ApiDeps } from './deps'
import { parsed } from './issues'
import type { Visitor } from './visitor'

/** The asker's weekly card as it stands now: the same builder, the same records as in the 1:1 chat. */
export async function showMyCard(deps: ApiDeps, visitor: Visitor): Promise<Reply> {
  const outcome = await order(deps, visitor, { do: 'showCard', week: null })
  return ok(cardJson(deps, visitor, outcome.kind === 'weeklyCard' ? cardOf(deps, visitor, outcome) : null))
}

/** A button of the card, pressed on the tab: read, carried out and answered as it is in the chat. */
export async function pressMyCard(deps: ApiDeps, visitor: Visitor, body: unknown): Promise<Reply> {
  const { verb, data } = parsed(cardPress.safeParse(body))
  const action = parseCardAction(verb, data)
  if (!action) throw new Refused(400, (w) => w.tab.oldCard)
  // A card of another project may have been sent by hand: the project is the one whose team was checked.
  if ('project' in action && action.project !== undefined && action.project !== visitor.project.id) {
    throw new Refused(404, NOTHING_HERE)
  }
  const tapped = toCommand(action, visitor.members)
  switch (tapped.kind) {
    case 'problem':
      throw new Refused(400, (w) => w.tab.tap[tapped.problem.kind])
    case 'say':
      throw new Refused(400, (w) => w.tab.worksInChat)
    case 'command': {
      const outcome = await changing(deps, visitor, tapped.command)
      return ok(cardJson(deps, visitor, cardOf(deps, visitor, outcome, tapped.look)))
    }
  }
}

function cardOf(deps: ApiDeps, visitor: Visitor, outcome: Outcome, look?: Look): Card {
  const { actor, project } = visitor
  const reader: Reader = {
    locale: actor.locale,
    zone: actor.zone ?? project.zone,
    now: deps.clock.now(),
    links: { tab: tabPath, conversation: (link) => deps.links.conversation(link) },
  }
  return outcomeCard(outcome, reader, look)
}

function cardJson({ clock }: ApiDeps, { project }: Visitor, card: Card | null): MyCard {
  return { week: weekIn(clock.now(), project.zone), card: card && { ...card } }
}
