import type { TurnContext } from 'botbuilder'
import {
  noProjectYetCard,
  outsiderCard,
  projectChosenCard,
  whichProjectCard,
  whichProjectForFileCard,
} from '../cards/chatCards'
import type { Card } from '../cards/card'
import { guidanceCard, type Guidance } from '../cards/guidanceCard'
import { ownEverywhereCard } from '../cards/ownEverywhereCard'
import type { Person } from '../domain/person'
import type { Project } from '../domain/project'
import { carryOut } from '../flows/carryOut'
import { carryOutOnce, type Occasion } from '../flows/carryOutOnce'
import type { Command } from '../flows/command'
import { latestChangeOf } from '../flows/latestChange'
import { ownIn } from '../flows/ownIn'
import { headOf } from '../flows/projectHead'
import { recordsMeant, type MeantRecord } from '../flows/recordsMeant'
import { aboutWhich } from './aboutWhich'
import { answerWithOutcome, isAnsweredElsewhere, readerOf, speakerIn, toldWhere } from './answering'
import { projectNamed } from './commands/projectNamed'
import { understand } from './commands/understand'
import type { Understood } from './commands/understood'
import { canSendFiles, offerFile } from './exportFile'
import { guidanceOf, meantBy } from './guidance'
import type { Inbound, Mention, Place, Sender, SentFile } from './inbound'
import type { Speaker } from '../cards/reader'
import { replyWith } from './reply'
import type { TurnDeps } from './turn'
import { admit, focusOn, type Admission, type Several, type Visit } from './visit'

/** A sentence to be answered, typed or behind a button. */
export type Sentence = {
  readonly text: string
  /** Of whoever said it. */
  readonly locale: string
  readonly mentions: readonly Mention[]
  /** Whom names in the text mean, by a choice made before. */
  readonly people: Readonly<Record<string, Person>>
  /** What tells this time of saying it from another. */
  readonly occasion: Occasion | null
}

/** Answers what somebody wrote to the bot. */
export async function onMessage(
  deps: TurnDeps,
  context: TurnContext,
  { from, place, text, mentions, files, sentAt }: Extract<Inbound, { kind: 'message' }>,
  occasion: Occasion | null,
): Promise<void> {
  const admission = await admit(deps, from, place, null, sentAt)
  const [file] = files
  if (file) await takeFile(deps, context, place, admission, file, from)
  else {
    const sentence = { text, locale: from.locale, mentions, people: {}, occasion }
    await answerSentence(deps, context, from, place, admission, sentence)
  }
}

/** Takes the first file of a message in; whatever is written beside it says no more than the file. */
async function takeFile(
  deps: TurnDeps,
  context: TurnContext,
  place: Place,
  admission: Admission,
  file: SentFile,
  from: Speaker,
): Promise<void> {
  switch (admission.kind) {
    case 'outsider':
      await replyWith(context, outsiderCard(from))
      return
    case 'noProject':
      await replyWith(context, noProjectYetCard(from))
      return
    case 'several':
      await replyWith(context, whichProjectForFileCard(recordsOf(admission), file, from))
      return
    case 'visit': {
      const { visit } = admission
      const command = { do: 'fetchImport', ...file } as const
      const order = { project: visit.project, actor: visit.actor, door: 'chat' as const, command }
      await answerWithOutcome(deps, context, visit, place, await carryOut(deps, order))
    }
  }
}

/** Answers a sentence of somebody whom the roster let in, or not. */
export async function answerSentence(
  deps: TurnDeps,
  context: TurnContext,
  from: Sender,
  place: Place,
  admission: Admission,
  sentence: Sentence,
): Promise<void> {
  switch (admission.kind) {
    case 'outsider':
      await replyWith(context, outsiderCard(sentence))
      return
    case 'noProject':
      await replyWith(context, noProjectYetCard(sentence))
      return
    case 'several':
      await answerAmongSeveral(deps, context, from, place, admission, sentence)
      return
    case 'visit': {
      const { visit } = admission
      if (visit.isAmongOthers && visit.record && isNameOf(visit.record, sentence.text)) {
        await replyWith(context, projectChosenCard(visit.record, sentence))
      } else await obey(deps, context, place, visit, sentence)
    }
  }
}

async function answerAmongSeveral(
  deps: TurnDeps,
  context: TurnContext,
  from: Sender,
  place: Place,
  several: Several,
  sentence: Sentence,
): Promise<void> {
  const about = aboutWhich(several, sentence.text, (visit, text) => {
    const understood = hear(deps, context, place, visit, { ...sentence, text })
    return understood.kind === 'command' ? understood.command : null
  })
  switch (about.kind) {
    case 'which':
      await replyWith(context, whichProjectCard(recordsOf(several), about.text, sentence))
      return
    case 'chosen':
      await focusOn(deps, from, about.visit.project, several)
      await replyWith(context, projectChosenCard(about.visit.record, sentence))
      return
    case 'ownEverywhere':
      await replyWith(context, await ownEverywhere(deps, several))
      return
    case 'one':
      if (about.staysInFocus) await focusOn(deps, from, about.visit.project, several)
      await obey(deps, context, place, about.visit, { ...sentence, text: about.text })
  }
}

