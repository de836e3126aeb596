import type { Project } from '../domain/project'
import { execute } from './actions'
import { card, type Card } from './card'
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

/** As many as fit before a list is no choice any more; the others are reached from their channels. */
const MOST_PROJECTS = 9

/** What each button can carry: it stands on the card once for each project. */
const LONGEST_CARRIED = 2_000

/** In a 1:1 chat with somebody who is on several projects: choosing one says the sentence again. */
export function whichProjectCard(projects: readonly Project[], said: string, reader: Speaker): Card {
  const w = wordsOf(reader)
  const text = said.trim() === '' ? 'help' : said
  if (text.length > LONGEST_CARRIED) return sayItThereCard(text, w)
  return card(w.refusals.whichProject, [
    title(w.refusals.whichProject),
    quoted(w.common.youWrote, excerpt(text, 3000, 40).lines),
    ...buttons(
      projects
        .slice(0, MOST_PROJECTS)
        .map((project) => execute(oneLine(project.name, 40), 'say', { project: project.id, text })),
    ),
  ])
}

/** In a 1:1 chat, when somebody on several projects sends a file: choosing one takes it there. */
export function whichProjectForFileCard(
  projects: readonly Project[],
  file: { readonly url: string; readonly name: string },
  reader: Speaker,
): Card {
  const w = wordsOf(reader)
  return card(w.refusals.whichForFile, [
    title(w.refusals.whichForFile),
    quoted(w.refusals.youSent, [oneLine(file.name, 120)]),
    ...buttons(
      projects
        .slice(0, MOST_PROJECTS)
        .map((project) =>
          execute(oneLine(project.name, 40), 'import.fetch', { project: project.id, ...file }),
        ),
    ),
  ])
}

/** In the channel, when the answer is for the asker's eyes. */
export function sentToYourChatCard(project: string, reader: Speaker): Card {
  const w = wordsOf(reader)
  const words = w.refusals.sentToChat
  return card(words, [eyebrow(plain(project, 80)), body(words, 'none')], 'usual')
}

function sayItThereCard(text: string, w: Words): Card {
  const words = w.refusals.sayThere
  return card(words, [
    title(words),
    body(w.refusals.tooLongToCarry),
    quoted(w.common.youWrote, excerpt(text, 20_000, 400).lines),
  ])
}
