import type { ProjectId } from '../domain/ids'
import { execute, type ExecuteAction } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { body, buttons, eyebrow, quoted, small, title } from './parts'
import { excerpt, oneLine, plain } from './text'
import type { Speaker } from './reader'
import { wordsOf, type Words } from './words/wordsOf'

/** In a channel that was closed and is back: one line, and nobody needs to do anything. */
export function backAgainCard(project: string, reader: Speaker): Card {
  const w = wordsOf(reader)
  const words = w.refusals.backAgain
  return card(`${oneLine(project, 80)}: ${words}`, [small(words)])
}

/** For somebody whom the roster does not know. It says nothing of what there is. */
export function outsiderCard(reader: Speaker): Card {
  const w = wordsOf(reader)
  const words = w.refusals.onlyMembers
  return card(words, [title(words), body(w.refusals.askOwner)])
}

/** In a 1:1 chat with somebody who was not seen in any project. */
export function noProjectYetCard(reader: Speaker): Card {
  const w = wordsOf(reader)
  const words = w.refusals.noProject
  return card(words, [title(words), body(w.refusals.mentionOnce), body(w.refusals.typeSetup)])
}

/** As many as fit before a list is no choice any more; the others are reached by their names. */
const MOST_PROJECTS = 9

/** What each button can carry: it stands on the card once for each project. */
const LONGEST_CARRIED = 2_000

type Named = { readonly id: ProjectId; readonly name: string; readonly customer: string }

/**
 * In a 1:1 chat with somebody who is on several projects: choosing one says the sentence again, or goes on with talk
 * about it where there is none (null) or one too long to carry.
 */
export function whichProjectCard(projects: readonly Named[], said: string | null, reader: Speaker): Card {
  const w = wordsOf(reader)
  const words = said?.trim() ?? ''
  const isTooLong = words.length > LONGEST_CARRIED
  const carried = words === '' || isTooLong ? null : words
  return card(w.refusals.whichProject, [
    title(w.refusals.whichProject),
    ...(isTooLong ? [body(w.refusals.tooLongToCarry)] : []),
    ...(words === '' ? [] : [quoted(w.common.youWrote, excerpt(words, isTooLong ? 300 : 3000, 40).lines)]),
    ...choice(projects, w, ({ id, name }, label) =>
      execute(label, 'say', { project: id, text: carried ?? name }),
    ),
  ])
}

/** In a 1:1 chat, when somebody on several projects sends a file: choosing one takes it there. */
export function whichProjectForFileCard(
  projects: readonly Named[],
  file: { readonly url: string; readonly name: string },
  reader: Speaker,
): Card {
  const w = wordsOf(reader)
  return card(w.refusals.whichForFile, [
    title(w.refusals.whichForFile),
    quoted(w.refusals.youSent, [oneLine(file.name, 120)]),
    ...choice(projects, w, ({ id }, label) => execute(label, 'import.fetch', { project: id, ...file })),
  ])
}

/** A button for each project. Projects of one name are told apart by their customers. */
function choice(
  projects: readonly Named[],
  w: Words,
  button: (project: Named, label: string) => ExecuteAction,
): Element[] {
  const isAlone = (name: string) => projects.filter((other) => other.name === name).length === 1
  return [
    ...buttons(
      projects.slice(0, MOST_PROJECTS).map((project) => {
        const { name, customer } = project
        return button(project, oneLine(isAlone(name) ? name : `${name} · ${customer}`, 40))
      }),
    ),
    ...(projects.length > MOST_PROJECTS ? [small(w.refusals.orTypeProject, 'small')] : []),
  ]
}

/** In a 1:1 chat: the talk is about this project now. */
export function projectChosenCard(project: Named, reader: Speaker): Card {
  const w = wordsOf(reader)
  return card(w.refusals.nowAbout(oneLine(project.name, 80)), [
    title(w.refusals.nowAbout(plain(project.name, 80))),
    body(w.refusals.aboutUntil),
    ...buttons([
      execute(w.common.myItems, 'say', { project: project.id, text: 'mine' }),
      execute(w.common.status, 'status', { project: project.id }),
      anotherProject(w),
    ]),
  ])
}

/** An answer in a 1:1 chat with somebody on several projects: which one it is about, and the way to another. */
export function inProject(answer: Card, project: string, reader: Speaker): Card {
  const w = wordsOf(reader)
  const about: Element = {
    type: 'ColumnSet',
    separator: true,
    spacing: 'medium',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        verticalContentAlignment: 'center',
        items: [small(w.refusals.inProject(plain(project, 80)))],
      },
      { type: 'Column', width: 'auto', items: buttons([anotherProject(w)], 'none') },
    ],
  }
  return { ...answer, body: [...answer.body, about] }
}

function anotherProject(w: Words): ExecuteAction {
  return execute(w.refusals.anotherProject, 'say', { text: 'projects' })
}

/** In the channel, when the answer is for the asker's eyes. */
export function sentToYourChatCard(project: string, reader: Speaker): Card {
  const w = wordsOf(reader)
  const words = w.refusals.sentToChat
  return card(words, [eyebrow(plain(project, 80)), body(words, 'none')], 'usual')
}