async function ownEverywhere(deps: TurnDeps, { visits }: Several): Promise<Card> {
  const own = visits.map(async ({ record, actor }) => ({
    project: headOf(record),
    ...(await ownIn(deps, record, actor.person.id)),
  }))
  const [first] = visits
  if (!first) throw new Error('Nobody is on several projects and on none')
  return ownEverywhereCard(await Promise.all(own), readerOf(deps, first, 'asker'))
}

function recordsOf({ visits }: Several): readonly Project[] {
  return visits.map(({ record }) => record)
}

function isNameOf(project: Project, text: string): boolean {
  return projectNamed(text, [project]).kind === 'alone'
}

async function obey(
  deps: TurnDeps,
  context: TurnContext,
  place: Place,
  visit: Visit,
  sentence: Sentence,
): Promise<void> {
  const { command, understood } = await hearCommand(deps, context, place, visit, sentence)
  if (command) {
    const order = { project: visit.project, actor: visit.actor, door: 'chat' as const, command }
    const done = await carryOutOnce(deps, order, sentence.occasion)
    const isOffer = done.outcome.kind === 'exportOffer'
    const outcome = isOffer ? { ...done.outcome, toChat: canSendFiles(deps) } : done.outcome
    if (isOffer && canSendFiles(deps) && place.kind === 'personal' && visit.record) {
      await offerFile(deps, context, visit.record, visit.actor)
    } else if (!(await isAnsweredElsewhere(deps, visit, place, done))) {
      await answerWithOutcome(deps, context, visit, place, outcome)
    }
    return
  }
  const speaker = speakerIn(place, visit)
  const guidance = guidanceCard(await helpFor(deps, visit, understood), visit.project, speaker)
  await replyWith(context, toldWhere(place, visit, guidance))
}

/** What a sentence asks for; `command` is null where it asks for nothing that can be done as it stands. */
export async function hearCommand(
  deps: TurnDeps,
  context: TurnContext,
  place: Place,
  visit: Visit,
  sentence: Sentence,
): Promise<{ readonly command: Command | null; readonly understood: Understood }> {
  const understood = hear(deps, context, place, visit, sentence)
  return { command: await commandOf(deps, visit, understood), understood }
}

async function helpFor(deps: TurnDeps, visit: Visit, understood: Understood): Promise<Guidance> {
  switch (understood.kind) {
    case 'command':
      throw new Error('A command needs no help')
    case 'undo':
      return { kind: 'nothingToUndo' }
    case 'thanks':
      return { kind: 'thanked' }
    case 'incomplete':
      return guidanceOf(understood, await meantRecords(deps, visit, understood))
    default:
      return guidanceOf(understood)
  }
}

/** What "done" alone may be about: something of the speaker's own. */
async function meantRecords(
  deps: TurnDeps,
  { record, actor }: Visit,
  { verb, needs }: Extract<Understood, { kind: 'incomplete' }>,
): Promise<readonly MeantRecord[]> {
  const meant = needs === 'id' ? meantBy(verb) : undefined
  return record && meant ? recordsMeant(deps, record, actor.person, meant) : []
}

function hear(
  deps: TurnDeps,
  { activity }: TurnContext,
  place: Place,
  { actor, record, members }: Visit,
  { text, mentions, people }: Sentence,
): Understood {
  const mentioned = mentions.flatMap((mention) => {
    const member = members.find(({ teamsId }) => teamsId === mention.teamsId)
    return member ? [{ text: mention.text, person: { id: member.id, name: member.name } }] : []
  })
  const conversation = activity.id ? { conversation: activity.conversation.id, message: activity.id } : null
  return understand(
    { text, mentions: mentioned, people, conversation },
    {
      now: deps.clock.now(),
      zone: actor.zone ?? record?.zone ?? UTC,
      locale: actor.locale,
      place: place.kind,
      members,
      me: actor.person,
      workstreams: record?.workstreams ?? [],
    },
  )
}

const UTC = 'UTC' as NonNullable<Visit['actor']['zone']>

/** The command behind the words; "undo" alone means the speaker's latest change, and `null` that there is none. */
async function commandOf(deps: TurnDeps, visit: Visit, understood: Understood): Promise<Command | null> {
  if (understood.kind === 'command') return understood.command
  if (understood.kind !== 'undo') return null
  const latest = await latestChangeOf(deps.records, visit.project, {
    person: visit.actor.person,
    record: understood.id,
    now: deps.clock.now(),
  })
  return latest && { do: 'undo', id: latest.record, version: latest.version }
}
