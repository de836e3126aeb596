import { tabName } from '../domain/pinnedTabs'
import type { Outcome, PinStep, PinTrouble, ProjectHead } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { body, box, buttons, eyebrow, facts, openUrl, small, title } from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>

/** Both tabs stand at the top of the channel: what it took. */
export function pinnedCard({ project, did, doubles, hasAnchor }: Of<'pinned'>): Card {
  const words = headline(did.map(({ what }) => what))
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    ...facts(did.map(({ entity, what }) => [tabName(entity), [STEP_WORDS[what]]] as const)),
    ...(doubles > 0
      ? [small(doubles === 1 ? 'One double is taken off.' : `${doubles} doubles are taken off.`, 'small')]
      : []),
    ...buttons([
      hasAnchor ? null : pageButton(project),
      execute('Take them off', 'unpin', { project: project.id }),
    ]),
  ])
}

const STEP_WORDS: Readonly<Record<PinStep, string>> = {
  created: 'New, at the top of the channel',
  repaired: 'Changed by hand, now put right',
  stood: 'Was there already',
}

function headline(steps: readonly PinStep[]): string {
  if (steps.includes('created')) return 'The tabs are pinned'
  return steps.includes('repaired') ? 'The tabs are put right' : 'The tabs are pinned already'
}

/** The tabs are off; what they showed is not. */
export function unpinnedCard({ project, removed }: Of<'unpinned'>): Card {
  const words = removed > 0 ? 'The tabs are off' : 'There were no tabs of mine'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(
      removed > 0
        ? 'All that they showed stays: items, issues, recaps and how this project runs.'
        : 'A tab that somebody added by hand comes off by the arrow beside its name, Remove.',
    ),
    ...buttons([execute('Pin them', 'pin', { project: project.id, back: true })]),
  ])
}

/** What stands in the way of pinning, who can clear it, and how it is done by hand meanwhile. */
export function notPinnedCard(
  { project, wanted, because, hasAnchor }: Of<'notPinned'>,
  reader: Reader,
): Card {
  const words = because === 'trial' ? 'Nothing to pin to in a trial' : HEADLINES[wanted]
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(TROUBLES[because]),
    byHand(wanted, because),
    ...buttons([
      mayPass(because) ? execute('Try again', wanted, { project: project.id, back: true }) : null,
      wanted === 'unpin' || hasAnchor ? null : pageButton(project),
      openUrl('Open the tab', reader.links.tab(project.id, { page: 'issues' })),
    ]),
  ])
}

/** Beside the tabs, and where there are none, a card in the channel leads to the same page. */
function pageButton({ id }: ProjectHead) {
  return execute('Post the page', 'anchor.post', { project: id })
}

const HEADLINES = { pin: 'I could not pin the tabs', unpin: 'I could not take the tabs off' } as const

const TROUBLES: Readonly<Record<PinTrouble, string>> = {
  trial:
    'In Teams I put two tabs at the top of the channel: Source of truth and Issue log. Here the tab is a page of its own.',
  notConnected:
    'I may not touch this channel’s tabs yet. An administrator allows it once, by connecting Plumbline to Microsoft Graph.',
  notConsented:
    'This team has not agreed to that yet, because Plumbline was updated after it was added. An owner of the team opens ••• beside the team’s name, then Manage team, Apps, and accepts what Plumbline asks for. If nothing is asked there, take it off and add it again: the project stays.',
  notInstalled:
    'Plumbline is not added to this team, or it is blocked. An owner of the team adds it: ••• beside the team’s name, then Manage team, Apps. If it is not there, ask your administrator.',
  noChannel:
    'Teams has no place for my tabs here. The channel may be private or shared, or gone since a moment ago.',
  throttled: 'Teams is busy and asks for patience. Please try again in a few minutes.',
  underWay: 'Somebody is at it right now. Look at the top of the channel in a minute.',
  failed:
    'Teams did not answer as it should. Please try again in a few minutes; if it stays like this, tell your administrator.',
}

/** Whether it may go another time, without anybody setting something up first. */
function mayPass(because: PinTrouble): boolean {
  return because !== 'trial' && because !== 'notConnected'
}

function byHand(wanted: 'pin' | 'unpin', because: PinTrouble): Element {
  const label = because === 'trial' ? 'In Teams, by hand' : 'By hand'
  const lines =
    wanted === 'pin'
      ? ['1. Press + at the top of the channel', '2. Choose Plumbline', '3. Press Save']
      : ['1. Press the arrow beside the tab’s name', '2. Choose Remove', '3. Press Remove once more']
  return box([small(label), ...lines.map((line) => body(plain(line), 'none'))])
}
