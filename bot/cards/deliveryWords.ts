import type { UnreachableReason } from '../domain/cycle'
import type { DeliveryLine } from '../flows/deliveriesView'
import { firstName, plain } from './text'

/** What a message was, and for whom or where. */
export function lineName(line: DeliveryLine): string {
  switch (line.what) {
    case 'ask':
      return `${plain(line.person.name, 80)}’s card`
    case 'reminder':
      return `${plain(line.person.name, 80)}’s reminder`
    case 'channelWeek':
      return 'The week’s card in the channel'
    case 'draft':
      return `The draft for ${plain(line.person.name, 80)}`
    case 'recap':
      return 'The recap in the channel'
    case 'copy':
      return `The copy in ${plain(line.channel.name, 80)}`
    case 'correction':
      return line.channel
        ? `The correction in ${plain(line.channel.name, 80)}`
        : 'The correction in the channel'
  }
}

/** Why a message did not arrive, and what to do about it. */
export function notReachedHelp(line: DeliveryLine, why: UnreachableReason): string {
  switch (line.what) {
    case 'ask':
      return personHelp(firstName(line.person.name), why, 'then say: ask now')
    case 'reminder':
      return `${personHelp(firstName(line.person.name), why, 'or ask them yourself.')} Their card from before stands.`
    case 'draft':
      return 'Say recap to see the draft in our chat or in the channel.'
    case 'channelWeek':
      return `${ownChannelHelp(why)} Then say: ask now`
    case 'recap':
      return `${ownChannelHelp(why)} The recap stands on the tab and can be mailed from there.`
    case 'copy':
      return `${channelHelp(line.channel.name, why)} This one can be mailed from the tab.`
    case 'correction':
      return why === 'gone'
        ? 'The message was deleted there, and nothing is posted again. The corrected recap stands on the tab.'
        : 'Teams did not take the edit, so the message still says what it said before. Say correct recap and save again.'
  }
}

/** Nobody knows whether it arrived: what that means, and how to find out. */
export function unknownHelp(line: DeliveryLine): string {
  const twice = 'Teams did not say whether it arrived, and nothing is sent twice.'
  switch (line.what) {
    case 'ask':
    case 'reminder':
      return `${twice} Ask ${plain(firstName(line.person.name), 80)}, who can also open the card by saying: my card`
    case 'draft':
      return `${twice} Say recap to see it.`
    case 'channelWeek':
    case 'recap':
      return `${twice} Look in the channel.`
    case 'copy':
      return `${twice} Look in ${plain(line.channel.name, 80)}.`
    case 'correction':
      return 'Teams did not say whether the message was changed. Look there.'
  }
}

function personHelp(name: string, why: UnreachableReason, then: string): string {
  const who = plain(name, 80)
  switch (why) {
    case 'notInstalled':
      return `Plumbline isn’t installed for ${who}: ask your administrator to allow it for them, ${then}`
    case 'blocked':
      return `${who} has blocked Plumbline: ask them to unblock it in their chat with it, ${then}`
    case 'gone':
      return `${who} isn’t in this team any more: add them again, or give their items to somebody else, ${then}`
    case 'tooBig':
      return `The card was too big for Teams: close or hand over some of ${who}’s items, ${then}`
    case 'refused':
      return `Teams did not take it: wait a little, ${then}`
  }
}

function ownChannelHelp(why: UnreachableReason): string {
  switch (why) {
    case 'gone':
      return 'This channel can’t be found: add Plumbline to the team again.'
    case 'notInstalled':
    case 'blocked':
      return 'I may not post in this channel: ask a team owner to allow it.'
    case 'tooBig':
      return 'It was too big for Teams.'
    case 'refused':
      return 'Teams did not take it.'
  }
}

/** Why nothing can be posted in a further channel, and what to do about it. */
export function channelHelp(name: string, why: UnreachableReason): string {
  const where = plain(name, 80)
  switch (why) {
    case 'gone':
      return `${where} can’t be found: choose again by saying audience, or add Plumbline to the team again.`
    case 'notInstalled':
    case 'blocked':
      return `I may not post in ${where}: ask a team owner to allow it there, or take the channel off by saying audience.`
    case 'tooBig':
      return `The recap was too big for Teams in ${where}.`
    case 'refused':
      return `Teams did not take it in ${where}.`
  }
}
