import type { UnreachableReason } from '../domain/cycle'
import type { DeliveryLine } from '../flows/deliveriesView'
import { firstName, plain } from './text'
import type { Words } from './words/wordsOf'

/** What a message was, and for whom or where. */
export function lineName(line: DeliveryLine, w: Words): string {
  switch (line.what) {
    case 'ask':
      return w.deliveries.card(plain(line.person.name, 80))
    case 'reminder':
      return w.deliveries.reminder(plain(line.person.name, 80))
    case 'channelWeek':
      return w.deliveries.weekCard
    case 'draft':
      return w.deliveries.draftFor(plain(line.person.name, 80))
    case 'recap':
      return w.deliveries.recapInChannel
    case 'copy':
      return w.deliveries.copyIn(plain(line.channel.name, 80))
    case 'correction':
      return line.channel
        ? w.deliveries.correctionIn(plain(line.channel.name, 80))
        : w.deliveries.correctionInChannel
  }
}

/** Why a message did not arrive, and what to do about it. */
export function notReachedHelp(line: DeliveryLine, why: UnreachableReason, w: Words): string {
  switch (line.what) {
    case 'ask':
      return personHelp(firstName(line.person.name), why, w.deliveries.thenAskNow, w)
    case 'reminder':
      return personHelp(firstName(line.person.name), why, w.deliveries.orAskThem, w)
    case 'draft':
      return w.deliveries.sayRecapDraft
    case 'channelWeek':
      return w.deliveries.thenSayAskNow(w.deliveries.own[why])
    case 'recap':
      return w.deliveries.standsOnTab(w.deliveries.own[why])
    case 'copy':
      return w.deliveries.mailed(channelHelp(line.channel.name, why, w))
    case 'correction':
      return why === 'gone' ? w.deliveries.deletedThere : w.deliveries.editNotTaken
  }
}

/** Nobody knows whether it arrived: what that means, and how to find out. */
export function unknownHelp(line: DeliveryLine, w: Words): string {
  const twice = w.deliveries.twice
  switch (line.what) {
    case 'ask':
    case 'reminder':
      return `${twice} ${w.deliveries.askThem(plain(firstName(line.person.name), 80))}`
    case 'draft':
      return `${twice} ${w.deliveries.sayRecap}`
    case 'channelWeek':
    case 'recap':
      return `${twice} ${w.deliveries.lookInChannel}`
    case 'copy':
      return `${twice} ${w.deliveries.lookIn(plain(line.channel.name, 80))}`
    case 'correction':
      return w.deliveries.notSaidChanged
  }
}

function personHelp(name: string, why: UnreachableReason, then: string, w: Words): string {
  return w.deliveries.person[why](plain(name, 80), then)
}

/** Why nothing can be posted in a further channel, and what to do about it. */
export function channelHelp(name: string, why: UnreachableReason, w: Words): string {
  return w.deliveries.channel[why](plain(name, 80))
}
