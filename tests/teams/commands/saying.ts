import { understand } from '../../../bot/teams/commands/understand'
import type { Listening, Said, Understood } from '../../../bot/teams/commands/understood'
import type { Member, Person } from '../../../bot/domain/person'
import { instant } from '../../../bot/domain/time'
import type { Command, EntryRef } from '../../../bot/flows/command'
import {
  ALEX,
  aMember,
  aPerson,
  COPENHAGEN,
  DATA_MIGRATION,
  EVERYBODY,
  INTEGRATIONS,
  TRAINING,
} from '../../support/builders'

/** Two of the same given name, one with letters that few can type, one whose name is two words of English. */
const TEAM: readonly Member[] = [
  ...EVERYBODY.map((person) => aMember(person)),
  ...['Tom Ashby', 'Tom Bell', 'Søren Ødegård', 'Will Hope'].map((name) => aMember(aPerson(name))),
]

/** Thursday 19 November 2026, 11:00 in Copenhagen. */
export const LISTENING: Listening = {
  now: instant('2026-11-19T10:00:00Z'),
  zone: COPENHAGEN,
  locale: 'en-GB',
  place: 'channel',
  members: TEAM,
  me: ALEX,
  workstreams: [DATA_MIGRATION, INTEGRATIONS, TRAINING],
}

/** A message in which `<at>Megan Bowen</at>` is a real mention of the member of that name. */
export function saying(text: string, people: Readonly<Record<string, Person>> = {}): Said {
  const mentions = [...text.matchAll(/<at>([^<]*)<\/at>/g)].flatMap((match) => {
    const person = TEAM.find(({ name }) => name === match[1])
    return person ? [{ text: match[0], person: { id: person.id, name: person.name } }] : []
  })
  return { text, mentions, people, conversation: null }
}

export function hearing(text: string, ctx: Partial<Listening> = {}): Understood {
  return understand(saying(text), { ...LISTENING, ...ctx })
}

/** What was understood, in one readable line. */
export function inShort(understood: Understood): string {
  switch (understood.kind) {
    case 'command':
      return shortCommand(understood.command)
    case 'undo':
      return `undo ${understood.id ?? 'the latest'}`
    case 'whichPerson':
      return `which ${understood.phrase}: ${understood.candidates.map(({ name }) => name).join(' or ')}`
    case 'nobody':
      return `nobody called ${understood.phrase}`
    case 'badDate':
      return `no date: ${understood.phrase}`
    case 'didYouMean':
      return `did you mean: ${understood.guesses.join(' | ')}`
    case 'incomplete':
      return `${understood.verb} needs ${understood.needs}`
    case 'thanks':
    case 'notUnderstood':
      return understood.kind
  }
}

/** What was heard in this text, in one readable line. */
export function short(text: string, ctx: Partial<Listening> = {}): string {
  return inShort(hearing(text, ctx))
}

function shortCommand(command: Command): string {
  switch (command.do) {
    case 'deleteProject':
      return command.name === null ? 'delete?' : `delete ${command.name}`
    case 'addItem':
      return [
        `action [${command.title}]`,
        command.owner && `owner ${command.owner.name}`,
        command.for && `for ${command.for.name}`,
        command.due && `by ${command.due}`,
        command.unblocks !== null && `unblocks [${command.unblocks}]`,
        command.workstream && `in ${command.workstream}`,
      ]
        .filter(Boolean)
        .join(' ')
    case 'logIssue':
      return `issue [${command.title}]${command.details === '' ? '' : ` details [${command.details}]`}`
    case 'changeItem':
    case 'changeIssue':
      return `${command.id} ${fields(command.change)}`
    case 'listItems':
      return `actions: ${fields(command.filter)}`
    case 'listIssues':
      return `issues: ${fields(command.filter)}`
    case 'commentIssue':
      return `${command.id} comment [${command.text.toLowerCase()}]`
    case 'show':
      return command.history ? `history of ${command.id}` : `show ${command.id}`
    case 'where':
      return `${command.sure ? 'question' : 'perhaps a question'}: ${command.question}`
    case 'addEntry': {
      const { title, content, owner } = command.fields
      return `page [${title}] [${content}]${owner ? ` owner ${owner.name}` : ''}`
    }
    case 'showEntry':
      return `${command.history ? 'history of' : 'show'} ${entryIn(command.entry)}`
    case 'editEntry':
      return `edit ${command.entry}`
    case 'changeEntry': {
      const { change } = command
      return `${entryIn(command.entry)} ${change.kind}${'content' in change ? ` [${change.content}]` : ''}`
    }
    case 'source':
      return command.mine === true ? 'source: mine' : 'source'
    case 'wantReminders':
      return command.on ? 'reminders on' : 'reminders off'
    case 'away':
      return [
        'away',
        command.from && `from ${command.from}`,
        command.until && `until ${command.until}`,
        command.delegate && `ask ${command.delegate.name}`,
      ]
        .filter(Boolean)
        .join(' ')
    case 'showRecap':
      return command.week === null ? 'the last recap' : `recap of week ${command.week}`
    case 'showAudience':
      return command.wanted === null ? 'audience' : `audience with [${command.wanted}]`
    case 'back':
    case 'snooze':
    case 'correctRecap':
    case 'saveCorrection':
    case 'saveAudience':
    case 'deliveries':
    case 'help':
    case 'showSetup':
    case 'saveSetup':
    case 'undo':
    case 'postAnchor':
    case 'readEntry':
    case 'askLead':
    case 'settleQuestion':
    case 'pin':
    case 'unpin':
    case 'askNow':
    case 'showCard':
    case 'answer':
    case 'status':
    case 'draft':
    case 'editDraft':
    case 'postRecap':
    case 'export':
    case 'import':
    case 'fetchImport':
    case 'showImport':
    case 'runImport':
    case 'pause':
    case 'resume':
    case 'trouble':
    case 'showRaising':
    case 'saveRaising':
      return command.do
  }
}

function entryIn(entry: EntryRef): string {
  return typeof entry === 'string' ? entry : `“${entry.words}”`
}

/** `kind`, then the other fields: `move to=2026-11-20 why=[supplier late]`. */
function fields({ kind, ...rest }: { readonly kind: string }): string {
  const told = Object.entries(rest as Record<string, unknown>).map(([key, value]) => {
    if (value !== null && typeof value === 'object' && 'name' in value) return `${key}=${String(value.name)}`
    return key === 'why' || key === 'reason' || key === 'words' || key === 'workaround' || key === 'title'
      ? `${key}=[${String(value)}]`
      : `${key}=${String(value)}`
  })
  return [kind, ...told].join(' ')
}
