import type { Outcome, PinStep, PinTrouble } from '../flows/outcome'
import type { ProjectHead } from '../flows/projectHead'
import { execute } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { body, box, buttons, eyebrow, facts, openUrl, small, title } from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { wordsOf, type Words } from './words/wordsOf'

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>

/** Both tabs stand at the top of the channel: what it took. */
export function pinnedCard({ project, did, doubles, hasAnchor }: Of<'pinned'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = headline(
    did.map(({ what }) => what),
    w,
  )
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    ...facts(did.map(({ name, what }) => [name, [w.project.step[what]]] as const)),
    ...(doubles > 0 ? [small(w.project.doubleOff(doubles), 'small')] : []),
    ...buttons([
      hasAnchor ? null : pageButton(project, w),
      execute(w.project.takeOff, 'unpin', { project: project.id }),
    ]),
  ])
}

function headline(steps: readonly PinStep[], w: Words): string {
  if (steps.includes('created')) return w.project.tabsPinned
  return steps.includes('repaired') ? w.project.tabsRight : w.project.tabsPinnedAlready
}

/** The tabs are off; what they showed is not. */
export function unpinnedCard({ project, removed }: Of<'unpinned'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = removed > 0 ? w.project.tabsOff : w.project.noTabs
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(removed > 0 ? w.project.allStays : w.project.byHandOff),
    ...buttons([execute(w.project.pinThem, 'pin', { project: project.id, back: true })]),
  ])
}

/** What stands in the way of pinning, who can clear it, and how it is done by hand meanwhile. */
export function notPinnedCard(
  { project, wanted, because, hasAnchor }: Of<'notPinned'>,
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const words = because === 'trial' ? w.project.nothingToPin : w.project.couldNot[wanted]
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(w.project.trouble[because]),
    byHand(wanted, because, w),
    ...buttons([
      mayPass(because) ? execute(w.project.tryAgain, wanted, { project: project.id, back: true }) : null,
      wanted === 'unpin' || hasAnchor ? null : pageButton(project, w),
      openUrl(w.common.openTab, reader.links.tab(project.id, { page: 'issues' })),
    ]),
  ])
}

/** Beside the tabs, and where there are none, a card in the channel leads to the same page. */
function pageButton({ id }: ProjectHead, w: Words) {
  return execute(w.project.postPage, 'anchor.post', { project: id })
}

/** Whether it may go another time, without anybody setting something up first. */
function mayPass(because: PinTrouble): boolean {
  return because !== 'trial' && because !== 'notConnected'
}

function byHand(wanted: 'pin' | 'unpin', because: PinTrouble, w: Words): Element {
  const label = because === 'trial' ? w.project.inTeamsByHand : w.project.byHand
  const lines =
    wanted === 'pin'
      ? [w.project.pin1, w.project.pin2, w.project.pin3]
      : [w.project.unpin1, w.project.unpin2, w.project.unpin3]
  return box([small(label), ...lines.map((line) => body(plain(line), 'none'))])
}
